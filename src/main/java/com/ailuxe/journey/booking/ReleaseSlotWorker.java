package com.ailuxe.journey.booking;

import com.ailuxe.booking.BookingCharges;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.CaseNotices;
import com.ailuxe.journey.notice.StaffTemplate;
import com.ailuxe.shared.BookingId;
import com.ailuxe.staff.StaffGroup;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/**
 * Gives the slot back, and with it the documents; the task's header {@code reason} says why.
 * Whoever declined the documents of their own change owes what the agreement of before says, and
 * the supervisors are notified.
 */
@Component
public class ReleaseSlotWorker {
  private static final String DECLINED = "contract-declined";

  private final Bookings bookings;
  private final BookingCharges charges;
  private final Contracts contracts;
  private final CancellationRules rules;
  private final CaseNotices notices;

  ReleaseSlotWorker(
      Bookings bookings,
      BookingCharges charges,
      Contracts contracts,
      CancellationRules rules,
      CaseNotices notices) {
    this.bookings = bookings;
    this.charges = charges;
    this.contracts = contracts;
    this.rules = rules;
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.RELEASE_SLOT)
  public void handle(@Variable String bookingId, ActivatedJob job) {
    var id = BookingId.parse(bookingId);
    var booking = bookings.facts(id);
    var reason = job.getCustomHeaders().getOrDefault("reason", "released");
    var fee = reason.equals(DECLINED) ? rules.feeForDeclining(booking).orElse(null) : null;
    bookings.release(id, reason, fee);
    contracts.withdraw(booking.agency(), id, reason);
    if (reason.equals(DECLINED) && charges.cancellation(id).isPresent()) {
      notices.about(
          id, StaffTemplate.BOOKING_CANCELLED, StaffGroup.SUPERVISOR, "declined/" + bookingId);
    }
  }
}
