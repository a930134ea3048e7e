package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that are about one thing, out of all that a contact and an agency wrote. */
@Service
@Transactional(readOnly = true)
public class Excerpts {
  private final JdbcClient jdbc;

  Excerpts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message with its file.
   *
   * @param line what it says, and how far it got
   * @param file null for one without
   */
  public record Excerpt(
      MessageId id, Channel channel, WrittenLine line, @Nullable ExcerptFile file) {}

  /**
   * The file of a message.
   *
   * @param name as it was given; null where it has none
   * @param state whether it is there
   * @param document whether it is a document that we made ourselves
   */
  public record ExcerptFile(
      @Nullable String name, @Nullable String mediaType, FileState state, boolean document) {}

  /**
   * The messages of these turns, these messages, and the notices of a conversation that name a
   * reference; the oldest first.
   *
   * @param reference by which notices name what they are about, for example BK-2026-0001
   */
  public List<Excerpt> about(
      AgencyId agency,
      ConversationId conversation,
      Collection<TurnId> turns,
      Collection<MessageId> messages,
      String reference) {
    return jdbc.sql(
            """
            with about as (
              select id from message where turn_id = any (:turns)
              union
              select id from message where id = any (:messages)
              union
              select id from message
              where conversation_id = :conversation and author = 'NOTICE'
                and position(:reference in text) > 0)
            select %s, m.id, c.channel, o.state, o.reason,
              coalesce(a.file_name, f.file_name) as file_name,
              coalesce(a.media_type, f.media_type) as media_type,
              case when a.message_id is not null then 'STORED' else f.state end as file_state,
              a.message_id is not null as document
            from about
            join message m on m.id = about.id
            join conversation c on c.id = m.conversation_id
            left join outbox o on o.message_id = m.id
            left join attachment a on a.message_id = m.id
            left join media f on f.message_id = m.id
            %s
            where m.agency_id = :agency
            order by m.sequence"""
                .formatted(MessageText.COLUMNS, MessageText.QUOTED))
        .param("turns", array(turns))
        .param("messages", array(messages))
        .param("conversation", conversation.value())
        .param("reference", reference)
        .param("agency", agency.value())
        .query((row, index) -> excerpt(row))
        .list();
  }

  private static Object array(Collection<? extends Identifier> ids) {
    return ids.stream().map(Identifier::value).toArray(UUID[]::new);
  }

  private static Excerpt excerpt(ResultSet row) throws SQLException {
    var state = row.getString("state");
    var file = row.getString("file_state");
    return new Excerpt(
        new MessageId(row.getObject("id", UUID.class)),
        Channel.valueOf(row.getString("channel")),
        new WrittenLine(
            MessageText.line(row),
            state == null ? null : DeliveryState.valueOf(state),
            row.getString("reason")),
        file == null
            ? null
            : new ExcerptFile(
                row.getString("file_name"),
                row.getString("media_type"),
                FileState.valueOf(file),
                row.getBoolean("document")));
  }
}
