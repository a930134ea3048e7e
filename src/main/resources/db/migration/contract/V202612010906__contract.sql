-- A booking has documents of several kinds, and of each kind one that is in force: an earlier one is superseded, withdrawn or
-- expired, and named by the one that replaces it. terms are the values that the document was made from, as JSON, and terms_sha256
-- shows whether what was agreed changed since the issue; the file itself is in contract_file.
create table contract (
  id                      uuid primary key,
  agency_id               uuid not null references agency,
  contact_id              uuid not null references contact,
  conversation_id         uuid not null,
  booking_id              uuid not null,
  kind                    text not null,
  number                  text not null,
  replaces                uuid references contract,
  state                   text not null,
  -- Whom the document names as its party.
  party                   text not null,
  -- The price that the document names; none where there was none when it was issued.
  price_amount            numeric,
  price_currency          text,
  -- What the document says of a cancellation.
  cancel_free_hours       integer not null check (cancel_free_hours >= 0),
  cancel_late_percent     numeric(5, 2) not null check (cancel_late_percent between 0 and 100),
  cancel_no_show_percent  numeric(5, 2) not null check (cancel_no_show_percent between 0 and 100),
  terms                   text not null,
  terms_sha256            text not null,
  template_file           text not null,
  template_sha256         text not null,
  file_name               text not null,
  sha256                  text not null,
  issued_at               timestamptz not null,
  sent_message_id         uuid,
  sent_at                 timestamptz,
  answer_message_id       uuid,
  answer_provider_id      text,
  answer_identity_kind    text,
  answer_identity_value   text,
  answer_text             text,
  answered_at             timestamptz,
  decline_reason          text,
  ended_at                timestamptz,
  end_reason              text,
  version                 bigint not null,
  unique (agency_id, number),
  check ((price_amount is null) = (price_currency is null)),
  constraint contract_answer_proven check (
    state not in ('ACCEPTED', 'DECLINED')
    or (answer_message_id is not null and answer_identity_kind is not null
      and answer_identity_value is not null and answer_text is not null and answered_at is not null)),
  constraint contract_end_known check (
    (state in ('SUPERSEDED', 'WITHDRAWN', 'EXPIRED')) = (ended_at is not null and end_reason is not null)),
  -- What a contract proves must not lose what it is about.
  constraint contract_booking_known foreign key (booking_id) references booking,
  constraint contract_conversation_known foreign key (conversation_id) references conversation,
  constraint contract_sent_in_message foreign key (sent_message_id) references message,
  constraint contract_answered_in_message foreign key (answer_message_id) references message
);
create index contract_open on contract (agency_id, conversation_id, sent_at) where state = 'SENT';
create unique index contract_in_force on contract (booking_id, kind) where state in ('ISSUED', 'SENT', 'ACCEPTED');
create index contract_booking on contract (agency_id, booking_id, issued_at);

create table contract_file (
  contract_id  uuid primary key references contract,
  agency_id    uuid not null references agency,
  content      bytea not null
);

-- The last number given out in a year: the row is locked from then to the end of the transaction, so no number is lost.
create table contract_series (
  agency_id  uuid not null references agency,
  year       integer not null,
  last       integer not null,
  primary key (agency_id, year)
);
