package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ConversationRef;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.BookingButton;
import com.ailuxe.journey.BookingButton.Wish;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.rendering.MessageTemplate;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks which booking is to be cancelled, with a button for each, so that no word is misread. */
@Component
public class AskToCancelWorker {
  private final Turns turns;
  private final Bookings bookings;
  private final ContactLines lines;
  private final Outbox outbox;

  AskToCancelWorker(Turns turns, Bookings bookings, ContactLines lines, Outbox outbox) {
    this.turns = turns;
    this.bookings = bookings;
    this.lines = lines;
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
            conversation.id(),
            Author.NOTICE,
            question(conversation, open),
            null,
            "ask-cancel/" + turnId));
  }

  private OutboundContent question(ConversationProfile conversation, List<BookingFacts> open) {
    if (open.isEmpty()) {
      return OutboundContent.text(lines.text(conversation, MessageTemplate.CANCEL_NOTHING));
    }
    var question =
        lines.text(
            conversation,
            MessageTemplate.CANCEL_WHICH,
            Map.of("bookings", open, "buttons", OutboundContent.MAX_BUTTONS));
    var buttons =
        open.stream()
            .limit(OutboundContent.MAX_BUTTONS)
            .map(booking -> cancel(conversation, booking));
    return new OutboundContent(
        question,
        open.size() == 1
            ? Stream.concat(buttons, Stream.of(keep(conversation, open.getFirst()))).toList()
            : buttons.toList(),
        null);
  }

  private Button cancel(ConversationProfile conversation, BookingFacts booking) {
    return new BookingButton(Wish.CANCEL, booking.id())
        .titled(
            lines.text(
                conversation,
                MessageTemplate.CANCEL_BUTTON,
                Map.of("reference", booking.reference())));
  }

  private Button keep(ConversationProfile conversation, BookingFacts booking) {
    return new BookingButton(Wish.KEEP, booking.id())
        .titled(lines.text(conversation, MessageTemplate.KEEP_BUTTON, Map.of()));
  }
}
