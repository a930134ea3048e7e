package com.ailuxe.journey.clientturn;

import com.ailuxe.booking.Bookings;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Asks which booking is to be cancelled, with a button for each, so that no word is misread. */
@Component
public class AskToCancelWorker {
  private final Turns turns;
  private final Bookings bookings;
  private final CancelQuestions questions;

  AskToCancelWorker(Turns turns, Bookings bookings, CancelQuestions questions) {
    this.turns = turns;
    this.bookings = bookings;
    this.questions = questions;
  }

  @JobWorker(type = JobTypes.ASK_TO_CANCEL)
  public void handle(@Variable String turnId) {
    var conversation = turns.content(TurnId.parse(turnId)).conversation();
    var open = bookings.openBookings(conversation.agencyId(), conversation.id());
    questions.ask(conversation, open, false, "ask-cancel/" + turnId);
  }
}
