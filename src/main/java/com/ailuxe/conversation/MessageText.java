package com.ailuxe.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a row of {@code message} reads; one without words is named by its type. */
final class MessageText {
  /** What {@link #line} reads of a message {@code m}, with {@link #QUOTED} beside it. */
  static final String COLUMNS =
      """
      m.author, m.text, m.type, m.occurred_at, m.edited_at, m.corrects, m.taken_back_at,
      quoted.author as quoted_author, quoted.type as quoted_type,
      coalesce(m.quote, quoted.text) as quoted_text,
      m.direction = 'OUTBOUND' and exists (
        select from turn answered
        where answered.id = m.turn_id and answered.path_says is not null
          and answered.intent = 'book')
        as closes""";

  /** The message that a message {@code m} quotes. */
  static final String QUOTED =
      "left join message quoted on quoted.id = message_named(m.conversation_id, m.quotes)";

  /** The condition for messages {@code m} that are on their way, or have reached the contact. */
  static final String NOT_WITHDRAWN =
      "not exists (select from outbox o where o.message_id = m.id and o.state = 'WITHDRAWN')";

  /**
   * The last lines, oldest first.
   *
   * @param condition which messages {@code m} they are of, with a place for each parameter
   */
  static List<TranscriptLine> last(
      JdbcClient jdbc, int most, String condition, Object... parameters) {
    return jdbc.sql(
            """
            select * from (
              select %s, m.sequence from message m %s
              where %s
              order by m.sequence desc limit %d) last_lines
            order by sequence"""
                .formatted(COLUMNS, QUOTED, condition, most))
        .params(parameters)
        .query((row, index) -> line(row))
        .list();
  }

  static String of(ResultSet row) throws SQLException {
    return of(type(row), row.getString("text"));
  }

  private static String of(MessageType type, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return named(type);
    }
    return type.hasWords() ? text : named(type) + " " + text;
  }

  /** The name of a type, by which whoever reads words only learns that there was something else. */
  static String named(MessageType type) {
    return "[" + type.name().toLowerCase(Locale.ROOT) + "]";
  }

  /** Whether it has no words of its author. */
  static boolean isMissing(ResultSet row) throws SQLException {
    var text = row.getString("text");
    return text == null || text.isBlank() || !type(row).hasWords();
  }

  static TranscriptLine line(ResultSet row) throws SQLException {
    return new TranscriptLine(
        Author.valueOf(row.getString("author")),
        of(row),
        row.getTimestamp("occurred_at").toInstant(),
        quoted(row).orElse(null),
        corrects(row),
        row.getTimestamp("taken_back_at") != null,
        row.getBoolean("closes"));
  }

  static boolean corrects(ResultSet row) throws SQLException {
    return row.getTimestamp("edited_at") != null || row.getObject("corrects") != null;
  }

  /** Empty also when it quotes what nobody here knows. */
  static Optional<QuotedLine> quoted(ResultSet row) throws SQLException {
    var author = row.getString("quoted_author");
    var text = row.getString("quoted_text");
    if (author == null) {
      return Optional.ofNullable(text)
          .filter(words -> !words.isBlank())
          .map(words -> new QuotedLine(null, words));
    }
    return Optional.of(
        new QuotedLine(
            Author.valueOf(author), of(MessageType.valueOf(row.getString("quoted_type")), text)));
  }

  private static MessageType type(ResultSet row) throws SQLException {
    return MessageType.valueOf(row.getString("type"));
  }

  private MessageText() {}
}
