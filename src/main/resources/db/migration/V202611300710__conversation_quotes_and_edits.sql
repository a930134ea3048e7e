-- provider_id is the messenger's id of a message where that is not the id of its event; quotes is such an id, of the message that is
-- quoted, and quote are its words as the messenger gives them. corrects is the message whose words, answered before, this one
-- replaces; words that are not answered yet are replaced in their place, at edited_at. taken_back_at is when the contact deleted it.
alter table message
  add column provider_id text,
  add column quotes text,
  add column quote text,
  add column corrects uuid references message,
  add column edited_at timestamptz,
  add column taken_back_at timestamptz;
create index message_provider_id on message (conversation_id, provider_id) where provider_id is not null;
create index message_corrects on message (corrects) where corrects is not null;

-- The message of a conversation that the messenger names like this, ours or the contact's.
create function message_named(conversation uuid, name text) returns uuid language sql stable strict as $$
  select coalesce(
    (select o.message_id from outbox o join conversation c on c.id = o.conversation_id
      where c.id = conversation and o.channel = c.channel and o.provider_message_id = name and o.conversation_id = conversation),
    (select i.message_id from inbox i join conversation c on c.id = i.conversation_id
      where c.id = conversation and c.channel = 'WHATSAPP' and i.channel = c.channel and i.account_id = c.account_id
        and i.event_id = name and i.conversation_id = conversation),
    (select m.id from message m where m.conversation_id = conversation and m.provider_id = name order by m.sequence desc limit 1))
$$;

-- EDIT and TAKEN_BACK tell of a message of before.
alter table inbox
  drop constraint inbox_state,
  add constraint inbox_state check (
    kind = 'MESSAGE' and state in ('OPEN', 'ANSWERED', 'HANDED_OVER', 'IGNORED')
    or kind in ('STATUS', 'CONSENT', 'ECHO', 'EDIT', 'TAKEN_BACK') and state in ('APPLIED', 'IGNORED')
    or kind = 'OTHER' and state = 'IGNORED');
