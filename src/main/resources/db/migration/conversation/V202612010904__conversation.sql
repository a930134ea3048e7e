-- epoch grows with everything that makes a draft out of date: the contact or a person wrote, or another one answers from here.
-- handler_name is of the person who took over, null for one whom only the phone knows; handler_since is when that changed last.
create table conversation (
  id                   uuid primary key,
  agency_id            uuid not null references agency,
  contact_id           uuid not null references contact,
  channel              text not null,
  account_id           text not null,
  recipient_kind       text not null,
  recipient_value      text not null,
  -- When the contact wrote from the address that answers go to. What was written before, or to the contact, does not change it.
  recipient_at         timestamptz,
  handler              text not null,
  handler_since        timestamptz,
  handler_name         text,
  handler_decision_id  uuid references decision,
  epoch                bigint not null default 0,
  ai_disclosed_at      timestamptz,
  last_inbound_at      timestamptz,
  -- When the engine began with the conversation last and a step failed before any message was claimed. Such a conversation
  -- stands still by itself: the engine and the workers are there.
  not_begun_at         timestamptz,
  created_at           timestamptz not null,
  version              bigint not null,
  unique (agency_id, contact_id, channel, account_id)
);
create index conversation_handler_decision on conversation (handler_decision_id) where handler_decision_id is not null;

-- What the contact sent since the last answer, and the one answer to it. Its epoch is the conversation's when the messages were
-- collected: a draft is of this epoch.
create table turn (
  id                uuid primary key,
  agency_id         uuid not null references agency,
  conversation_id   uuid not null references conversation,
  process_instance  bigint not null,
  state             text not null,
  epoch             bigint not null default 0,
  draft             text,
  intent            text,
  booking_fields    text,
  confidence        double precision,
  needs_person      boolean,
  reason            text,
  -- Why a person answers the turn; null while the concierge does. It stays until the turn ends.
  by_hand_reason    text,
  contract_id       uuid,
  -- What the draft promises, and what of it the path sees to by itself.
  promise           text,
  path_keeps        text,
  path_says         text,
  collected_at      timestamptz not null,
  answered_at       timestamptz,
  version           bigint not null
);
create index turn_conversation on turn (conversation_id, collected_at);
create unique index turn_open_per_conversation on turn (conversation_id) where state in ('COLLECTED', 'DRAFTED');

-- provider_id is the messenger's id of a message where that is not the id of its event; quotes is such an id, of the message that is
-- quoted, and quote are its words as the messenger gives them. corrects is the message whose words, answered before, this one
-- replaces; words that are not answered yet are replaced in their place, at edited_at. taken_back_at is when the contact deleted it.
create table message (
  id               uuid primary key,
  sequence         bigint generated always as identity unique,
  agency_id        uuid not null references agency,
  conversation_id  uuid not null references conversation,
  turn_id          uuid references turn,
  direction        text not null,
  author           text not null,
  type             text not null,
  text             text,
  button_payload   text,
  provider_id      text,
  quotes           text,
  quote            text,
  corrects         uuid references message,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  edited_at        timestamptz,
  taken_back_at    timestamptz
);
create index message_conversation on message (conversation_id, sequence);
-- A message is looked for by its turn, and never by having none: those are found through the inbox. An index that has them, too, keeps an
-- entry of every message that ever waited until the table is vacuumed, which happens the more seldom the larger it is, and tempts
-- the planner to read all of them for each turn.
create index message_turn on message (turn_id) where turn_id is not null;
create index message_provider_id on message (conversation_id, provider_id) where provider_id is not null;
create index message_corrects on message (corrects) where corrects is not null;

-- Every event a provider sent, once, and what became of it. An echo is what a person of the agency wrote on their own phone; EDIT and
-- TAKEN_BACK are about a message of before.
create table inbox (
  channel          text not null,
  account_id       text not null,
  event_id         text not null,
  agency_id        uuid references agency,
  conversation_id  uuid references conversation,
  message_id       uuid unique references message,
  kind             text not null,
  payload          text not null,
  state            text not null,
  -- Of a message of a contact: what became of it, and nothing else. The account of one that no agency has stands in its own column, so
  -- that there are few different reasons.
  reason           text,
  received_at      timestamptz not null,
  -- When the engine was notified of a message that nobody has begun with. One that the engine was notified of, and that a turn took at
  -- once, needs no such entry; one without it that nobody begins with is announced again.
  announced_at     timestamptz,
  settled_at       timestamptz,
  primary key (channel, account_id, event_id),
  constraint inbox_state check (
    kind = 'MESSAGE' and state in ('OPEN', 'ANSWERED', 'HANDED_OVER', 'IGNORED')
    or kind in ('STATUS', 'CONSENT', 'ECHO', 'EDIT', 'TAKEN_BACK') and state in ('APPLIED', 'IGNORED')
    or kind = 'OTHER' and state = 'IGNORED'),
  constraint inbox_ignored_has_a_reason check (state <> 'IGNORED' or coalesce(reason, '') <> '')
);
create index inbox_open on inbox (received_at) where state = 'OPEN';
create index inbox_open_conversation on inbox (conversation_id) where state = 'OPEN';

