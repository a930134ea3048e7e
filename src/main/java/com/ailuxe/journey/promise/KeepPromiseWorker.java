package com.ailuxe.journey.promise;

import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.PromiseEnd;
import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.Promises;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.form.FormReply;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out how a person keeps a promise. */
@Component
public class KeepPromiseWorker {
  private final Promises promises;

  KeepPromiseWorker(Promises promises) {
    this.promises = promises;
  }

  @JobWorker(type = JobTypes.KEEP_PROMISE)
  public void handle(
      @Variable String promiseId,
      @Variable String decision,
      @Variable(optional = true) @Nullable String reply,
      @Variable(optional = true) @Nullable String note,
      ActivatedJob job) {
    var promise = PromiseId.parse(promiseId);
    var person = Deciders.of(job, Actor.STAFF);
    var comment = note == null || note.isBlank() ? null : note.strip();
    switch (decision) {
      case "send" ->
          promises.answer(
              promise, FormReply.required(reply), person, "promise/" + job.getElementInstanceKey());
      case "elsewhere" -> promises.end(promise, PromiseEnd.ELSEWHERE, person, comment);
      case "not-needed" -> promises.end(promise, PromiseEnd.NOT_NEEDED, person, comment);
      default ->
          throw new JobFailed(
              IncidentType.FORM_ANSWER,
              "decision is send, elsewhere or not-needed, not " + decision);
    }
  }
}
