-- epoch grows with everything that makes a draft out of date: the contact or a person wrote, or another one answers from here.
-- handler_name is of the person who took over, null for one whom only the phone knows; handler_since is when that changed last.
alter table conversation
  add column epoch bigint not null default 0,
  add column handler_since timestamptz,
  add column handler_name text;
-- The conversation's when the messages were collected: a draft is of this epoch.
alter table turn add column epoch bigint not null default 0;
-- draft_epoch is null for what is no draft of the concierge. One that reopens is withdrawn with its turn: what it answers waits again.
alter table outbox
  add column draft_epoch bigint,
  add column reopens boolean not null default false;
create index outbox_draft on outbox (conversation_id)
  where draft_epoch is not null and state in ('WAITING_FOR_TEMPLATE', 'QUEUED', 'SENDING', 'UNKNOWN');

-- An echo is what a person of the agency wrote on their own phone.
alter table inbox
  drop constraint inbox_state,
  add constraint inbox_state check (
    kind = 'MESSAGE' and state in ('OPEN', 'ANSWERED', 'HANDED_OVER', 'IGNORED')
    or kind in ('STATUS', 'CONSENT', 'ECHO') and state in ('APPLIED', 'IGNORED')
    or kind = 'OTHER' and state = 'IGNORED');
