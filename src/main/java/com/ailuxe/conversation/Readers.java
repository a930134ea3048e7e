package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the staff looks at a conversation, and how far each has read. Times are those of the
 * database, as what counts is a moment ago and not the application's clock.
 */
@Service
@Transactional
public class Readers {
  /** Who has not looked for so long is gone; open pages say more often that they are there. */
  private static final Duration GONE_AFTER = Duration.ofSeconds(40);

  private final JdbcClient jdbc;
  private final ConversationNews news;

  Readers(JdbcClient jdbc, ConversationNews news) {
    this.jdbc = jdbc;
    this.news = news;
  }

  /**
   * This person looks at the conversation, to its end. The others learn it when that is new.
   *
   * @param staff the id of the person
   * @param name as colleagues know the person
   */
  public void looks(AgencyId agency, ConversationId conversation, Identifier staff, String name) {
    var isNew =
        jdbc.sql(
                """
                with before as (
                  select looked_at, read_to from conversation_reader
                  where conversation_id = :conversation and staff_id = :staff),
                latest as (
                  select coalesce(max(m.sequence), 0) as sequence from message m
                  where m.conversation_id = :conversation)
                insert into conversation_reader as r
                  (conversation_id, staff_id, agency_id, name, read_to, looked_at)
                select c.id, :staff, c.agency_id, :name, latest.sequence, now()
                from conversation c cross join latest
                where c.id = :conversation and c.agency_id = :agency
                on conflict (conversation_id, staff_id) do update
                set read_to = greatest(r.read_to, excluded.read_to), looked_at = now(),
                  name = excluded.name
                returning not exists (
                  select from before
                  where before.looked_at > now() - make_interval(secs => :gone)
                    and before.read_to = r.read_to)""")
            .param("conversation", conversation.value())
            .param("agency", agency.value())
            .param("staff", staff.value())
            .param("name", name)
            .param("gone", GONE_AFTER.toSeconds())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (isNew) {
      news.changed(agency, conversation);
    }
  }

  /** The names of the others who look at it now. */
  @Transactional(readOnly = true)
  public List<String> others(AgencyId agency, ConversationId conversation, Identifier staff) {
    return jdbc.sql(
            """
            select name from conversation_reader
            where conversation_id = ? and agency_id = ? and staff_id <> ?
              and looked_at > now() - make_interval(secs => ?)
            order by name""")
        .params(conversation.value(), agency.value(), staff.value(), GONE_AFTER.toSeconds())
        .query(String.class)
        .list();
  }
}
