-- The forms that tasks of people have, as the engine has them; a reference always means the same schema.
create table user_task_form (
  reference  text primary key,
  schema     text not null
);

-- The tasks of people, kept beside the engine so that an agency's are at hand; the engine decides what becomes of one. Whose it is
-- follows from the case, and agency_id is null where that is not known, as for a form that somebody opened and left. What it is about
-- and what its form shows is there while it is open. assigned_here_at is when the assignee was last changed from here: what the engine
-- lists is some seconds late. read_again_at is when the variables are read once more, null for not again.
create table user_task (
  key               bigint primary key,
  agency_id         uuid references agency,
  process_instance  bigint not null,
  task_id           text not null,
  name              text not null,
  form              text references user_task_form,
  candidate_groups  text[] not null,
  assignee          text,
  assigned_here_at  timestamptz,
  created_at        timestamptz not null,
  waits_since       timestamptz not null,
  due_at            timestamptz,
  conversation_id   uuid references conversation,
  booking_id        uuid references booking,
  contact_name      text,
  why               text,
  variables         text,
  read_again_at     timestamptz,
  state             text not null check (state in ('OPEN', 'COMPLETED', 'CANCELLED')),
  completed_by      text,
  closed_at         timestamptz,
  check ((state = 'OPEN') = (closed_at is null)),
  check ((state = 'OPEN') = (variables is not null)),
  check (state = 'OPEN' or (contact_name is null and why is null and read_again_at is null)),
  check (state = 'COMPLETED' or completed_by is null)
);
create index user_task_open on user_task (agency_id, waits_since) where state = 'OPEN';
create index user_task_open_conversation on user_task (conversation_id) where state = 'OPEN';
create index user_task_open_booking on user_task (booking_id) where state = 'OPEN';

-- Since when the engine has not said which tasks are open; null while it does.
create table user_task_poll (
  single      boolean primary key default true check (single),
  away_since  timestamptz
);
