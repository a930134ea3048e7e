package com.ailuxe.booking;

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

  public List<Object> of(BookingId booking) {
    return heard.stream().filter(event -> bookingOf(event).equals(booking)).toList();
  }

  private static BookingId bookingOf(Object event) {
    return event instanceof BookingRequested requested
        ? requested.bookingId()
        : ((BookingDetailsChanged) event).bookingId();
  }
}
