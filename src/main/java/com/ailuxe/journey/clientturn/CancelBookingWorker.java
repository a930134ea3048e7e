package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelOutcome.Cancelled;
import com.ailuxe.booking.CancelOutcome.TooLate;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.clientturn.BookingButton.Wish;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out the button under the question whether to cancel. What follows from a cancellation is
 * announced on the booking's own path; a button that changes nothing is answered here, also one
 * that names no booking of theirs: ids come back from outside.
 */
@Component
public class CancelBookingWorker {
  private static final Logger log = LoggerFactory.getLogger(CancelBookingWorker.class);

  private final Turns turns;
  private final Bookings bookings;
  private final Contacts contacts;
  private final CancellationRules rules;
  private final CancelQuestions questions;
  private final ContactLines lines;

  CancelBookingWorker(
      Turns turns,
      Bookings bookings,
      Contacts contacts,
      CancellationRules rules,
      CancelQuestions questions,
      ContactLines lines) {
    this.turns = turns;
    this.bookings = bookings;
    this.contacts = contacts;
    this.rules = rules;
    this.questions = questions;
    this.lines = lines;
  }

  /**
   * @param feeShown what stood above the button, in the smallest units of the booking's currency
   */
  @JobWorker(type = JobTypes.CANCEL_BOOKING)
  public void handle(
      @Variable String turnId,
      @Variable String intent,
      @Variable(optional = true) @Nullable String bookingId,
      @Variable(optional = true) @Nullable Long feeShown) {
    var turn = turns.content(TurnId.parse(turnId));
    var conversation = turn.conversation();
    var booking =
        Optional.ofNullable(bookingId)
            .map(BookingId::parse)
            .flatMap(
                id -> bookings.bookingOf(conversation.agencyId(), conversation.contactId(), id));
    if (booking.isEmpty()) {
      log.warn("Turn {} presses a button of booking {}, which is not theirs", turnId, bookingId);
      lines.confirm(turn.id(), MessageTemplate.BUTTON_MEANS_NOTHING);
    } else if (Wish.ofCode(intent) == Wish.KEEP || booking.get().state().isFinal()) {
      tell(turn, booking.get());
    } else {
      cancel(turn, booking.get(), feeShown == null ? 0 : feeShown);
    }
  }

  /** Nobody pays more than was said when the button was there. */
  private void cancel(TurnContent turn, BookingFacts booking, long feeShown) {
    var fee = rules.fee(booking, CancelledBy.CONTACT).orElse(null);
    if (fee != null && fee.amount().minor() > feeShown) {
      questions.ask(turn.conversation(), List.of(booking), true, "ask-again/" + turn.id());
      turns.carriedOut(turn.id());
      return;
    }
    var contact = contacts.profile(turn.conversation().contactId());
    switch (bookings.cancel(
        booking.id(), CancelledBy.CONTACT, Actor.named(contact.displayName()), null, fee)) {
      case Cancelled cancelled -> turns.carriedOut(turn.id());
      case TooLate tooLate -> tell(turn, bookings.facts(booking.id()));
    }
  }

  private void tell(TurnContent turn, BookingFacts booking) {
    var words =
        lines.text(
            turn.conversation(),
            MessageTemplate.NOT_CANCELLED,
            Map.of("reference", booking.reference(), "state", booking.state()));
    turns.carriedOut(turn.id(), words, "booking-button/" + turn.id());
  }
}
