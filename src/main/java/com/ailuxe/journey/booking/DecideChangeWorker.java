package com.ailuxe.journey.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.ChangeId;
import com.ailuxe.booking.ChangeOutcome.Applied;
import com.ailuxe.booking.ChangeOutcome.Declined;
import com.ailuxe.booking.ChangeOutcome.Outdated;
import com.ailuxe.booking.ChangeOutcome.PriceRefused;
import com.ailuxe.booking.ChangeOutcome.SlotTaken;
import com.ailuxe.booking.ChangeOutcome.TooLate;
import com.ailuxe.journey.ErrorCodes;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.form.FormReply;
import com.ailuxe.journey.form.PriceLines;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.CamundaError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what a person, or without one the rules, decided about a change. */
@Component
public class DecideChangeWorker {
  private final BookingChanges changes;

  DecideChangeWorker(BookingChanges changes) {
    this.changes = changes;
  }

  /**
   * @param changeOutcome {@code applied}, {@code declined}, {@code too-late} or {@code outdated}
   */
  public record Decided(String changeOutcome) {}

  @JobWorker(type = JobTypes.DECIDE_CHANGE)
  public Decided handle(
      @Variable String changeId,
      @Variable(optional = true) @Nullable Boolean approved,
      @Variable(optional = true) @Nullable String note,
      @Variable(optional = true) @Nullable String price,
      @Variable(optional = true) @Nullable String priceReason,
      ActivatedJob job) {
    var approves = FormReply.required(approved);
    var agreed = PriceLines.agreed(approves, price, priceReason);
    var decider = Deciders.of(job, Actor.SYSTEM);
    return switch (changes.decide(ChangeId.parse(changeId), approves, decider, note, agreed)) {
      case Applied applied -> new Decided("applied");
      case Declined declined -> new Decided("declined");
      case TooLate late -> new Decided("too-late");
      case Outdated outdated -> new Decided("outdated");
      case PriceRefused refused -> throw PriceLines.refused(refused.problem());
      case SlotTaken taken ->
          throw CamundaError.bpmnError(ErrorCodes.SLOT_TAKEN, "Somebody else has the slot");
    };
  }
}
