package com.ailuxe.journey.bookingdesk;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.Actor.SignedIn;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelOutcome;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.booking.DeskAnswer;
import com.ailuxe.booking.DeskAnswer.Kind;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Cancels or changes a booking as somebody who is signed in wants it; what became of it is kept
 * with the request, which that person looks at.
 */
@Component
public class CarryOutFiledRequestWorker {
  private final DeskRequests requests;
  private final Bookings bookings;
  private final BookingChanges changes;
  private final CancellationRules rules;

  CarryOutFiledRequestWorker(
      DeskRequests requests, Bookings bookings, BookingChanges changes, CancellationRules rules) {
    this.requests = requests;
    this.bookings = bookings;
    this.changes = changes;
    this.rules = rules;
  }

  @JobWorker(type = JobTypes.CARRY_OUT_FILED_REQUEST)
  public void handle(@Variable String deskRequestId, ActivatedJob job) {
    requests
        .begin(DeskRequestId.parse(deskRequestId))
        .ifPresent(
            request ->
                requests.answer(
                    request.id(),
                    carryOut(
                        request,
                        new SignedIn(
                            job.getProcessInstanceKey(),
                            job.getElementId(),
                            job.getElementInstanceKey(),
                            request.filedBy()))));
  }

  private DeskAnswer carryOut(DeskRequest request, Actor person) {
    return switch (request.wish()) {
      case DeskWish.Cancel wish -> cancel(own(request, wish.bookingId()), wish, person);
      case DeskWish.Change wish -> change(own(request, wish.bookingId()), wish, request, person);
      case DeskWish.Create wish ->
          throw new JobFailed(
              IncidentType.MODEL_MISMATCH, "the desk is asked for what new-booking.bpmn does");
    };
  }

  private BookingFacts own(DeskRequest request, BookingId id) {
    var booking = bookings.facts(id);
    if (!booking.agency().equals(request.agency())) {
      throw new NoSuchElementException("No booking " + id);
    }
    return booking;
  }

  private DeskAnswer cancel(BookingFacts booking, DeskWish.Cancel wish, Actor person) {
    var due = rules.fee(booking, wish.by()).orElse(null);
    var amount = due == null ? null : due.amount();
    if (!booking.state().isFinal() && !Objects.equals(amount, wish.feeShown())) {
      return DeskAnswer.costs(amount);
    }
    CancellationFee fee =
        due == null || wish.waivedBecause() == null ? due : due.waived(wish.waivedBecause());
    return switch (bookings.cancel(booking.id(), wish.by(), person, wish.note(), fee)) {
      case CancelOutcome.Cancelled cancelled -> DeskAnswer.done(Kind.CANCELLED, booking.id());
      case CancelOutcome.TooLate late -> DeskAnswer.over(late.state());
    };
  }

  /** What was seen is compared only with the first attempt, which may have changed it already. */
  private DeskAnswer change(
      BookingFacts booking, DeskWish.Change wish, DeskRequest request, Actor person) {
    if (booking.state().isFinal()) {
      return DeskAnswer.over(booking.state());
    }
    var seen =
        wish.seenState() == booking.state() && Objects.equals(wish.seenStart(), booking.start());
    if (!booking.isActive() || !request.begun() && !seen) {
      return DeskAnswer.outdated(booking.state());
    }
    var change =
        new ChangeWish(
            request.agency(),
            booking.id(),
            new TurnId(request.id().value()),
            person,
            wish.details());
    return switch (changes.request(change)) {
      case ChangeReceipt.Applied applied -> DeskAnswer.done(Kind.CHANGED, booking.id());
      case ChangeReceipt.Proposed proposed -> DeskAnswer.done(Kind.PROPOSED, booking.id());
      case ChangeReceipt.Unchanged unchanged -> DeskAnswer.done(Kind.UNCHANGED, booking.id());
      case ChangeReceipt.Refused refused -> DeskAnswer.refused(refused.reasons());
    };
  }
}
