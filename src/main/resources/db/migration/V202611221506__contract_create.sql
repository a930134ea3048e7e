-- terms are the values that the document was made from, as JSON; the file itself is in contract_file.
create table contract (
  id                        uuid primary key,
  agency_id                 uuid not null references agency,
  contact_id                uuid not null references contact,
  conversation_id           uuid not null,
  booking_id                uuid not null unique,
  number                    text not null,
  state                     text not null,
  terms                     text not null,
  template_file             text not null,
  template_sha256           text not null,
  file_name                 text not null,
  sha256                    text not null,
  issued_at                 timestamptz not null,
  sent_message_id           uuid,
  sent_at                   timestamptz,
  answer_message_id         uuid,
  answer_provider_id        text,
  answer_identity_kind      text,
  answer_identity_value     text,
  answer_text               text,
  answered_at               timestamptz,
  version                   bigint not null,
  unique (agency_id, number),
  constraint contract_answer_proven check (
    state in ('ISSUED', 'SENT')
    or (answer_message_id is not null and answer_identity_kind is not null
      and answer_identity_value is not null and answer_text is not null and answered_at is not null))
);
create index contract_open on contract (agency_id, conversation_id, sent_at) where state = 'SENT';

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
