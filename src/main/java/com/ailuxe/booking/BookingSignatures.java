package com.ailuxe.booking;

import com.ailuxe.agency.DecisionSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the names of those who decided to what they decided about. */
@Component
class BookingSignatures {
  private final BookingRepository bookings;
  private final BookingChangeRepository changes;
  private final BookingPriceRepository prices;
  private final BookingCharges charges;

  BookingSignatures(
      BookingRepository bookings,
      BookingChangeRepository changes,
      BookingPriceRepository prices,
      BookingCharges charges) {
    this.bookings = bookings;
    this.changes = changes;
    this.prices = prices;
    this.charges = charges;
  }

  /** Signs what was decided, in the transaction that keeps the name. */
  @EventListener
  void signed(DecisionSigned signed) {
    var decision = signed.decision().value();
    bookings.signed(decision, signed.name());
    changes.signed(decision, signed.name());
    changes.requestSigned(decision, signed.name());
    prices.signed(decision, signed.name());
    charges.signed(signed.decision(), signed.name());
  }
}
