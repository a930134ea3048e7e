package com.ailuxe.journey.worker;

import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what a person decided about a draft. */
@Component
public class RecordReviewWorker {
  private final Turns turns;

  RecordReviewWorker(Turns turns) {
    this.turns = turns;
  }

  @JobWorker(type = JobTypes.RECORD_REVIEW)
  public void handle(
      @Variable String turnId,
      @Variable String decision,
      @Variable(optional = true) @Nullable String reply) {
    var turn = TurnId.parse(turnId);
    switch (decision) {
      case "approve" -> turns.approve(turn, Replies.required(reply));
      case "discard" -> turns.discardDraft(turn);
      case "take-over" -> turns.takeOver(turn);
      default ->
          throw new JobFailed(
              IncidentType.FORM_ANSWER,
              "decision is approve, discard or take-over, not " + decision);
    }
  }
}
