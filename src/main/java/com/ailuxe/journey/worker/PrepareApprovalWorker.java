package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.EventTime;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out all that the approver of a booking needs: facts, price, conflicts, alternatives. */
@Component
public class PrepareApprovalWorker {
  private static final String NOT_SAID = "not said";

  private final Bookings bookings;
  private final Contacts contacts;

  PrepareApprovalWorker(Bookings bookings, Contacts contacts) {
    this.bookings = bookings;
    this.contacts = contacts;
  }

  public record Prepared(Approval approval) {}

  public record Approval(
      String contactName,
      String talentName,
      String service,
      String startsAt,
      String endsAt,
      String zone,
      String place,
      String guests,
      String budget,
      String proposedPrice,
      String breakdown,
      String overBudget,
      String conflicts,
      String alternatives,
      String history) {}

  @JobWorker(type = JobTypes.PREPARE_APPROVAL)
  public Prepared handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    var start = booking.start();
    return new Prepared(
        new Approval(
            FormText.line(contacts.profile(booking.contact()).displayName()),
            orNotSaid(booking.talentName()),
            orNotSaid(booking.service()),
            time(start),
            time(booking.end()),
            start == null ? NOT_SAID : start.zone().getId(),
            orNotSaid(booking.place()),
            orNotSaid(booking.guests()),
            orNotSaid(booking.budget()),
            PriceLines.total(booking.price()),
            PriceLines.breakdown(booking.price()),
            PriceLines.overBudget(booking.price(), booking.budget()),
            FormText.lines(booking.conflicts()),
            FormText.lines(booking.alternatives()),
            booking.completedBefore() == 0
                ? "First booking with us"
                : booking.completedBefore() + " completed before"));
  }

  private static String time(@Nullable EventTime time) {
    return time == null ? NOT_SAID : Words.wallTime(time);
  }

  private static String orNotSaid(@Nullable Object fact) {
    return fact == null ? NOT_SAID : FormText.line(fact.toString());
  }
}
