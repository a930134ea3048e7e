package com.ailuxe.journey.clientturn;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.Transcript;
import com.ailuxe.shared.TurnId;
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
  private final TalentLines talentLines;

  PrepareAnswerWorker(
      Turns turns, Contacts contacts, FileLinks fileLinks, TalentLines talentLines) {
    this.turns = turns;
    this.contacts = contacts;
    this.fileLinks = fileLinks;
    this.talentLines = talentLines;
  }

  public record Prepared(Answer answer) {}

  /**
   * @param question what the contact wrote in this turn
   * @param talent whom it is about, what they cost and when they are taken
   * @param handBack whether the concierge is to answer again after this, unless the person says
   *     otherwise; not for a contact who wants, or has, a person
   */
  public record Answer(
      String contactName,
      String channel,
      String question,
      String talent,
      String transcript,
      String files,
      String reason,
      boolean handBack) {}

  @JobWorker(type = JobTypes.PREPARE_ANSWER)
  public Prepared handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var contact = contacts.profile(turn.conversation().contactId());
    return new Prepared(
        new Answer(
            FormText.line(contact.displayName()),
            FormWords.channel(turn.conversation().channel()),
            Transcript.question(turn, contact.displayName()),
            talentLines.of(turn),
            Transcript.of(turn, contact.displayName()),
            fileLinks.of(turn),
            FormText.line(turn.byHand().orElse("A person answers in this conversation")),
            turn.conversation().handler() == AnsweredBy.CONCIERGE
                || turn.byHand().filter(Turns.TAKEN_OVER_IN_REVIEW::equals).isPresent()));
  }
}
