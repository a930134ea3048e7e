-- Where a notice reaches the person; those without are not written to.
alter table staff add column email text;

-- What the staff were told outside Tasklist, once per key, and what became of it.
create table staff_notice (
  id              uuid primary key,
  agency_id       uuid not null references agency,
  idempotency_key text not null unique,
  staff_group     text not null,
  subject         text not null,
  text            text not null,
  state           text not null,
  attempts        integer not null,
  not_before      timestamptz not null,
  reason          text,
  queued_at       timestamptz not null,
  settled_at      timestamptz
);
create index staff_notice_waiting on staff_notice (queued_at) where state = 'QUEUED';
