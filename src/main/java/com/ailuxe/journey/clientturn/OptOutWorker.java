package com.ailuxe.journey.clientturn;

import com.ailuxe.contact.Consent;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The contact wants no more reminders and news. */
@Component
public class OptOutWorker {
  private final Turns turns;
  private final Contacts contacts;
  private final ContactLines lines;

  OptOutWorker(Turns turns, Contacts contacts, ContactLines lines) {
    this.turns = turns;
    this.contacts = contacts;
    this.lines = lines;
  }

  @JobWorker(type = JobTypes.OPT_OUT)
  public void handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    contacts.consent(turn.conversation().contactId(), Consent.STOP, turn.asked().getLast().at());
    lines.confirm(turn.id(), MessageTemplate.OPTED_OUT);
  }
}
