package com.ailuxe.journey.party;

import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Tells whether the contact of a booking has a legal name that a contract can be written in. */
@Component
public class RequirePartyWorker {
  private final Bookings bookings;
  private final Contacts contacts;
  private final Contracts contracts;

  RequirePartyWorker(Bookings bookings, Contacts contacts, Contracts contracts) {
    this.bookings = bookings;
    this.contacts = contacts;
    this.contracts = contracts;
  }

  public record Required(boolean partyKnown) {}

  @JobWorker(type = JobTypes.REQUIRE_PARTY)
  public Required handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    var name = contacts.profile(booking.contact()).legalName();
    return new Required(name != null && contracts.canName(name));
  }
}
