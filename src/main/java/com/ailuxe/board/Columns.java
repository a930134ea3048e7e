package com.ailuxe.board;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads what columns hold, where they may hold nothing. */
final class Columns {
  private Columns() {}

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static @Nullable EventTime eventTime(ResultSet row, String wall, String zone)
      throws SQLException {
    var time = row.getObject(wall, LocalDateTime.class);
    var where = row.getString(zone);
    return time == null || where == null ? null : new EventTime(time, ZoneId.of(where));
  }

  static @Nullable Money money(ResultSet row, String amount, String currency) throws SQLException {
    var value = row.getBigDecimal(amount);
    return value == null ? null : new Money(value, Currency.getInstance(row.getString(currency)));
  }

  static @Nullable Money minor(ResultSet row, String minor, String currency) throws SQLException {
    var value = row.getObject(minor, Long.class);
    return value == null
        ? null
        : Money.ofMinor(value, Currency.getInstance(row.getString(currency)));
  }

  static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
