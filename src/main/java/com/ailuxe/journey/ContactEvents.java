package com.ailuxe.journey;

import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.LegalNameGiven;
import org.springframework.stereotype.Component;

/** Tells the engine what is known of contacts: each booking whose contract may wait for it. */
@Component
class ContactEvents {
  private final Bookings bookings;
  private final Journey journey;

  ContactEvents(Bookings bookings, Journey journey) {
    this.bookings = bookings;
    this.journey = journey;
  }

  @EngineListener
  void on(LegalNameGiven given) {
    for (var booking : bookings.confirmed(given.agency(), given.contact())) {
      if (given.anotherOne()) {
        journey.legalNameChanged(booking, given.at());
      } else {
        journey.legalNameGiven(booking, given.at());
      }
    }
  }
}
