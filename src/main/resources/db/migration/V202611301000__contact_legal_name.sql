-- The name that a contact has in contracts; what the messenger shows is no party. It is kept with whoever said it, when and in
-- which message (null where staff entered it), and when the contact was asked for it.
alter table contact
  add column legal_name             text,
  add column legal_name_given_at    timestamptz,
  add column legal_name_given_by    text,
  add column legal_name_decision    uuid,
  add column legal_name_message_id  uuid,
  add column legal_name_asked_at    timestamptz,
  add constraint contact_legal_name_given check (
    (legal_name is null) = (legal_name_given_at is null) and (legal_name is null) = (legal_name_given_by is null)),
  add constraint contact_legal_name_length check (length(legal_name) between 2 and 200);
