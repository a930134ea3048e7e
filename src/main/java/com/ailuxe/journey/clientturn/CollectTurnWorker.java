package com.ailuxe.journey.clientturn;

import com.ailuxe.concierge.Intent;
import com.ailuxe.contact.Consent;
import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.ClaimedTurn;
import com.ailuxe.conversation.CollectedTurn;
import com.ailuxe.conversation.CollectedTurn.ButtonPressed;
import com.ailuxe.conversation.CollectedTurn.Nothing;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.CollectedTurn.ToPerson;
import com.ailuxe.conversation.CollectedTurn.Wordless;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.clientturn.BookingButton.Wish;
import com.ailuxe.journey.contract.ContractButton;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims what waits for an answer and says which way the turn goes. */
@Component
public class CollectTurnWorker {
  private final Turns turns;

  CollectTurnWorker(Turns turns) {
    this.turns = turns;
  }

  /**
   * @param route {@code draft}, {@code act}, {@code person}, {@code hold} (a line to the contact,
   *     then a person) or {@code none}
   * @param feeShown what stood above the button, in the smallest units of the booking's currency
   * @param waitingSince from when on the time counts until staff are reminded
   * @param aloneSince from when on it counts until the contact reads that a person will answer:
   *     later while a person is in the chat
   */
  public record Collected(
      String route,
      @Nullable String turnId,
      @Nullable String waitingSince,
      @Nullable String aloneSince,
      @Nullable String intent,
      @Nullable String contractId,
      @Nullable String bookingId,
      @Nullable Long feeShown) {}

  @JobWorker(type = JobTypes.COLLECT_TURN)
  public Collected handle(@Variable String conversationId, ActivatedJob job) {
    var process = job.getProcessInstanceKey();
    return way(turns.collect(ConversationId.parse(conversationId), process), process);
  }

  private Collected way(CollectedTurn collected, long process) {
    return switch (collected) {
      case Nothing nothing -> new Collected("none", null, null, null, null, null, null, null);
      case ToAnswer answer -> consent(answer.turn()).orElseGet(() -> way("draft", answer.turn()));
      case ToPerson person -> consent(person.turn()).orElseGet(() -> way("person", person.turn()));
      case Wordless wordless -> way("hold", wordless.turn());
      case ButtonPressed pressed ->
          carriedOut(pressed)
              .orElseGet(() -> way(turns.readAsWords(pressed.turn().id(), process), process));
    };
  }

  /**
   * What the button stands for, if it is one of ours. One that looks like ours and names nothing,
   * or has no words to read, is carried out as one that changes nothing.
   */
  private static Optional<Collected> carriedOut(ButtonPressed pressed) {
    var turn = pressed.turn();
    var payload = pressed.payload();
    return ContractButton.read(payload)
        .map(button -> act(turn, button.intent().code(), button.contract().toString(), null, null))
        .or(
            () ->
                BookingButton.read(payload)
                    .map(
                        button ->
                            act(
                                turn,
                                button.wish().code(),
                                null,
                                button.booking().toString(),
                                button.fee())))
        .or(
            () ->
                ContractButton.resembles(payload)
                        || BookingButton.resembles(payload)
                        || turn.asked().getFirst().wordless()
                    ? Optional.of(act(turn, Wish.KEEP.code(), null, null, null))
                    : Optional.empty());
  }

  /** STOP and START need no concierge: nothing else is said, and no model may misread them. */
  private static Optional<Collected> consent(ClaimedTurn turn) {
    var wishes =
        turn.asked().stream().map(AskedMessage::text).map(Consent::inWords).distinct().toList();
    if (wishes.size() != 1) {
      return Optional.empty();
    }
    return wishes
        .getFirst()
        .map(wish -> wish == Consent.STOP ? Intent.STOP : Intent.START)
        .map(intent -> act(turn, intent.code(), null, null, null));
  }

  private static Collected way(String route, ClaimedTurn turn) {
    return new Collected(
        route,
        turn.id().toString(),
        turn.since().toString(),
        turn.alone().toString(),
        null,
        null,
        null,
        null);
  }

  private static Collected act(
      ClaimedTurn turn,
      String intent,
      @Nullable String contract,
      @Nullable String booking,
      @Nullable Long feeShown) {
    return new Collected(
        "act",
        turn.id().toString(),
        turn.since().toString(),
        turn.alone().toString(),
        intent,
        contract,
        booking,
        feeShown);
  }
}
