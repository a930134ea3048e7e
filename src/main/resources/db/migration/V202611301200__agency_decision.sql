-- What a person decided in a task of the engine: one row for each completion that was carried out. Who it was the engine tells
-- a moment later; until then the row is OPEN. UNSIGNED is what it does not tell: nobody was assigned, or it kept no trace.
create table decision (
  id                uuid primary key,
  agency_id         uuid not null references agency,
  process_instance  bigint not null,
  task_id           text not null,
  carried_out_in    bigint not null unique,
  decided_at        timestamptz not null,
  state             text not null check (state in ('OPEN', 'SIGNED', 'UNSIGNED')),
  user_task         bigint,
  user_name         text,
  staff_id          uuid references staff,
  name              text,
  attempts          integer not null default 0,
  opened_at         timestamptz not null default now(),
  not_before        timestamptz not null default now(),
  unique (process_instance, user_task),
  check ((state = 'OPEN') = (name is null))
);
create index decision_open on decision (not_before) where state = 'OPEN';
create index decision_unsigned on decision (id) where state = 'UNSIGNED';
create index decision_task on decision (process_instance, task_id);

-- Where a name stands that the engine had not told yet.
alter table audit add column decision_id uuid references decision;
create unique index audit_decision on audit (decision_id, action, subject_id) where decision_id is not null;
alter table booking add column decision_id uuid references decision;
create index booking_decision on booking (decision_id) where decision_id is not null;
alter table booking_change
  add column decision_id uuid references decision,
  add column request_decision_id uuid references decision;
create index booking_change_decision on booking_change (decision_id) where decision_id is not null;
create index booking_change_request_decision on booking_change (request_decision_id) where request_decision_id is not null;
alter table booking_price add column decision_id uuid references decision;
create index booking_price_decision on booking_price (decision_id) where decision_id is not null;
alter table booking_charge add column decision_id uuid references decision;
create index booking_charge_decision on booking_charge (decision_id) where decision_id is not null;
alter table conversation add column handler_decision_id uuid references decision;
create index conversation_handler_decision on conversation (handler_decision_id) where handler_decision_id is not null;
alter table unknown_send_decision add column decision_id uuid references decision;
create index unknown_send_decision_decision on unknown_send_decision (decision_id) where decision_id is not null;
