package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.ChatLine.Attached;
import com.ailuxe.board.ChatLine.Quote;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.FileState;
import com.ailuxe.conversation.MessageForm;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.PlainJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages of a conversation with all that staff see of them. */
@Service
@Transactional(readOnly = true)
public class Chat {
  private final JdbcClient jdbc;

  Chat(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The last lines before a place, oldest first. What was withdrawn before it left is not among
   * them, unless a person wrote it.
   *
   * @param before the {@link ChatLine#sequence()} of the line that follows; null for the end of the
   *     chat
   * @return none also when the agency has no such conversation
   */
  public List<ChatLine> lines(
      AgencyId agency, ConversationId conversation, @Nullable Long before, int most) {
    return jdbc.sql(
            """
            with m as (
              select m.* from message m
              where m.conversation_id = :conversation and m.agency_id = :agency
                and (:before::bigint is null or m.sequence < :before)
                and (m.author = 'PERSON' or not exists (
                  select from outbox w where w.message_id = m.id and w.state = 'WITHDRAWN'))
              order by m.sequence desc limit :most)
            select m.id, m.sequence, m.author, m.person_name, m.type, m.text, m.occurred_at,
              m.edited_at, m.corrects, m.taken_back_at, m.direction,
              quoted.author as quoted_author, coalesce(m.quote, quoted.text) as quoted_text,
              o.message_id as left_here, o.state, o.reason, o.response_time_ms, o.form, o.buttons,
              coalesce(f.state, case when a.message_id is not null then 'STORED' end) as file_state,
              f.reason as file_reason, coalesce(f.file_name, a.file_name) as file_name,
              coalesce(f.media_type, a.media_type) as media_type,
              coalesce(f.size, octet_length(a.content)) as file_size
            from m
            left join outbox o on o.message_id = m.id
            left join media f on f.message_id = m.id
            left join attachment a on a.message_id = m.id
            left join message quoted on quoted.id = message_named(m.conversation_id, m.quotes)
            order by m.sequence""")
        .param("conversation", conversation.value())
        .param("agency", agency.value())
        .param("before", before)
        .param("most", most)
        .query((row, index) -> line(row))
        .list();
  }

  private static ChatLine line(ResultSet row) throws SQLException {
    var state = row.getString("state");
    var form = row.getString("form");
    var response = row.getObject("response_time_ms", Long.class);
    var author = Author.valueOf(row.getString("author"));
    return new ChatLine(
        new MessageId(row.getObject("id", UUID.class)),
        row.getLong("sequence"),
        author,
        row.getString("person_name"),
        author == Author.PERSON && row.getObject("left_here") == null,
        MessageType.valueOf(row.getString("type")),
        Objects.requireNonNullElse(row.getString("text"), ""),
        row.getTimestamp("occurred_at").toInstant(),
        quote(row),
        row.getTimestamp("edited_at") != null,
        row.getObject("corrects") != null,
        row.getTimestamp("taken_back_at") != null,
        state == null ? null : DeliveryState.valueOf(state),
        row.getString("reason"),
        response == null ? null : Duration.ofMillis(response),
        form == null ? null : MessageForm.valueOf(form),
        buttons(row.getString("buttons")),
        file(row));
  }

  private static @Nullable Quote quote(ResultSet row) throws SQLException {
    var author = row.getString("quoted_author");
    var text = row.getString("quoted_text");
    return text == null || text.isBlank()
        ? null
        : new Quote(author == null ? null : Author.valueOf(author), text);
  }

  private static List<String> buttons(@Nullable String json) {
    return json == null
        ? List.of()
        : Arrays.stream(PlainJson.read(json, Button[].class)).map(Button::title).toList();
  }

  private static @Nullable Attached file(ResultSet row) throws SQLException {
    var state = row.getString("file_state");
    return state == null
        ? null
        : new Attached(
            FileState.valueOf(state),
            row.getString("file_reason"),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getObject("file_size", Long.class));
  }
}
