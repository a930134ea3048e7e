create table staff (
  id             uuid primary key,
  agency_id      uuid not null references agency,
  username       text not null,
  name           text not null,
  role           text not null,
  -- Where a notice reaches the person; those without are not written to.
  email          text,
  -- By which the person signs in, as Spring Security's encoders write it, for example {bcrypt}$2a$...; null: not at all.
  password_hash  text,
  unique (agency_id, username)
);
alter table decision add foreign key (staff_id) references staff;

-- What the staff are notified of outside Tasklist, once per key, and what became of it.
create table staff_notice (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  idempotency_key  text not null unique,
  staff_group      text not null,
  subject          text not null,
  text             text not null,
  state            text not null,
  attempts         integer not null,
  not_before       timestamptz not null,
  reason           text,
  queued_at        timestamptz not null,
  settled_at       timestamptz
);
create index staff_notice_waiting on staff_notice (queued_at) where state = 'QUEUED';

-- How many sign-ins an account and an address have left, for all replicas; as bucket4j writes it.
create table sign_in_bucket (
  id          text primary key,
  state       bytea,
  expires_at  bigint
);
create index sign_in_bucket_expires_at on sign_in_bucket (expires_at);
