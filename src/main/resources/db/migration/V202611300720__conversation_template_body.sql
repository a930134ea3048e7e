-- The words of a template as the provider keeps them, with their placeholders; null where nobody has entered them.
alter table message_template add column body text;
-- The words of a message that went out as a template instead: message.text is what the contact got.
alter table outbox add column free_text text;
