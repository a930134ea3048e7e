package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Identifier;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as it was proposed or agreed; it never changes, but for a name that becomes known later.
 */
@Entity
class BookingPrice {
  @Id private UUID id;
  private UUID agencyId;
  private UUID bookingId;
  private String currency;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "booking_price_line", joinColumns = @JoinColumn(name = "price_id"))
  @OrderColumn(name = "position")
  private List<Line> lines;

  private BigDecimal depositPercent;
  private @Nullable String agreedBy;
  private @Nullable UUID decisionId;
  private Instant pricedAt;

  @Embeddable
  record Line(@Column(nullable = false) String text, @Column(nullable = false) long minor) {}

  /** JPA needs it. */
  protected BookingPrice() {}

  /**
   * @param agreedBy null for a proposal
   */
  static BookingPrice of(
      AgencyId agency, BookingId booking, Price price, @Nullable Signature agreedBy, Instant now) {
    var row = new BookingPrice();
    row.id = UUID.randomUUID();
    row.agencyId = agency.value();
    row.bookingId = booking.value();
    row.currency = price.currency().getCurrencyCode();
    row.lines = price.lines().stream().map(line -> new Line(line.text(), line.minor())).toList();
    row.depositPercent = price.depositPercent();
    row.agreedBy = agreedBy == null ? null : agreedBy.name();
    row.decisionId = agreedBy == null ? null : Identifier.valueOf(agreedBy.decision());
    row.pricedAt = now;
    return row;
  }

  PriceId id() {
    return new PriceId(id);
  }

  Price price() {
    return new Price(
        Currency.getInstance(currency),
        lines.stream().map(line -> new PriceLine(line.text(), line.minor())).toList(),
        depositPercent);
  }
}
