package com.ailuxe.journey.clientturn;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.clientturn.BookingButton.Wish;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks whether, or which booking, to cancel, and says what that costs before a button is there. */
@Component
class CancelQuestions {
  private final CancellationRules rules;
  private final ContactLines lines;
  private final Outbox outbox;

  CancelQuestions(CancellationRules rules, ContactLines lines, Outbox outbox) {
    this.rules = rules;
    this.lines = lines;
    this.outbox = outbox;
  }

  /**
   * A booking that can be cancelled, as the question names it. Public because templates see public
   * types only.
   *
   * @param fee what that costs now; null where it is free
   * @param percent of the price that the fee is
   * @param freeUntil null where nothing is agreed yet, or that is over
   */
  public record Choice(
      String reference,
      @Nullable String talentName,
      @Nullable EventTime start,
      @Nullable Money fee,
      @Nullable String percent,
      @Nullable EventTime freeUntil) {
    private Choice unnamed() {
      return new Choice(reference, null, start, fee, percent, freeUntil);
    }
  }

  /**
   * Queues the question once.
   *
   * @param again whether the contact has pressed a button above which another fee stood
   */
  void ask(
      ConversationProfile conversation,
      List<BookingFacts> bookings,
      boolean again,
      String idempotencyKey) {
    outbox.queue(
        new QueuedMessage(
            conversation.id(),
            Author.NOTICE,
            question(conversation, bookings, again),
            null,
            idempotencyKey));
  }

  private OutboundContent question(
      ConversationProfile conversation, List<BookingFacts> bookings, boolean again) {
    if (bookings.isEmpty()) {
      return OutboundContent.text(lines.text(conversation, MessageTemplate.CANCEL_NOTHING));
    }
    var choices = new ArrayList<Choice>();
    var buttons = new ArrayList<Button>();
    for (var booking : bookings) {
      var fee = rules.fee(booking, CancelledBy.CONTACT).orElse(null);
      choices.add(
          new Choice(
              booking.reference(),
              booking.talentName(),
              booking.start(),
              fee == null ? null : fee.amount(),
              fee == null ? null : fee.percent().stripTrailingZeros().toPlainString(),
              rules.freeUntil(booking)));
      if (buttons.size() < OutboundContent.MAX_BUTTONS) {
        buttons.add(cancel(conversation, booking, fee == null ? 0 : fee.amount().minor()));
      }
    }
    if (bookings.size() == 1) {
      buttons.add(keep(conversation, bookings.getFirst()));
    }
    var text =
        OutboundContent.fitting(
            Stream.of(
                    choices,
                    choices.stream().limit(OutboundContent.MAX_BUTTONS).toList(),
                    choices.stream()
                        .limit(OutboundContent.MAX_BUTTONS)
                        .map(Choice::unnamed)
                        .toList())
                .map(shown -> text(conversation, shown, again)));
    return new OutboundContent(text, buttons, null);
  }

  private String text(ConversationProfile conversation, List<Choice> choices, boolean again) {
    return lines.text(
        conversation,
        MessageTemplate.CANCEL_WHICH,
        Map.of("bookings", choices, "buttons", OutboundContent.MAX_BUTTONS, "again", again));
  }

  private Button cancel(ConversationProfile conversation, BookingFacts booking, long fee) {
    return new BookingButton(Wish.CANCEL, booking.id(), fee)
        .titled(lines.title(conversation, MessageTemplate.CANCEL_BUTTON, booking.reference()));
  }

  private Button keep(ConversationProfile conversation, BookingFacts booking) {
    return new BookingButton(Wish.KEEP, booking.id(), 0)
        .titled(lines.text(conversation, MessageTemplate.KEEP_BUTTON, Map.of()));
  }
}
