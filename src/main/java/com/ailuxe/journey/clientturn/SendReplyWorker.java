package com.ailuxe.journey.clientturn;

import com.ailuxe.concierge.Intent;
import com.ailuxe.conversation.NextStep;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/**
 * Puts the answer on its way, unless it has become void; a legal name that it takes note of is kept
 * with it.
 */
@Component
public class SendReplyWorker {
  private final Turns turns;
  private final LegalNames names;

  SendReplyWorker(Turns turns, LegalNames names) {
    this.turns = turns;
    this.names = names;
  }

  public record Sent(boolean sent) {}

  @JobWorker(type = JobTypes.SEND_REPLY)
  public Sent handle(@Variable String turnId, @Variable String intent, ActivatedJob job) {
    var turn = TurnId.parse(turnId);
    var sent =
        turns.send(turn, following(Intent.ofCode(intent)), "reply/" + job.getElementInstanceKey());
    if (sent) {
      names.keep(turn);
    }
    return new Sent(sent);
  }

  private static NextStep following(Intent intent) {
    return switch (intent) {
      case QUESTION -> NextStep.NOTHING;
      case HUMAN -> NextStep.PERSON;
      default -> NextStep.ACT;
    };
  }
}
