package com.ailuxe.journey.worker;

import com.ailuxe.agency.Agencies;
import com.ailuxe.concierge.Disclosure;
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
  private final Agencies agencies;

  RecordReviewWorker(Turns turns, Agencies agencies) {
    this.turns = turns;
    this.agencies = agencies;
  }

  @JobWorker(type = JobTypes.RECORD_REVIEW)
  public void handle(
      @Variable String turnId,
      @Variable String decision,
      @Variable(optional = true) @Nullable String reply) {
    var turn = TurnId.parse(turnId);
    switch (decision) {
      case "approve" -> turns.approve(turn, toSend(turn, Replies.required(reply)));
      case "discard" -> turns.discardDraft(turn);
      case "take-over" -> turns.takeOver(turn);
      default ->
          throw new JobFailed(
              IncidentType.FORM_ANSWER,
              "decision is approve, discard or take-over, not " + decision);
    }
  }

  /** Who was told meanwhile what answers here is not told again. */
  private String toSend(TurnId turn, String reply) {
    var conversation = turns.content(turn).conversation();
    return conversation.aiDisclosed()
        ? Disclosure.takenFrom(reply, agencies.profile(conversation.agencyId()).name())
        : reply;
  }
}
