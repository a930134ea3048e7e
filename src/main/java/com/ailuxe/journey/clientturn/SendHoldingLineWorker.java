package com.ailuxe.journey.clientturn;

import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Tells the contact, once while they wait, that a person will answer. */
@Component
public class SendHoldingLineWorker {
  private final ContactLines lines;

  SendHoldingLineWorker(ContactLines lines) {
    this.lines = lines;
  }

  @JobWorker(type = JobTypes.SEND_HOLDING_LINE)
  public void handle(@Variable String turnId) {
    lines.hold(TurnId.parse(turnId));
  }
}
