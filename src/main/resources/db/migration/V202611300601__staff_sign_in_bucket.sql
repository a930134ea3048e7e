-- How many sign-ins an account and an address have left, for all replicas; as bucket4j writes it.
create table sign_in_bucket (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index sign_in_bucket_expires_at on sign_in_bucket (expires_at);
