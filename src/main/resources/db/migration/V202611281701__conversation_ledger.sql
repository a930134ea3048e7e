-- What became of a message of a contact, and nothing else. The account of one that no agency has stands in its own column, so that
-- there are few different reasons.
update inbox set reason = 'no agency has this account'
where kind = 'MESSAGE' and state = 'IGNORED' and message_id is null;
alter table inbox
  add constraint inbox_state check (
    kind = 'MESSAGE' and state in ('OPEN', 'ANSWERED', 'HANDED_OVER', 'IGNORED')
    or kind in ('STATUS', 'CONSENT') and state in ('APPLIED', 'IGNORED')
    or kind = 'OTHER' and state = 'IGNORED'),
  add constraint inbox_ignored_has_a_reason check (state <> 'IGNORED' or coalesce(reason, '') <> '');

-- The entries of which the totals are the sums; outcome is RECEIVED or the state in which a message was settled. Nobody waits for
-- anybody here: entries are only added, and from time to time those that count the same are put together.
create table message_tally (
  outcome   text not null,
  reason    text,
  messages  bigint not null
);
insert into message_tally (outcome, messages)
select 'RECEIVED', count(*) from inbox where kind = 'MESSAGE' having count(*) > 0;
insert into message_tally (outcome, reason, messages)
select state, reason, count(*) from inbox where kind = 'MESSAGE' and state <> 'OPEN' group by state, reason;

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
