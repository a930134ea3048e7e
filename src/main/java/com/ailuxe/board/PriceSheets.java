package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Price;
import com.ailuxe.booking.PriceLine;
import com.ailuxe.shared.BookingId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prices that are in force for bookings, read for many at once. */
@Component
class PriceSheets {
  private final JdbcClient jdbc;

  PriceSheets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the bookings that are priced. */
  Map<BookingId, Price> of(AgencyId agency, Collection<BookingId> bookings) {
    var lines = new HashMap<BookingId, List<Line>>();
    jdbc.sql(
            """
            select b.id, p.currency, p.deposit_percent, l.text, l.minor
            from booking b
            join booking_price p on p.id = b.price_id
            left join booking_price_line l on l.price_id = p.id
            where b.agency_id = ? and b.id = any (?)
            order by b.id, l.position""")
        .params(agency.value(), Ids.array(bookings))
        .query((row, index) -> line(row))
        .list()
        .forEach(line -> lines.computeIfAbsent(line.booking, id -> new ArrayList<>()).add(line));
    var prices = new HashMap<BookingId, Price>();
    lines.forEach((booking, sheet) -> prices.put(booking, price(sheet)));
    return prices;
  }

  private static Price price(List<Line> sheet) {
    return new Price(
        sheet.getFirst().currency,
        sheet.stream().map(Line::known).flatMap(Optional::stream).toList(),
        sheet.getFirst().depositPercent);
  }

  private static Line line(ResultSet row) throws SQLException {
    var text = row.getString("text");
    return new Line(
        new BookingId(row.getObject("id", UUID.class)),
        Currency.getInstance(row.getString("currency")),
        row.getBigDecimal("deposit_percent"),
        text == null ? null : new PriceLine(text, row.getLong("minor")));
  }

  private record Line(
      BookingId booking, Currency currency, BigDecimal depositPercent, @Nullable PriceLine priced) {
    /** Empty for a price on request. */
    Optional<PriceLine> known() {
      return Optional.ofNullable(priced);
    }
  }
}
