package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ChangeReceipt.Applied;
import com.ailuxe.booking.ChangeReceipt.Proposed;
import com.ailuxe.booking.ChangeReceipt.Refused;
import com.ailuxe.booking.ChangeReceipt.Unchanged;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Asks for the change that a turn wishes; what follows from one that is possible is announced on
 * the booking's own path. While it may be about several bookings the contact is asked which one;
 * the answer is another turn, which is drafted with this one before it.
 */
@Component
public class RequestChangeWorker {
  private final Turns turns;
  private final Bookings bookings;
  private final BookingChanges changes;
  private final BookingWish wishes;
  private final Contacts contacts;
  private final TurnDetails details;
  private final ContactLines lines;
  private final BookingNotices notices;
  private final Outbox outbox;

  RequestChangeWorker(
      Turns turns,
      Bookings bookings,
      BookingChanges changes,
      BookingWish wishes,
      Contacts contacts,
      TurnDetails details,
      ContactLines lines,
      BookingNotices notices,
      Outbox outbox) {
    this.turns = turns;
    this.bookings = bookings;
    this.changes = changes;
    this.wishes = wishes;
    this.contacts = contacts;
    this.details = details;
    this.lines = lines;
    this.notices = notices;
    this.outbox = outbox;
  }

  @JobWorker(type = JobTypes.REQUEST_CHANGE)
  public void handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var kept = turn.draft().map(DraftedReply::bookingFields).orElse(null);
    var conversation = turn.conversation();
    var open = bookings.openBookings(conversation.agencyId(), conversation.id());
    var active = open.stream().filter(BookingFacts::isActive).toList();
    var meant =
        wishes
            .reference(kept)
            .map(reference -> named(turn, reference))
            .orElseGet(() -> active.stream().filter(only -> active.size() == 1).findFirst());
    if (meant.isPresent()) {
      change(turn, meant.get(), wishes.read(kept));
    } else if (!active.isEmpty()) {
      askWhich(turn, active);
    } else if (!open.isEmpty()) {
      details.keep(turn);
    }
  }

  /** The booking that the draft named, even if it has ended since: then the contact reads so. */
  private Optional<BookingFacts> named(TurnContent turn, String reference) {
    var conversation = turn.conversation();
    return bookings
        .byReference(conversation.agencyId(), reference)
        .filter(booking -> booking.contact().equals(conversation.contactId()))
        .filter(booking -> booking.state() != BookingState.INQUIRY);
  }

  private void change(TurnContent turn, BookingFacts booking, BookingDetails wished) {
    if (wished.equals(BookingDetails.NONE)) {
      return;
    }
    var wish =
        new ChangeWish(
            booking.agency(),
            booking.id(),
            turn.id(),
            Actor.named(contacts.profile(booking.contact()).displayName()),
            wished);
    switch (changes.request(wish)) {
      case Applied applied -> {}
      case Proposed proposed -> {}
      case Unchanged unchanged ->
          notices.send(booking.id(), MessageTemplate.BOOKING_UNCHANGED, key("unchanged", turn));
      case Refused refused ->
          tell(
              turn,
              OutboundContent.text(lines.refusal(turn.conversation(), refused.reasons())),
              "refused");
    }
  }

  private void askWhich(TurnContent turn, List<BookingFacts> active) {
    var question =
        OutboundContent.fitting(
            Stream.of(active, active.stream().limit(OutboundContent.MAX_BUTTONS).toList())
                .map(
                    shown ->
                        lines.text(
                            turn.conversation(),
                            MessageTemplate.CHANGE_WHICH,
                            Map.of("bookings", shown))));
    tell(
        turn,
        new OutboundContent(
            question,
            active.stream()
                .limit(OutboundContent.MAX_BUTTONS)
                .map(RequestChangeWorker::choice)
                .toList(),
            null),
        "ask-change");
  }

  /** Pressing it says its title: the next turn answers the question like words do. */
  private static Button choice(BookingFacts booking) {
    return new Button("change:" + booking.reference(), booking.reference());
  }

  private void tell(TurnContent turn, OutboundContent content, String what) {
    outbox.queue(
        new QueuedMessage(turn.conversation().id(), Author.NOTICE, content, null, key(what, turn)));
  }

  private static String key(String what, TurnContent turn) {
    return what + "/" + turn.id();
  }
}
