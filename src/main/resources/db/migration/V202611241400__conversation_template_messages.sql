-- What an agency had approved at WhatsApp, to write to contacts whose last message is more than 24 hours old. stem and
-- language are those of a file in templates/message; parameter_order names the facts that fill the placeholders.
create table message_template (
  agency_id        uuid not null references agency,
  stem             text not null,
  language         text not null,
  provider_name    text not null,
  language_code    text not null,
  parameter_order  text[] not null,
  state            text not null check (state in ('PENDING', 'APPROVED', 'REJECTED')),
  reason           text,
  primary key (agency_id, stem, language)
);

-- form is how the message went: TEXT or TEMPLATE. withdrawal is why it must not be tried again.
alter table outbox
  add column template_stem text,
  add column template_language text,
  add column template_parameters jsonb,
  add column expires_at timestamptz,
  add column expiry_reason text,
  add column withdrawal text,
  add column form text,
  add check (num_nulls(template_stem, template_language, template_parameters) in (0, 3)),
  add check (num_nulls(expires_at, expiry_reason) in (0, 2));
create index outbox_waiting_for_template on outbox (channel, conversation_id) where state = 'WAITING_FOR_TEMPLATE';
