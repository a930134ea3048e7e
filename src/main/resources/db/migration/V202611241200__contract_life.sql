-- A booking has documents of several kinds, and of each kind one that counts: an earlier one is superseded, withdrawn or
-- expired, and named by the one that replaces it. terms_sha256 tells whether what was agreed changed since the issue.
alter table contract drop constraint contract_booking_id_key;
alter table contract
  add column kind            text not null default 'SERVICE_AGREEMENT',
  add column replaces        uuid references contract,
  add column terms_sha256    text not null default '',
  add column decline_reason  text,
  add column ended_at        timestamptz,
  add column end_reason      text;
alter table contract
  alter column kind drop default,
  alter column terms_sha256 drop default;

alter table contract drop constraint contract_answer_proven;
alter table contract
  add constraint contract_answer_proven check (
    state not in ('ACCEPTED', 'DECLINED')
    or (answer_message_id is not null and answer_identity_kind is not null
      and answer_identity_value is not null and answer_text is not null and answered_at is not null)),
  add constraint contract_end_known check (
    (state in ('SUPERSEDED', 'WITHDRAWN', 'EXPIRED')) = (ended_at is not null and end_reason is not null));
create unique index contract_counts on contract (booking_id, kind) where state in ('ISSUED', 'SENT', 'ACCEPTED');
create index contract_booking on contract (agency_id, booking_id, issued_at);

-- What a contract proves must not lose what it is about.
alter table contract
  add constraint contract_booking_known foreign key (booking_id) references booking,
  add constraint contract_conversation_known foreign key (conversation_id) references conversation,
  add constraint contract_sent_in_message foreign key (sent_message_id) references message,
  add constraint contract_answered_in_message foreign key (answer_message_id) references message;
