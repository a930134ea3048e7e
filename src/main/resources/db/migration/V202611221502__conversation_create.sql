create table conversation (
  id                uuid primary key,
  agency_id         uuid not null references agency,
  contact_id        uuid not null references contact,
  channel           text not null,
  account_id        text not null,
  recipient_kind    text not null,
  recipient_value   text not null,
  handler           text not null,
  ai_disclosed_at   timestamptz,
  last_inbound_at   timestamptz,
  created_at        timestamptz not null,
  version           bigint not null,
  unique (agency_id, contact_id, channel, account_id)
);

-- What the contact sent since the last answer, and the one answer to it.
create table turn (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  conversation_id  uuid not null references conversation,
  process_instance bigint not null,
  state            text not null,
  draft            text,
  intent           text,
  booking_fields   text,
  confidence       double precision,
  needs_person     boolean,
  reason           text,
  contract_id      uuid,
  collected_at     timestamptz not null,
  answered_at      timestamptz,
  version          bigint not null
);
create index turn_conversation on turn (conversation_id, collected_at);
create unique index turn_open_per_conversation on turn (conversation_id) where state in ('COLLECTED', 'DRAFTED');

create table message (
  id                   uuid primary key,
  sequence             bigint generated always as identity unique,
  agency_id            uuid not null references agency,
  conversation_id      uuid not null references conversation,
  turn_id              uuid references turn,
  direction            text not null,
  author               text not null,
  type                 text not null,
  text                 text,
  button_payload       text,
  media_id             text,
  occurred_at          timestamptz not null,
  recorded_at          timestamptz not null
);
create index message_conversation on message (conversation_id, sequence);
create index message_turn on message (turn_id);

-- Every event a provider sent, once, and what became of it.
create table inbox (
  channel       text not null,
  account_id    text not null,
  event_id      text not null,
  agency_id     uuid references agency,
  conversation_id uuid references conversation,
  message_id    uuid unique references message,
  kind          text not null,
  payload       text not null,
  state         text not null,
  reason        text,
  received_at   timestamptz not null,
  settled_at    timestamptz,
  primary key (channel, account_id, event_id)
);
create index inbox_open on inbox (received_at) where state = 'OPEN';
create index inbox_open_conversation on inbox (conversation_id) where state = 'OPEN';

-- Every message of ours on its way to a provider.
create table outbox (
  message_id           uuid primary key references message,
  sequence             bigint generated always as identity unique,
  agency_id            uuid not null references agency,
  conversation_id      uuid not null references conversation,
  channel              text not null,
  idempotency_key      text not null unique,
  buttons              text not null,
  state                text not null,
  attempts             integer not null default 0,
  not_before           timestamptz not null,
  lease_until          timestamptz,
  provider_message_id  text,
  reason               text,
  response_time_ms     bigint,
  queued_at            timestamptz not null,
  accepted_at          timestamptz,
  sent_at              timestamptz,
  delivered_at         timestamptz,
  read_at              timestamptz,
  failed_at            timestamptz
);
create index outbox_waiting on outbox (channel, sequence) where state in ('QUEUED', 'SENDING');
create index outbox_lane on outbox (conversation_id, sequence) where state in ('QUEUED', 'SENDING');
create index outbox_provider_message on outbox (channel, provider_message_id);

create table attachment (
  message_id  uuid primary key references message,
  agency_id   uuid not null references agency,
  file_name   text not null,
  media_type  text not null,
  sha256      text not null,
  content     bytea not null
);
