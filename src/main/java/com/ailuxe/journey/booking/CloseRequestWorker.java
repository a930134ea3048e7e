package com.ailuxe.journey.booking;

import com.ailuxe.booking.Bookings;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Closes a request whose details never came, and says so to the contact. */
@Component
public class CloseRequestWorker {
  private final Bookings bookings;
  private final BookingNotices notices;

  CloseRequestWorker(Bookings bookings, BookingNotices notices) {
    this.bookings = bookings;
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.CLOSE_REQUEST)
  public void handle(@Variable String bookingId) {
    var id = BookingId.parse(bookingId);
    if (bookings.lapse(id)) {
      notices.requestClosed(bookings.facts(id), MessageTemplate.REQUEST_LAPSED);
    }
  }
}
