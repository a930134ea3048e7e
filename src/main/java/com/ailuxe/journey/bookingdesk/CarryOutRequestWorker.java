package com.ailuxe.journey.bookingdesk;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.DecisionLedger;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelOutcome;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.DecisionNames;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.form.DeskInput;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.journey.notice.RefusalLines;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what staff want of a booking; what was wrong with it comes back in words. */
@Component
public class CarryOutRequestWorker {
  private static final String DONE = "";

  private final Bookings bookings;
  private final BookingChanges changes;
  private final CancellationRules rules;
  private final DecisionLedger decisions;
  private final DecisionNames names;
  private final NoticeTexts texts;

  CarryOutRequestWorker(
      Bookings bookings,
      BookingChanges changes,
      CancellationRules rules,
      DecisionLedger decisions,
      DecisionNames names,
      NoticeTexts texts) {
    this.bookings = bookings;
    this.changes = changes;
    this.rules = rules;
    this.decisions = decisions;
    this.names = names;
    this.texts = texts;
  }

  /**
   * What the form gives.
   *
   * @param round of the form that was filled in
   * @param feeShown what stood in the form; empty where it said that calling it off is free
   */
  public record Request(
      int round,
      String action,
      @Nullable String start,
      @Nullable String end,
      @Nullable String talent,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable BigDecimal budget,
      @Nullable String currency,
      @Nullable String feeShown,
      @Nullable Boolean waive,
      @Nullable String waiveReason,
      @Nullable String note) {}

  public record CarriedOut(Outcome outcome) {}

  /**
   * @param done whether nothing is left to do
   * @param problem why it was not carried out; empty when it was, or another booking is looked for
   */
  public record Outcome(int round, boolean done, String problem) {}

  /**
   * @param bookingId null while no booking is found
   */
  @JobWorker(type = JobTypes.CARRY_OUT_REQUEST)
  public CarriedOut handle(
      @Variable Request request,
      @Variable(optional = true) @Nullable String bookingId,
      ActivatedJob job) {
    if (request.action().equals("nothing")) {
      return outcome(request, true, DONE);
    }
    if (request.action().equals("look") || bookingId == null) {
      return outcome(request, false, "");
    }
    var booking = bookings.facts(BookingId.parse(bookingId));
    var problem = DeskInput.problem(() -> carryOut(request, booking, job));
    return outcome(request, problem.isEmpty(), problem);
  }

  private static CarriedOut outcome(Request request, boolean done, String problem) {
    return new CarriedOut(new Outcome(request.round(), done, problem));
  }

  private String carryOut(Request request, BookingFacts booking, ActivatedJob job) {
    var staff = Deciders.of(job, Actor.STAFF);
    decisions.sign(booking.agency(), staff);
    var name = names.await(staff);
    if (Boolean.TRUE.equals(request.waive())
        && words(request.waiveReason()) != null
        && name.isEmpty()) {
      return "It is not known who waives the fee: assign the task to yourself and complete it once more.";
    }
    return switch (request.action()) {
      case "cancel-contact" -> cancel(booking, CancelledBy.CONTACT, staff, request);
      case "cancel-talent" -> cancel(booking, CancelledBy.TALENT, staff, request);
      case "cancel-agency" -> cancel(booking, CancelledBy.AGENCY, staff, request);
      case "change" -> change(request, booking, staff, job.getElementInstanceKey());
      default -> "Unknown value '%s': it means nothing for a booking.".formatted(request.action());
    };
  }

  private String cancel(BookingFacts booking, CancelledBy by, Actor staff, Request request) {
    var due = rules.fee(booking, by).orElse(null);
    var waived = Boolean.TRUE.equals(request.waive());
    if (due != null && !waived && !due.amount().toString().equals(request.feeShown())) {
      return "Since this form was opened the cancellation has come to cost %s: please look once more."
          .formatted(due.amount());
    }
    var reason = words(request.waiveReason());
    if (due != null && waived && reason == null) {
      return "Say why the fee is waived.";
    }
    CancellationFee fee = due != null && waived ? due.waived(Objects.requireNonNull(reason)) : due;
    return switch (bookings.cancel(booking.id(), by, staff, words(request.note()), fee)) {
      case CancelOutcome.Cancelled cancelled -> DONE;
      case CancelOutcome.TooLate late ->
          "Booking %s is %s; there is nothing left to cancel."
              .formatted(booking.reference(), FormWords.state(late.state()));
    };
  }

  private String change(Request request, BookingFacts booking, Actor staff, long key) {
    if (!booking.isActive()) {
      return booking.state().isFinal()
          ? "Booking %s is %s; there is nothing left to change."
              .formatted(booking.reference(), FormWords.state(booking.state()))
          : "Booking %s is still being asked for; its contact tells the details."
              .formatted(booking.reference());
    }
    var wish =
        new ChangeWish(booking.agency(), booking.id(), DeskInput.turn(key), staff, wanted(request));
    return switch (changes.request(wish)) {
      case ChangeReceipt.Applied applied -> DONE;
      case ChangeReceipt.Proposed proposed -> DONE;
      case ChangeReceipt.Unchanged unchanged ->
          "Booking %s is that way already.".formatted(booking.reference());
      case ChangeReceipt.Refused refused ->
          RefusalLines.of(refused.reasons(), Locale.ENGLISH, texts);
    };
  }

  /** All that the form shows, as it is or as it is to be. */
  private static BookingDetails wanted(Request request) {
    return new BookingDetails(
        words(request.talent()),
        time(request.start()),
        time(request.end()),
        null,
        words(request.place()),
        request.guests(),
        budget(request));
  }

  private static @Nullable Money budget(Request request) {
    return request.budget() == null || request.currency() == null
        ? null
        : DeskInput.money(request.budget(), request.currency());
  }

  private static @Nullable LocalDateTime time(@Nullable String text) {
    return text == null || text.isBlank() ? null : DeskInput.time(text);
  }

  private static @Nullable String words(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
