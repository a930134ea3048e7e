package com.ailuxe.journey.clientturn;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.Transcript;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Lays out what a person needs to judge a draft: the last lines, the draft, why they are asked. */
@Component
public class PrepareReviewWorker {
  private final Turns turns;
  private final Contacts contacts;
  private final FileLinks fileLinks;
  private final TalentLines talentLines;

  PrepareReviewWorker(
      Turns turns, Contacts contacts, FileLinks fileLinks, TalentLines talentLines) {
    this.turns = turns;
    this.contacts = contacts;
    this.fileLinks = fileLinks;
    this.talentLines = talentLines;
  }

  public record Prepared(Review review) {}

  /**
   * @param question what the contact wrote in this turn
   * @param talent whom it is about, what they cost and when they are taken
   * @param followUp whether the draft leaves something for one of us to do
   */
  public record Review(
      String contactName,
      String channel,
      String question,
      String talent,
      String transcript,
      String files,
      String draft,
      String reason,
      boolean followUp) {}

  @JobWorker(type = JobTypes.PREPARE_REVIEW)
  public Prepared handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var contact = contacts.profile(turn.conversation().contactId());
    return new Prepared(
        new Review(
            FormText.line(contact.displayName()),
            FormWords.channel(turn.conversation().channel()),
            Transcript.question(turn, contact.displayName()),
            talentLines.of(turn),
            Transcript.of(turn, contact.displayName()),
            fileLinks.of(turn),
            turn.draft().map(DraftedReply::text).orElse(""),
            turn.draft().map(PrepareReviewWorker::reason).orElse(""),
            turn.draft().flatMap(DraftedReply::owed).isPresent()));
  }

  private static String reason(DraftedReply draft) {
    return draft.reason() == null
        ? "The agency's rules ask for a look at this draft"
        : FormText.line(draft.reason());
  }
}
