package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.event.TransactionalEventListener;

/** What listeners after the commit would hear. */
public class CommittedEvents {
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  @TransactionalEventListener
  void requested(BookingRequested event) {
    heard.add(event);
  }

  @TransactionalEventListener
  void changed(BookingDetailsChanged event) {
    heard.add(event);
  }

  @TransactionalEventListener
  void cancelled(BookingCancelled event) {
    heard.add(event);
  }

  @TransactionalEventListener
  void proposed(BookingChangeProposed event) {
    heard.add(event);
  }

  @TransactionalEventListener
  void outdated(BookingChangeOutdated event) {
    heard.add(event);
  }

  @TransactionalEventListener
  void moved(BookingMoved event) {
    heard.add(event);
  }

  public List<Object> of(BookingId booking) {
    return heard.stream().filter(event -> bookingOf(event).equals(booking)).toList();
  }

  private static BookingId bookingOf(Object event) {
    return switch (event) {
      case BookingRequested requested -> requested.bookingId();
      case BookingDetailsChanged changed -> changed.bookingId();
      case BookingCancelled cancelled -> cancelled.bookingId();
      case BookingChangeProposed proposed -> proposed.bookingId();
      case BookingChangeOutdated outdated -> outdated.bookingId();
      case BookingMoved moved -> moved.bookingId();
      default -> throw new IllegalArgumentException("Not an event of a booking: " + event);
    };
  }
}
