package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks that nothing was lost and nothing counted twice, whatever a test has done: each message of
 * a contact is in the inbox once, settled as its turn ended, and in the totals and those of its
 * conversation. It holds at any moment, also while messages are under way.
 */
public final class LedgerAssert {
  /** A line for each thing that does not balance, all read at one moment. */
  private static final String DIFFERENCES =
      """
      select 'a message of a contact that the inbox does not know: ' || m.id
      from message m
      where m.direction = 'INBOUND' and not exists (select from inbox i where i.message_id = m.id)
      union all
      select 'accepted for an agency, but nothing was stored: ' || i.event_id
      from inbox i
      where i.kind = 'MESSAGE' and i.message_id is null and i.state <> 'IGNORED'
      union all
      select i.state || ' in the inbox, in a turn that is ' || coalesce(t.state, 'none') || ': '
        || i.event_id
      from inbox i left join message m on m.id = i.message_id left join turn t on t.id = m.turn_id
      where i.kind = 'MESSAGE' and not case i.state
        when 'OPEN' then coalesce(t.state, 'COLLECTED') in ('COLLECTED', 'DRAFTED', 'PRESSED')
        when 'ANSWERED' then coalesce(t.state, 'none') in ('ANSWERED', 'CARRIED_OUT')
        when 'HANDED_OVER' then coalesce(t.state, 'none') = 'HANDED_OVER'
        else coalesce(t.state, 'DISCARDED') = 'DISCARDED' end
      union all
      select 'a turn that counts as answered, and nothing is in the outbox: ' || t.id
      from turn t
      where t.state = 'ANSWERED' and not exists (
        select from message a join outbox o on o.message_id = a.id where a.turn_id = t.id)
      union all
      select 'in the totals ' || coalesce(l.messages, 0) || ' ' || outcome || ' ' || reason
        || ', in the inbox ' || coalesce(rows.messages, 0)
      from (
        select outcome, coalesce(reason, '') as reason, messages from message_ledger) l
      full join (
        select 'RECEIVED' as outcome, '' as reason, count(*) as messages
        from inbox where kind = 'MESSAGE'
        union all
        select state, coalesce(reason, ''), count(*)
        from inbox where kind = 'MESSAGE' group by state, reason) rows using (outcome, reason)
      where coalesce(l.messages, 0) <> coalesce(rows.messages, 0)
      union all
      select 'totals: ' || received || ' received, but ' || others || ' settled or open'
      from (
        select coalesce(sum(messages) filter (where outcome = 'RECEIVED'), 0) as received,
          coalesce(sum(messages) filter (where outcome <> 'RECEIVED'), 0) as others
        from message_ledger) totals
      where received <> others
      union all
      select 'conversation ' || conversation_id || ': ' || received || ' received, but '
        || answered + handed_over + ignored + open || ' settled or open'
      from conversation_ledger where received <> answered + handed_over + ignored + open""";

  /** Reads the database of the app, by its bean or from outside. */
  public static void assertThatTheLedgerBalances(JdbcClient database) {
    assertThat(database.sql(DIFFERENCES).query(String.class).list())
        .as("what does not balance in the ledger")
        .isEmpty();
  }

  private LedgerAssert() {}
}
