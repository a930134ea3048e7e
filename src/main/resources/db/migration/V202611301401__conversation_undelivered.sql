-- Owed not for what the words say, but because they do not get to the contact.
alter table promise add column undelivered boolean not null default false;
create unique index promise_undelivered on promise (conversation_id) where undelivered and ended_at is null;
