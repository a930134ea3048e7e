package com.ailuxe.journey.clientturn;

import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Keeps what a turn said about a booking that the contact wants. */
@Component
public class RecordDetailsWorker {
  private final Turns turns;
  private final TurnDetails details;

  RecordDetailsWorker(Turns turns, TurnDetails details) {
    this.turns = turns;
    this.details = details;
  }

  @JobWorker(type = JobTypes.RECORD_DETAILS)
  public void handle(@Variable String turnId) {
    details.keep(turns.content(TurnId.parse(turnId)));
  }
}
