package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ConversationRef;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.BookingButton;
import com.ailuxe.journey.BookingButton.Wish;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks which booking is to be cancelled, with a button for each, so that no word is misread. */
@Component
public class AskToCancelWorker {
  private static final int BUTTONS = 3;

  private final Turns turns;
  private final Bookings bookings;
  private final Outbox outbox;

  AskToCancelWorker(Turns turns, Bookings bookings, Outbox outbox) {
    this.turns = turns;
    this.bookings = bookings;
    this.outbox = outbox;
  }

  @JobWorker(type = JobTypes.ASK_TO_CANCEL)
  public void handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var conversation = turn.conversation();
    var open =
        bookings.openBookings(
            conversation.agencyId(), new ConversationRef(conversation.id().value()));
    outbox.queue(
        new QueuedMessage(
            conversation.id(), Author.NOTICE, question(open), null, "ask-cancel/" + turnId));
  }

  private static OutboundContent question(List<BookingFacts> open) {
    if (open.isEmpty()) {
      return OutboundContent.text("I see no open booking of yours, so there is nothing to cancel.");
    }
    var list = open.stream().map(BookingLines::line).collect(Collectors.joining("\n"));
    if (open.size() == 1) {
      var only = open.getFirst();
      return new OutboundContent(
          "Shall I cancel this booking?\n" + list,
          List.of(cancel(only), new BookingButton(Wish.KEEP, only.id()).titled("Keep it")),
          null);
    }
    return new OutboundContent(
        "Which of your bookings shall I cancel?\n" + list + more(open),
        open.stream().limit(BUTTONS).map(AskToCancelWorker::cancel).toList(),
        null);
  }

  private static Button cancel(BookingFacts booking) {
    return new BookingButton(Wish.CANCEL, booking.id()).titled("Cancel " + booking.reference());
  }

  private static String more(List<BookingFacts> open) {
    return open.size() > BUTTONS
        ? "\nThe buttons are for the first %d; for another one, ask for a person."
            .formatted(BUTTONS)
        : "";
  }
}
