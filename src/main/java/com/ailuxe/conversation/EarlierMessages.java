package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages of contacts that are changed or taken back after they came. */
@Component
class EarlierMessages {
  static final String TAKEN_BACK = "taken back by the contact";

  private final JdbcClient jdbc;

  EarlierMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message as it was last known.
   *
   * @param id of the message with its last words: itself, or the last one that corrects it
   * @param first the message that the provider names
   * @param fileId by which the provider gives its file out, if it has one
   * @param isOpen whether nobody has answered its last words
   * @param saidAt when it was written, or changed last
   */
  record Earlier(
      MessageId id,
      MessageId first,
      MessageType type,
      @Nullable String text,
      @Nullable String fileId,
      boolean isOpen,
      boolean isTakenBack,
      Instant saidAt) {
    /** Whether it is that already. */
    boolean says(InboundEvent.Content content) {
      return Objects.requireNonNullElse(text, "")
              .equals(Objects.requireNonNullElse(content.text(), ""))
          && hasFileOf(content);
    }

    /** Whether only its words are other ones. */
    boolean hasFileOf(InboundEvent.Content content) {
      var file = content.file();
      return type == content.type()
          && Objects.equals(fileId, file == null ? null : file.providerId());
    }
  }

  /**
   * The conversation is locked.
   *
   * @param name the provider's, of one of the contact's messages
   */
  Optional<Earlier> find(ConversationId conversation, String name) {
    return jdbc.sql(
            """
            with named as (select message_named(?, ?) as id)
            select m.id, named.id as first, m.type, m.text, f.provider_media_id,
              i.state = 'OPEN' as open, m.taken_back_at is not null as taken_back,
              coalesce(m.edited_at, m.occurred_at) as said_at
            from named cross join message m
            join inbox i on i.message_id = m.id
            left join media f on f.message_id = m.id
            where m.direction = 'INBOUND' and m.id in (
              select id from named
              union all select c.id from message c join named n on c.corrects = n.id)
            order by m.sequence desc limit 1""")
        .params(conversation.value(), name)
        .query(
            (row, index) ->
                new Earlier(
                    new MessageId(row.getObject("id", UUID.class)),
                    new MessageId(row.getObject("first", UUID.class)),
                    MessageType.valueOf(row.getString("type")),
                    row.getString("text"),
                    row.getString("provider_media_id"),
                    row.getBoolean("open"),
                    row.getBoolean("taken_back"),
                    row.getTimestamp("said_at").toInstant()))
        .optional();
  }

  /**
   * A message of ours.
   *
   * @param name the provider's
   */
  Optional<MessageId> findOurs(ConversationId conversation, String name) {
    return jdbc.sql(
            "select id from message where id = message_named(?, ?) and direction = 'OUTBOUND'")
        .params(conversation.value(), name)
        .query(UUID.class)
        .optional()
        .map(MessageId::new);
  }
}
