package com.ailuxe.journey.unknownsend;

import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.UnknownSendDecision;
import com.ailuxe.conversation.UnknownSends;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what a person decided about a send of unknown outcome. */
@Component
public class ResolveUnknownSendWorker {
  private final UnknownSends sends;

  ResolveUnknownSendWorker(UnknownSends sends) {
    this.sends = sends;
  }

  public record Resolved(String resolution) {}

  @JobWorker(type = JobTypes.RESOLVE_UNKNOWN_SEND)
  public Resolved handle(
      @Variable String sendAttempt,
      @Variable String decision,
      @Variable(optional = true) @Nullable String note,
      ActivatedJob job) {
    var outcome =
        sends.resolve(
            SendAttempt.parse(sendAttempt),
            decision(decision),
            Deciders.of(job, Actor.STAFF),
            note == null || note.isBlank() ? null : note.strip(),
            "unknown-send/" + job.getElementInstanceKey());
    return new Resolved(
        switch (outcome) {
          case RECEIVED -> "received";
          case QUEUED_AGAIN -> "again";
          case DROPPED -> "dropped";
          case OVERTAKEN -> "overtaken";
        });
  }

  private static UnknownSendDecision decision(String decision) {
    return switch (decision) {
      case "received" -> UnknownSendDecision.RECEIVED;
      case "again" -> UnknownSendDecision.SEND_AGAIN;
      case "drop" -> UnknownSendDecision.DROP;
      default ->
          throw new JobFailed(
              IncidentType.FORM_ANSWER, "decision is received, again or drop, not " + decision);
    };
  }
}
