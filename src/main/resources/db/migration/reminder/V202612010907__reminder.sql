-- Every planned notice, with its outcome or the reason why it did not go. How far the message got is in the outbox. event_at is the
-- start that the plan counts back from, shift why a reminder is not due just then, useful_until when its words are no longer true,
-- ended_at when the whole plan was cancelled or replaced.
create table reminder (
  id            uuid primary key,
  agency_id     uuid not null references agency,
  contact_id    uuid not null references contact,
  booking_id    uuid not null references booking,
  kind          text not null,
  plan_number   integer not null,
  template      text not null,
  event_at      timestamptz not null,
  due_at        timestamptz not null,
  shift         text,
  useful_until  timestamptz not null,
  state         text not null,
  reason        text,
  message_id    uuid references message,
  planned_at    timestamptz not null,
  ended_at      timestamptz,
  version       bigint not null,
  unique (booking_id, kind, plan_number),
  check ((state = 'SKIPPED') = (reason is not null)),
  check ((state = 'QUEUED') = (message_id is not null))
);
create index reminder_planned on reminder (due_at) where state = 'PLANNED';
create index reminder_contact on reminder (contact_id, event_at) where state <> 'SKIPPED';

-- What became of every reminder. Once its message is in the outbox, that tells how far it got; one that was withdrawn there
-- did not go, like any that was skipped.
create view reminder_ledger as
select r.id as reminder_id, r.agency_id, r.booking_id, r.plan_number, r.kind, r.event_at, r.due_at, r.shift, o.form,
  case when r.state <> 'QUEUED' then r.state when o.state = 'WITHDRAWN' then 'SKIPPED' else o.state end as state,
  coalesce(r.reason, o.reason) as reason,
  o.queued_at, o.accepted_at, o.sent_at, o.delivered_at, o.read_at, o.failed_at
from reminder r left join outbox o on o.message_id = r.message_id;
