create table contact (
  id                     uuid primary key,
  agency_id              uuid not null references agency,
  display_name           text not null,
  locale                 text not null,
  -- As it was found by the number, the messenger or the words of the contact. Where locale is another one, somebody chose it,
  -- and it stays.
  derived_locale         text,
  time_zone              text not null,
  opted_out_at           timestamptz,
  -- When the contact last said whether reminders are welcome: of words that come in no order the newest counts.
  consent_stated_at      timestamptz,
  -- The name that a contact has in contracts; what the messenger shows is no party. It is kept with whoever said it, when and in
  -- which message (null where staff entered it), and when the contact was asked for it.
  legal_name             text,
  legal_name_given_at    timestamptz,
  legal_name_given_by    text,
  legal_name_decision    uuid,
  legal_name_message_id  uuid,
  legal_name_asked_at    timestamptz,
  created_at             timestamptz not null,
  constraint contact_legal_name_given check (
    (legal_name is null) = (legal_name_given_at is null) and (legal_name is null) = (legal_name_given_by is null)),
  constraint contact_legal_name_length check (length(legal_name) between 2 and 200)
);

create table contact_identity (
  agency_id   uuid not null references agency,
  kind        text not null,
  value       text not null,
  contact_id  uuid not null references contact,
  primary key (agency_id, kind, value)
);
create index contact_identity_contact on contact_identity (contact_id);
