package com.ailuxe.journey.worker;

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
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.ContractButton;
import com.ailuxe.journey.JobTypes;
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
   * @param waitingSince from when on the time counts until staff are reminded
   */
  public record Collected(
      String route,
      @Nullable String turnId,
      @Nullable String waitingSince,
      @Nullable String intent,
      @Nullable String contractId) {}

  @JobWorker(type = JobTypes.COLLECT_TURN)
  public Collected handle(@Variable String conversationId, ActivatedJob job) {
    CollectedTurn collected =
        turns.collect(ConversationId.parse(conversationId), job.getProcessInstanceKey());
    return switch (collected) {
      case Nothing nothing -> new Collected("none", null, null, null, null);
      case ToAnswer answer -> consent(answer.turn()).orElseGet(() -> way("draft", answer.turn()));
      case ToPerson person -> consent(person.turn()).orElseGet(() -> way("person", person.turn()));
      case Wordless wordless -> way("hold", wordless.turn());
      case ButtonPressed pressed ->
          ContractButton.read(pressed.payload())
              .map(button -> act(pressed.turn(), button.intent(), button.contract().toString()))
              .orElseGet(() -> way(pressed.personAnswers() ? "person" : "draft", pressed.turn()));
    };
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
        .map(wish -> act(turn, wish == Consent.STOP ? Intent.STOP : Intent.START, null));
  }

  private static Collected way(String route, ClaimedTurn turn) {
    return new Collected(route, turn.id().toString(), turn.since().toString(), null, null);
  }

  private static Collected act(ClaimedTurn turn, Intent intent, @Nullable String contract) {
    return new Collected(
        "act", turn.id().toString(), turn.since().toString(), intent.code(), contract);
  }
}
