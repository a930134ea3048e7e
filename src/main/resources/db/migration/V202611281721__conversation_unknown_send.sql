-- tried_at is when the last call to the provider began.
alter table outbox add column tried_at timestamptz;

-- What came of a person's decision about a send of unknown outcome; under the same key it counts once.
create table unknown_send_decision (
  idempotency_key  text primary key,
  message_id       uuid not null references message,
  agency_id        uuid not null references agency,
  attempt          integer not null,
  outcome          text not null,
  decided_at       timestamptz not null
);
create index unknown_send_decision_message on unknown_send_decision (message_id);
