package com.ailuxe.journey.clientturn;

import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ConversationRef;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.booking.TurnRef;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/**
 * Keeps what a turn said about a booking; the booking's own path follows from that. What could not
 * be kept is told to the contact.
 */
@Component
public class RecordDetailsWorker {
  private final Turns turns;
  private final Bookings bookings;
  private final BookingWish wishes;
  private final ContactLines lines;
  private final Outbox outbox;

  RecordDetailsWorker(
      Turns turns, Bookings bookings, BookingWish wishes, ContactLines lines, Outbox outbox) {
    this.turns = turns;
    this.bookings = bookings;
    this.wishes = wishes;
    this.lines = lines;
    this.outbox = outbox;
  }

  @JobWorker(type = JobTypes.RECORD_DETAILS)
  public void handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var conversation = turn.conversation();
    var receipt =
        bookings.recordDetails(
            new DetailsGiven(
                conversation.agencyId(),
                conversation.contactId(),
                new ConversationRef(conversation.id().value()),
                new TurnRef(turn.id().value()),
                wishes.read(turn.draft().map(DraftedReply::bookingFields).orElse(null))));
    if (!receipt.refused().isEmpty()) {
      outbox.queue(
          new QueuedMessage(
              conversation.id(),
              Author.NOTICE,
              OutboundContent.text(lines.refusal(conversation, receipt.refused())),
              null,
              "refused/" + turnId));
    }
  }
}
