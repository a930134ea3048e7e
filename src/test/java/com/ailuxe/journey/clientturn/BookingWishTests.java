package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.booking.BookingDetails;
import com.ailuxe.concierge.BookingFields;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BookingWishTests {
  private final BookingWish wishes = new BookingWish();

  @Test
  void allThatWasReadArrivesAtTheBooking() {
    var start = LocalDateTime.parse("2026-12-05T19:00");
    var end = LocalDateTime.parse("2026-12-05T23:00");
    var paris = ZoneId.of("Europe/Paris");
    var budget = Money.of("1500", "EUR");

    var kept =
        wishes.write(
            new BookingFields("yacht", start, end, paris, "Port Hercule", 6, budget),
            "BK-2026-0001",
            new LegalName("Anna Berg"));

    assertThat(wishes.read(kept))
        .isEqualTo(new BookingDetails("yacht", start, end, paris, "Port Hercule", 6, budget));
    assertThat(wishes.reference(kept)).contains("BK-2026-0001");
    assertThat(wishes.legalName(kept)).contains(new LegalName("Anna Berg"));
  }

  @Test
  void nothingSaidIsNothingKnown() {
    assertThat(wishes.read(null)).isEqualTo(BookingDetails.NONE);
    assertThat(wishes.reference(null)).isEmpty();
    assertThat(wishes.reference(wishes.write(BookingFields.NONE, null, null))).isEmpty();
    assertThat(wishes.read(wishes.write(BookingFields.NONE, null, null)))
        .isEqualTo(BookingDetails.NONE);
    assertThat(wishes.legalName(wishes.write(BookingFields.NONE, null, null))).isEmpty();
  }

  /** What was kept before nulls were left out is read as well. */
  @Test
  void whatATurnHoldsAlreadyIsRead() {
    var kept =
        """
        {"talent": "yacht", "start": "2026-12-05T19:00:00", "end": null, "zone": "Europe/Paris",
         "place": null, "guests": 6, "budget": {"amount": 1500.00, "currency": "EUR"},
         "reference": null}""";

    assertThat(wishes.read(kept))
        .isEqualTo(
            new BookingDetails(
                "yacht",
                LocalDateTime.parse("2026-12-05T19:00"),
                null,
                ZoneId.of("Europe/Paris"),
                null,
                6,
                Money.of("1500", "EUR")));
    assertThat(wishes.reference(kept)).isEmpty();
    assertThat(wishes.legalName(kept)).isEmpty();
  }
}
