-- Every planned notice, with its outcome or the reason why it did not go. How far the message got is in the outbox.
create table reminder (
  id           uuid primary key,
  agency_id    uuid not null references agency,
  booking_id   uuid not null references booking,
  kind         text not null,
  plan_number  integer not null,
  template     text not null,
  due_at       timestamptz not null,
  state        text not null,
  reason       text,
  message_id   uuid references message,
  planned_at   timestamptz not null,
  version      bigint not null,
  unique (booking_id, kind, plan_number),
  check ((state = 'SKIPPED') = (reason is not null)),
  check ((state = 'QUEUED') = (message_id is not null))
);
create index reminder_planned on reminder (due_at) where state = 'PLANNED';
