package com.ailuxe.journey.booking;

import com.ailuxe.booking.BookingPrices;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.PriceLines;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whether a deposit has to come in, and lays out what to look for. */
@Component
public class PrepareDepositWorker {
  private final Bookings bookings;
  private final BookingPrices prices;
  private final Contacts contacts;

  PrepareDepositWorker(Bookings bookings, BookingPrices prices, Contacts contacts) {
    this.bookings = bookings;
    this.prices = prices;
    this.contacts = contacts;
  }

  /**
   * @param deposit null where none is due
   */
  public record Prepared(boolean depositDue, @Nullable Deposit deposit) {}

  public record Deposit(String contactName, String reference, String amount, String price) {}

  @JobWorker(type = JobTypes.PREPARE_DEPOSIT)
  public Prepared handle(@Variable String bookingId) {
    var id = BookingId.parse(bookingId);
    return prices
        .depositDue(id)
        .map(due -> new Prepared(true, deposit(id, due)))
        .orElseGet(() -> new Prepared(false, null));
  }

  private Deposit deposit(BookingId id, Money due) {
    var booking = bookings.facts(id);
    return new Deposit(
        FormText.line(contacts.profile(booking.contact()).displayName()),
        booking.reference(),
        due.toString(),
        PriceLines.total(booking.price()));
  }
}
