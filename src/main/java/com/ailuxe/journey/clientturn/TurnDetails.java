package com.ailuxe.journey.clientturn;

import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnContent;
import org.springframework.stereotype.Component;

/**
 * Keeps what a turn said about a booking; the booking's own path follows from that. What could not
 * be kept is announced to the contact.
 */
@Component
class TurnDetails {
  private final Bookings bookings;
  private final BookingWish wishes;
  private final ContactLines lines;
  private final Outbox outbox;

  TurnDetails(Bookings bookings, BookingWish wishes, ContactLines lines, Outbox outbox) {
    this.bookings = bookings;
    this.wishes = wishes;
    this.lines = lines;
    this.outbox = outbox;
  }

  /** However often it is called, they are kept once. */
  void keep(TurnContent turn) {
    var conversation = turn.conversation();
    var receipt =
        bookings.recordDetails(
            new DetailsGiven(
                conversation.agencyId(),
                conversation.contactId(),
                conversation.id(),
                turn.id(),
                wishes.read(turn.draft().map(DraftedReply::bookingFields).orElse(null))));
    if (!receipt.refused().isEmpty()) {
      outbox.queue(
          new QueuedMessage(
              conversation.id(),
              Author.NOTICE,
              OutboundContent.text(lines.refusal(conversation, receipt.refused())),
              null,
              "refused/" + turn.id()));
    }
  }
}
