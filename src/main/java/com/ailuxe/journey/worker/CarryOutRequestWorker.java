package com.ailuxe.journey.worker;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.DecisionLedger;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelOutcome;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.DecisionNames;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.rendering.Templates;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.camunda.client.api.response.ActivatedJob;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what staff want of a booking; what was wrong with it comes back in words. */
@Component
public class CarryOutRequestWorker {
  private static final String DONE = "";

  private final Agencies agencies;
  private final Bookings bookings;
  private final BookingChanges changes;
  private final CancellationRules rules;
  private final DecisionLedger decisions;
  private final DecisionNames names;
  private final Templates templates;

  CarryOutRequestWorker(
      Agencies agencies,
      Bookings bookings,
      BookingChanges changes,
      CancellationRules rules,
      DecisionLedger decisions,
      DecisionNames names,
      Templates templates) {
    this.agencies = agencies;
    this.bookings = bookings;
    this.changes = changes;
    this.rules = rules;
    this.decisions = decisions;
    this.names = names;
    this.templates = templates;
  }

  /** As the form gives it. */
  public record Request(
      String agency,
      String reference,
      String action,
      @Nullable String start,
      @Nullable String end,
      @Nullable String talent,
      @Nullable String note) {}

  /**
   * @param problem empty when the request was carried out
   */
  public record Outcome(String problem) {}

  @JobWorker(type = JobTypes.CARRY_OUT_REQUEST)
  public Outcome handle(@VariablesAsType Request request, ActivatedJob job) {
    if (request.action().equals("nothing")) {
      return new Outcome(DONE);
    }
    var reference = request.reference().strip();
    return agencies
        .named(request.agency().strip())
        .flatMap(agency -> bookings.byReference(agency.id(), reference))
        .map(booking -> new Outcome(carryOut(request, booking, job)))
        .orElseGet(
            () ->
                new Outcome(
                    "There is no booking %s of an agency '%s'."
                        .formatted(reference, request.agency().strip())));
  }

  private String carryOut(Request request, BookingFacts booking, ActivatedJob job) {
    var staff = Deciders.of(job, Actor.STAFF);
    decisions.sign(booking.agency(), staff);
    names.await(staff);
    return switch (request.action()) {
      case "cancel-contact" -> cancel(booking, CancelledBy.CONTACT, staff, request.note());
      case "cancel-talent" -> cancel(booking, CancelledBy.TALENT, staff, request.note());
      case "cancel-agency" -> cancel(booking, CancelledBy.AGENCY, staff, request.note());
      case "change" -> change(request, booking, staff, job.getElementInstanceKey());
      default -> "Nobody knows what '%s' means for a booking.".formatted(request.action());
    };
  }

  private String cancel(BookingFacts booking, CancelledBy by, Actor staff, @Nullable String note) {
    var words = note == null || note.isBlank() ? null : note.strip();
    var fee = rules.fee(booking, by).orElse(null);
    return switch (bookings.cancel(booking.id(), by, staff, words, fee)) {
      case CancelOutcome.Cancelled cancelled -> DONE;
      case CancelOutcome.TooLate late ->
          "Booking %s is %s; there is nothing left to cancel."
              .formatted(booking.reference(), Words.state(late.state()));
    };
  }

  private String change(Request request, BookingFacts booking, Actor staff, long key) {
    if (booking.state() == BookingState.INQUIRY) {
      return "Booking %s is still being asked for; its contact tells the details."
          .formatted(booking.reference());
    }
    try {
      var wish =
          new ChangeWish(
              booking.agency(),
              booking.id(),
              UUID.nameUUIDFromBytes(("desk/" + key).getBytes(StandardCharsets.UTF_8)),
              staff,
              new BookingDetails(
                  request.talent(),
                  time(request.start()),
                  time(request.end()),
                  null,
                  null,
                  null,
                  null));
      return switch (changes.request(wish)) {
        case ChangeReceipt.Applied applied -> DONE;
        case ChangeReceipt.Proposed proposed -> DONE;
        case ChangeReceipt.Unchanged unchanged ->
            "Booking %s is that way already.".formatted(booking.reference());
        case ChangeReceipt.Refused refused ->
            RefusalLines.of(refused.reasons(), Locale.ENGLISH, templates);
      };
    } catch (DateTimeParseException e) {
      return "'%s' is no time; write it as 2026-12-24T19:00.".formatted(e.getParsedString());
    }
  }

  private static @Nullable LocalDateTime time(@Nullable String text) {
    return text == null || text.isBlank() ? null : LocalDateTime.parse(text.strip());
  }
}
