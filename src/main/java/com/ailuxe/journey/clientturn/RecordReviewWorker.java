package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.Agencies;
import com.ailuxe.concierge.Disclosure;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.DecisionNames;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.form.FormReply;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what a person decided about a draft. Who takes over is asked for, to be given the task. */
@Component
public class RecordReviewWorker {
  private final Turns turns;
  private final Agencies agencies;
  private final DecisionNames names;

  RecordReviewWorker(Turns turns, Agencies agencies, DecisionNames names) {
    this.turns = turns;
    this.agencies = agencies;
    this.names = names;
  }

  /**
   * @param assignee by which name the engine knows who took over; empty for nobody
   */
  public record Recorded(String assignee) {}

  @JobWorker(type = JobTypes.RECORD_REVIEW)
  public Recorded handle(
      @Variable String turnId,
      @Variable String decision,
      @Variable(optional = true) @Nullable String reply,
      @Variable(optional = true) @Nullable Boolean followUp,
      ActivatedJob job) {
    var turn = TurnId.parse(turnId);
    var reviewer = Deciders.of(job, Actor.STAFF);
    switch (decision) {
      case "approve" ->
          turns.approve(
              turn,
              toSend(turn, FormReply.required(reply)),
              Boolean.TRUE.equals(followUp),
              reviewer);
      case "discard" -> turns.discardDraft(turn, reviewer);
      case "take-over" -> {
        turns.takeOver(turn, reviewer);
        return new Recorded(names.await(reviewer).orElse(""));
      }
      default ->
          throw new JobFailed(
              IncidentType.FORM_ANSWER,
              "decision is approve, discard or take-over, not " + decision);
    }
    return new Recorded("");
  }

  /** The reply without the disclosure where the contact has read that meanwhile. */
  private String toSend(TurnId turn, String reply) {
    var conversation = turns.content(turn).conversation();
    return conversation.aiDisclosed()
        ? Disclosure.takenFrom(reply, agencies.profile(conversation.agencyId()).name())
        : reply;
  }
}
