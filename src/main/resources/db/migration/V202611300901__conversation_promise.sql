-- What contacts were told that one of us will do, in which message, and how it ended.
create table promise (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  conversation_id  uuid not null references conversation,
  message_id       uuid not null unique references message,
  turn_id          uuid references turn,
  said             text not null,
  made_at          timestamptz not null,
  due_at           timestamptz not null,
  ended_at         timestamptz,
  ended_how        text,
  ended_by         text,
  ended_decision   uuid,
  check (num_nulls(ended_at, ended_how) in (0, 2))
);
create index promise_decision on promise (ended_decision) where ended_decision is not null;
create index promise_owed on promise (conversation_id) where ended_at is null;

-- What the draft promises, and what of it the path sees to by itself.
alter table turn add column promise text, add column path_keeps text;
