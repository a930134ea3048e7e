package com.ailuxe.journey.notice;

import com.ailuxe.rendering.Wording;
import com.ailuxe.shared.Letters;
import com.ailuxe.shared.Money;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message about a booking: whole, and as the facts that go into a text which a provider keeps.
 *
 * @param language that the text was found in
 * @param facts what is known of the booking, by name, each written in that language and in one line
 */
record BookingNotice(String text, Locale language, Map<String, String> facts) {
  public BookingNotice {
    facts = Map.copyOf(facts);
  }

  static BookingNotice of(String text, Locale language, BookingSheet booking) {
    var wording = new Wording(language);
    var facts = new HashMap<String, String>();
    add(facts, "agencyName", booking.agencyName());
    add(facts, "reference", booking.reference());
    add(facts, "talent", booking.talent());
    add(facts, "service", booking.service());
    add(facts, "when", wording.write(booking.start(), booking.end()));
    add(facts, "place", booking.place());
    add(facts, "guests", booking.guests());
    if (booking.price() != null) {
      add(facts, "price", wording.write(booking.price()));
    }
    if (booking.cancellationFee() != null) {
      add(facts, "cancellationFee", wording.write(fee(booking, booking.cancellationFee())));
    }
    add(facts, "note", booking.note());
    add(facts, "alternatives", String.join(", ", booking.alternatives()));
    add(facts, "contractNumber", booking.contractNumber());
    return new BookingNotice(text, language, facts);
  }

  private static Money fee(BookingSheet booking, Money computed) {
    return booking.feeWaived() ? Money.ofMinor(0, computed.currency()) : computed;
  }

  /** A notice about a booking of which too little is known to name it. */
  static BookingNotice of(String text, Locale language, String agencyName) {
    return new BookingNotice(text, language, Map.of("agencyName", agencyName));
  }

  /** WhatsApp refuses a placeholder with a line break, a tab, or nothing in it. */
  private static void add(Map<String, String> facts, String name, @Nullable Object value) {
    var line =
        value == null ? "" : Letters.composed(value.toString()).strip().replaceAll("\\s+", " ");
    if (!line.isEmpty()) {
      facts.put(name, line);
    }
  }
}
