-- event_at is the start that the plan counts back from, shift why a reminder is not due just then, useful_until when its words
-- are no longer true, ended_at when the whole plan was cancelled or replaced.
alter table reminder
  add column contact_id uuid references contact,
  add column event_at timestamptz,
  add column shift text,
  add column useful_until timestamptz,
  add column ended_at timestamptz;
update reminder r set contact_id = b.contact_id, event_at = coalesce(b.starts_at, r.due_at),
  useful_until = coalesce(b.starts_at, r.due_at)
from booking b where b.id = r.booking_id;
alter table reminder
  alter column contact_id set not null,
  alter column event_at set not null,
  alter column useful_until set not null;
create index reminder_contact on reminder (contact_id, event_at) where state <> 'SKIPPED';

-- What became of every reminder. Once its message is in the outbox, that tells how far it got; one that was withdrawn there
-- did not go, like any that was skipped.
create view reminder_ledger as
select r.id as reminder_id, r.agency_id, r.booking_id, r.plan_number, r.kind, r.event_at, r.due_at, r.shift, o.form,
  case when r.state <> 'QUEUED' then r.state when o.state = 'WITHDRAWN' then 'SKIPPED' else o.state end as state,
  coalesce(r.reason, o.reason) as reason,
  o.queued_at, o.accepted_at, o.sent_at, o.delivered_at, o.read_at, o.failed_at
from reminder r left join outbox o on o.message_id = r.message_id;
