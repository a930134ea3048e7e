package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The changes that a person has yet to decide about, one per booking at most. */
@Component
class ChangeProposals {
  private final BookingChangeRepository changes;
  private final ApplicationEventPublisher events;

  ChangeProposals(BookingChangeRepository changes, ApplicationEventPublisher events) {
    this.changes = changes;
    this.events = events;
  }

  /** Nobody needs to decide about a change of this booking any more. */
  void overtake(BookingId booking) {
    changes
        .lockProposed(booking.value())
        .ifPresent(
            change -> {
              change.overtake();
              changes.flush();
              events.publishEvent(new BookingChangeOutdated(booking, change.id()));
            });
  }
}
