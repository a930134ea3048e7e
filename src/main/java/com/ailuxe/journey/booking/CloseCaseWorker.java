package com.ailuxe.journey.booking;

import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The booking was called off: its documents are no longer in force, and somebody is notified. */
@Component
public class CloseCaseWorker {
  private final Bookings bookings;
  private final Contracts contracts;
  private final BookingNotices notices;

  CloseCaseWorker(Bookings bookings, Contracts contracts, BookingNotices notices) {
    this.bookings = bookings;
    this.contracts = contracts;
    this.notices = notices;
  }

  /**
   * @param cancelNotice what the contact still has to read: {@code contact} or {@code agency}
   *     called it off, or {@code none}
   */
  public record Closed(String cancelNotice) {}

  @JobWorker(type = JobTypes.CLOSE_CASE)
  public Closed handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    contracts.withdraw(booking.agency(), booking.id(), "booking cancelled");
    if (booking.talentName() == null || booking.start() == null) {
      notices.requestClosed(booking, MessageTemplate.REQUEST_CLOSED);
      return new Closed("none");
    }
    return new Closed(booking.cancelledBy() == CancelledBy.CONTACT ? "contact" : "agency");
  }
}
