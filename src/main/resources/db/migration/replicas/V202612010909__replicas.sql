-- The processes of the app that work on this database, each as long as it says so.
create table replica (
  id           uuid primary key,
  alive_until  timestamptz not null
);

-- What only one of them does at a time; free when its replica is not alive.
create table replica_duty (
  name        text primary key,
  replica_id  uuid not null
);
