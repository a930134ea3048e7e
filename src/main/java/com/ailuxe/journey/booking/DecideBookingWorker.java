package com.ailuxe.journey.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.DecisionOutcome.Confirmed;
import com.ailuxe.booking.DecisionOutcome.Declined;
import com.ailuxe.booking.DecisionOutcome.Overtaken;
import com.ailuxe.booking.DecisionOutcome.PriceRefused;
import com.ailuxe.booking.DecisionOutcome.SlotTaken;
import com.ailuxe.journey.ErrorCodes;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.form.FormReply;
import com.ailuxe.journey.form.PriceLines;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what a person, or without one the end of the event, decided about a booking. */
@Component
public class DecideBookingWorker {
  private final Bookings bookings;

  DecideBookingWorker(Bookings bookings) {
    this.bookings = bookings;
  }

  public record Decided(String bookingOutcome) {}

  @JobWorker(type = JobTypes.DECIDE_BOOKING)
  public Decided handle(
      @Variable String bookingId,
      @Variable(optional = true) @Nullable Boolean approved,
      @Variable(optional = true) @Nullable String note,
      @Variable(optional = true) @Nullable String price,
      @Variable(optional = true) @Nullable String priceReason,
      ActivatedJob job) {
    var approves = FormReply.required(approved);
    var agreed = PriceLines.agreed(approves, price, priceReason);
    var decider = Deciders.of(job, Actor.SYSTEM);
    return switch (bookings.decide(BookingId.parse(bookingId), approves, decider, note, agreed)) {
      case Confirmed confirmed -> new Decided("confirmed");
      case Declined declined -> new Decided("declined");
      case Overtaken overtaken ->
          throw new JobFailed(IncidentType.CASE_OVERTAKEN, "the booking was called off");
      case PriceRefused refused -> throw PriceLines.refused(refused.problem());
      case SlotTaken taken ->
          throw CamundaError.bpmnError(ErrorCodes.SLOT_TAKEN, "Somebody else has the slot");
    };
  }
}
