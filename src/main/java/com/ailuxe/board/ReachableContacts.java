package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.conversation.Channel;
import com.ailuxe.shared.ConversationId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of an agency, each by the conversations in which they are reached. */
@Service
@Transactional(readOnly = true)
public class ReachableContacts {
  private final JdbcClient jdbc;

  ReachableContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A contact on a channel.
   *
   * @param address the number or name there
   */
  public record Reachable(
      ConversationId conversation,
      ContactId contact,
      String name,
      Channel channel,
      String address) {}

  /**
   * Those whose name or address has these words, who wrote last first.
   *
   * @param words all contacts, where they are blank
   */
  public List<Reachable> find(AgencyId agency, String words, int most) {
    return jdbc.sql(
            """
            select k.id, k.contact_id, c.display_name, k.channel, k.recipient_value
            from conversation k join contact c on c.id = k.contact_id
            where k.agency_id = :agency
              and (c.display_name ilike :words or c.legal_name ilike :words
                or k.recipient_value ilike :words)
            order by k.last_inbound_at desc nulls last, k.id limit :most""")
        .param("agency", agency.value())
        .param("words", SearchWords.within(words.strip()))
        .param("most", most)
        .query(
            (row, index) ->
                new Reachable(
                    new ConversationId(row.getObject("id", UUID.class)),
                    new ContactId(row.getObject("contact_id", UUID.class)),
                    row.getString("display_name"),
                    Channel.valueOf(row.getString("channel")),
                    row.getString("recipient_value")))
        .list();
  }
}
