package com.ailuxe.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How a row of {@code message} reads; one without words is named by its type. */
final class MessageText {
  static String of(ResultSet row) throws SQLException {
    return isMissing(row)
        ? "[" + MessageType.valueOf(row.getString("type")).name().toLowerCase(Locale.ROOT) + "]"
        : row.getString("text");
  }

  static boolean isMissing(ResultSet row) throws SQLException {
    var text = row.getString("text");
    return text == null || text.isBlank();
  }

  static TranscriptLine line(ResultSet row) throws SQLException {
    return new TranscriptLine(
        Author.valueOf(row.getString("author")),
        of(row),
        row.getTimestamp("occurred_at").toInstant());
  }

  private MessageText() {}
}
