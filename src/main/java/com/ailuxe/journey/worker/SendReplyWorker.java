package com.ailuxe.journey.worker;

import com.ailuxe.concierge.Intent;
import com.ailuxe.conversation.Following;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.stereotype.Component;

/** Puts the answer on its way, unless it has become void. */
@Component
public class SendReplyWorker {
  private final Turns turns;

  SendReplyWorker(Turns turns) {
    this.turns = turns;
  }

  public record Sent(boolean sent) {}

  @JobWorker(type = JobTypes.SEND_REPLY)
  public Sent handle(@Variable String turnId, @Variable String intent, ActivatedJob job) {
    return new Sent(
        turns.send(
            TurnId.parse(turnId),
            following(Intent.ofCode(intent)),
            "reply/" + job.getElementInstanceKey()));
  }

  private static Following following(Intent intent) {
    return switch (intent) {
      case QUESTION -> Following.NOTHING;
      case HUMAN -> Following.PERSON;
      default -> Following.ACT;
    };
  }
}