-- Every message of ours on its way to a provider. form is how it went: TEXT or TEMPLATE. withdrawal is why it must not be tried again.
create table outbox (
  message_id           uuid primary key references message,
  sequence             bigint generated always as identity unique,
  agency_id            uuid not null references agency,
  conversation_id      uuid not null references conversation,
  channel              text not null,
  idempotency_key      text not null unique,
  buttons              text not null,
  lead                 text,
  state                text not null,
  attempts             integer not null default 0,
  not_before           timestamptz not null,
  lease_until          timestamptz,
  claimed_by           uuid,
  -- When the last call to the provider began, on the database's clock: the providers count how many there are in a while, whatever
  -- time the application believes it is. tried_at is the same on the application's clock.
  claimed_at           timestamptz,
  tried_at             timestamptz,
  -- The attempt of which the journey was notified that its outcome is unknown.
  unknown_attempt      integer,
  form                 text,
  template_stem        text,
  template_language    text,
  template_parameters  jsonb,
  -- The words of a message that went out as a template instead: message.text is what the contact got.
  free_text            text,
  expires_at           timestamptz,
  expiry_reason        text,
  withdrawal           text,
  -- draft_epoch is null for what is no draft of the concierge. One that reopens is withdrawn with its turn: what it answers waits again.
  draft_epoch          bigint,
  reopens              boolean not null default false,
  provider_message_id  text,
  reason               text,
  response_time_ms     bigint,
  queued_at            timestamptz not null,
  accepted_at          timestamptz,
  sent_at              timestamptz,
  delivered_at         timestamptz,
  read_at              timestamptz,
  failed_at            timestamptz,
  check (num_nulls(template_stem, template_language, template_parameters) in (0, 3)),
  check (num_nulls(expires_at, expiry_reason) in (0, 2))
);
create index outbox_waiting on outbox (channel, sequence) where state in ('QUEUED', 'SENDING');
create index outbox_lane on outbox (conversation_id, sequence) where state in ('QUEUED', 'SENDING');
create index outbox_provider_message on outbox (channel, provider_message_id);
create index outbox_waiting_for_template on outbox (channel, conversation_id) where state = 'WAITING_FOR_TEMPLATE';
create index outbox_unknown on outbox (sequence) where state = 'UNKNOWN';
create index outbox_rate on outbox (channel, claimed_at) include (conversation_id);
create index outbox_pair_rate on outbox (conversation_id, claimed_at);
create index outbox_draft on outbox (conversation_id)
  where draft_epoch is not null and state in ('WAITING_FOR_TEMPLATE', 'QUEUED', 'SENDING', 'UNKNOWN');

-- Every row of these is written several times within seconds and never again: they are vacuumed by how much was written, not by a
-- fifth of all that is stored.
alter table message set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table inbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table outbox set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
alter table turn set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);

-- What an agency had approved at WhatsApp, to write to contacts whose last message is more than 24 hours old. stem and
-- language are those of a file in templates/message; parameter_order names the facts that fill the placeholders.
create table message_template (
  agency_id        uuid not null references agency,
  stem             text not null,
  language         text not null,
  provider_name    text not null,
  language_code    text not null,
  parameter_order  text[] not null,
  -- The words of a template as the provider keeps them, with their placeholders; null where nobody has entered them.
  body             text,
  state            text not null check (state in ('PENDING', 'APPROVED', 'REJECTED')),
  reason           text,
  primary key (agency_id, stem, language)
);

-- What came of a person's decision about a send of unknown outcome; under the same key it counts once.
create table unknown_send_decision (
  idempotency_key  text primary key,
  message_id       uuid not null references message,
  agency_id        uuid not null references agency,
  attempt          integer not null,
  outcome          text not null,
  decided_at       timestamptz not null,
  decision_id      uuid references decision
);
create index unknown_send_decision_message on unknown_send_decision (message_id);
create index unknown_send_decision_decision on unknown_send_decision (decision_id) where decision_id is not null;

