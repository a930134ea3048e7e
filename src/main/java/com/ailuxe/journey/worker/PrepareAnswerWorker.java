package com.ailuxe.journey.worker;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/**
 * Lays out what a person needs to answer in their own words: the last lines, why they are asked.
 */
@Component
public class PrepareAnswerWorker {
  private final Turns turns;
  private final Contacts contacts;
  private final FileLinks fileLinks;

  PrepareAnswerWorker(Turns turns, Contacts contacts, FileLinks fileLinks) {
    this.turns = turns;
    this.contacts = contacts;
    this.fileLinks = fileLinks;
  }

  public record Prepared(Answer answer) {}

  public record Answer(
      String contactName, String channel, String transcript, String files, String reason) {}

  @JobWorker(type = JobTypes.PREPARE_ANSWER)
  public Prepared handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var contact = contacts.profile(turn.conversation().contactId());
    return new Prepared(
        new Answer(
            FormText.line(contact.displayName()),
            Words.channel(turn.conversation().channel()),
            Transcript.of(turn, contact.displayName()),
            fileLinks.of(turn),
            FormText.line(turn.byHand().orElse("A person answers in this conversation"))));
  }
}
