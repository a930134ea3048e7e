package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Turns;
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

/** Carries out how a person answered. */
@Component
public class AnswerByHandWorker {
  private final Turns turns;

  AnswerByHandWorker(Turns turns) {
    this.turns = turns;
  }

  @JobWorker(type = JobTypes.ANSWER_BY_HAND)
  public void handle(
      @Variable String turnId,
      @Variable String decision,
      @Variable(optional = true) @Nullable String reply,
      @Variable(optional = true) @Nullable Boolean handBack,
      ActivatedJob job) {
    var turn = TurnId.parse(turnId);
    var person = Deciders.of(job, Actor.STAFF);
    var next = Boolean.FALSE.equals(handBack) ? AnsweredBy.PERSON : AnsweredBy.CONCIERGE;
    switch (decision) {
      case "send" ->
          turns.answerByHand(
              turn,
              FormReply.required(reply),
              next,
              person,
              "by-hand/" + job.getElementInstanceKey());
      case "elsewhere" -> turns.answeredElsewhere(turn, person);
      case "nothing" -> turns.discard(turn, next, person);
      default ->
          throw new JobFailed(
              IncidentType.FORM_ANSWER, "decision is send, elsewhere or nothing, not " + decision);
    }
  }
}