-- What we have promised contacts that one of us will do, in which message, and how it ended.
create table promise (
  id               uuid primary key,
  agency_id        uuid not null references agency,
  conversation_id  uuid not null references conversation,
  message_id       uuid not null unique references message,
  turn_id          uuid references turn,
  said             text not null,
  -- Owed not for what the words say, but because they do not get to the contact.
  undelivered      boolean not null default false,
  made_at          timestamptz not null,
  due_at           timestamptz not null,
  ended_at         timestamptz,
  ended_how        text,
  ended_by         text,
  ended_decision   uuid,
  check (num_nulls(ended_at, ended_how) in (0, 2))
);
create index promise_decision on promise (ended_decision) where ended_decision is not null;
create index promise_owed on promise (conversation_id) where ended_at is null;
create unique index promise_undelivered on promise (conversation_id) where undelivered and ended_at is null;

-- A document that we made and send: its content. Where we keep what contacts send is in media.
create table attachment (
  message_id  uuid primary key references message,
  agency_id   uuid not null references agency,
  file_name   text not null,
  media_type  text not null,
  sha256      text not null,
  content     bytea not null
);

-- The files that contacts sent and people of the agency sent them: where each is, or why it is not. The content is kept elsewhere, under
-- agency and sha256. Documents that we make ourselves are in attachment.
create table media (
  message_id         uuid primary key references message,
  agency_id          uuid not null references agency,
  provider_media_id  text,
  kind               text not null,
  declared_type      text,
  declared_sha256    text,
  file_name          text,
  state              text not null check (state in ('WAITING', 'STORED', 'REFUSED', 'FAILED')),
  reason             text,
  media_type         text,
  size               bigint,
  sha256             text,
  attempts           integer not null default 0,
  not_before         timestamptz not null default now(),
  expected_at        timestamptz not null default now(),
  settled_at         timestamptz,
  check (state <> 'WAITING' or provider_media_id is not null),
  check (state <> 'STORED' or num_nulls(media_type, size, sha256) = 0),
  check (state not in ('REFUSED', 'FAILED') or reason is not null)
);
create index media_waiting on media (not_before) where state = 'WAITING';

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

-- The entries of which the totals are the sums; outcome is RECEIVED or the state in which a message was settled. Nobody waits for
-- anybody here: entries are only added, and from time to time those that count the same are put together.
create table message_tally (
  outcome   text not null,
  reason    text,
  messages  bigint not null
);

create function tally_message() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into message_tally (outcome, messages) values ('RECEIVED', 1);
  elsif old.state <> 'OPEN' then
    insert into message_tally (outcome, reason, messages) values (old.state, old.reason, -1);
  end if;
  if new.state <> 'OPEN' then
    insert into message_tally (outcome, reason, messages) values (new.state, new.reason, 1);
  end if;
  return null;
end $$;
create trigger inbox_received after insert on inbox
  for each row when (new.kind = 'MESSAGE') execute function tally_message();
create trigger inbox_settled after update of state, reason on inbox
  for each row when (new.kind = 'MESSAGE' and (old.state, old.reason) is distinct from (new.state, new.reason))
  execute function tally_message();

-- The totals: RECEIVED is the sum of all the others. Messages of all agencies, and those of accounts that no agency has.
create view message_ledger as
select outcome, reason, sum(messages)::bigint as messages from message_tally group by outcome, reason
union all
select 'OPEN', null, count(*) from inbox where state = 'OPEN';

-- The same for each conversation: received = answered + handed_over + ignored + open. A message counts as answered, or handed over,
-- when its answer is in the outbox, or when what it asks for was done without words. How many of those wait for a message of ours
-- that the provider has not taken yet stands in answer_waits; how many for one that has not, or not surely, left in answer_unsent.
create view conversation_ledger as
select m.agency_id, m.conversation_id,
  count(*) as received,
  count(*) filter (where i.state = 'ANSWERED') as answered,
  count(*) filter (where i.state = 'HANDED_OVER') as handed_over,
  count(*) filter (where i.state = 'IGNORED') as ignored,
  count(*) filter (where i.state = 'OPEN') as open,
  array_agg(distinct i.reason) filter (where i.state = 'IGNORED') as ignored_because,
  count(*) filter (where i.state = 'OPEN' and m.turn_id is null) as not_started,
  count(*) filter (where i.state in ('ANSWERED', 'HANDED_OVER') and answer.waits) as answer_waits,
  count(*) filter (where i.state in ('ANSWERED', 'HANDED_OVER') and answer.unsent) as answer_unsent
from message m
left join inbox i on i.message_id = m.id
left join lateral (
  select bool_or(o.state in ('QUEUED', 'SENDING', 'WAITING_FOR_TEMPLATE')) as waits,
    bool_or(o.state in ('UNKNOWN', 'FAILED', 'WITHDRAWN')) as unsent
  from message a join outbox o on o.message_id = a.id
  where a.turn_id = m.turn_id) answer on true
where m.direction = 'INBOUND'
group by m.agency_id, m.conversation_id;
