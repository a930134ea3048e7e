package com.ailuxe.journey.party;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.LegalNameSource;
import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.LegalName;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the legal name that a person entered; what is wrong with it comes back in words. */
@Component
public class RecordLegalNameWorker {
  private static final String DONE = "";

  private final Bookings bookings;
  private final Contacts contacts;
  private final Contracts contracts;

  RecordLegalNameWorker(Bookings bookings, Contacts contacts, Contracts contracts) {
    this.bookings = bookings;
    this.contacts = contacts;
    this.contracts = contracts;
  }

  /**
   * @param problem empty when the name is kept
   */
  public record Recorded(String problem) {}

  @JobWorker(type = JobTypes.RECORD_LEGAL_NAME)
  public Recorded handle(
      @Variable String bookingId,
      @Variable(optional = true) @Nullable String legalName,
      ActivatedJob job) {
    var name = LegalName.of(legalName);
    if (name.isEmpty()) {
      return new Recorded(
          "An agreement needs a name in letters, as it is written in the passport.");
    }
    if (!contracts.canName(name.get())) {
      return new Recorded(
          "An agreement cannot be written in these letters; take those of the passport's Latin line.");
    }
    var booking = bookings.facts(BookingId.parse(bookingId));
    contacts.giveLegalName(
        booking.contact(), name.get(), new LegalNameSource(Deciders.of(job, Actor.STAFF), null));
    return new Recorded(DONE);
  }
}
