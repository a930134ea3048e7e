package com.ailuxe.journey.worker;

import com.ailuxe.conversation.CollectedTurn;
import com.ailuxe.conversation.CollectedTurn.ButtonPressed;
import com.ailuxe.conversation.CollectedTurn.Nothing;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.ContractButton;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
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
   * @param route {@code draft}, {@code act} or {@code none}
   */
  public record Collected(
      String route,
      @Nullable String turnId,
      @Nullable String intent,
      @Nullable String contractId) {}

  @JobWorker(type = JobTypes.COLLECT_TURN)
  public Collected handle(@Variable String conversationId, ActivatedJob job) {
    CollectedTurn turn =
        turns.collect(ConversationId.parse(conversationId), job.getProcessInstanceKey());
    return switch (turn) {
      case Nothing nothing -> new Collected("none", null, null, null);
      case ToAnswer toAnswer -> draft(toAnswer.turnId());
      case ButtonPressed pressed ->
          ContractButton.read(pressed.payload())
              .map(
                  button ->
                      new Collected(
                          "act",
                          pressed.turnId().toString(),
                          button.intent().code(),
                          button.contract().toString()))
              .orElseGet(() -> draft(pressed.turnId()));
    };
  }

  private static Collected draft(TurnId turn) {
    return new Collected("draft", turn.toString(), null, null);
  }
}
