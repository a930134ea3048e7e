package com.ailuxe.journey.worker;

import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.contract.OpenContract;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.BookingWish;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.JourneyProperties;
import com.ailuxe.journey.TurnBriefing;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the concierge draft the answer and keeps the draft; a redelivered job gets the kept one. */
@Component
public class DraftReplyWorker {
  private final Turns turns;
  private final TurnBriefing briefing;
  private final Concierge concierge;
  private final BookingWish wishes;
  private final JourneyProperties properties;

  DraftReplyWorker(
      Turns turns,
      TurnBriefing briefing,
      Concierge concierge,
      BookingWish wishes,
      JourneyProperties properties) {
    this.turns = turns;
    this.briefing = briefing;
    this.concierge = concierge;
    this.wishes = wishes;
    this.properties = properties;
  }

  public record Drafted(
      String intent,
      double confidence,
      boolean needsPerson,
      String reviewMode,
      @Nullable String contractId) {}

  @JobWorker(type = JobTypes.DRAFT_REPLY)
  public Drafted handle(@Variable String turnId) {
    var turn = turns.content(TurnId.parse(turnId));
    var draft = turn.draft().orElseGet(() -> draft(turn));
    var contract = draft.contractId();
    return new Drafted(
        draft.intent(),
        draft.confidence(),
        draft.needsPerson(),
        properties.review().code(),
        contract == null ? null : contract.toString());
  }

  private DraftedReply draft(TurnContent turn) {
    var brief = briefing.of(turn);
    var draft = concierge.draft(brief.context());
    var kept =
        new DraftedReply(
            draft.reply(),
            draft.intent().code(),
            wishes.write(draft.booking()),
            draft.confidence(),
            draft.needsPerson(),
            draft.reason(),
            contractMeant(draft, brief.openContract()));
    turns.drafted(turn.id(), kept);
    return kept;
  }

  private static @Nullable UUID contractMeant(Draft draft, Optional<OpenContract> open) {
    var answers =
        draft.intent() == Intent.ACCEPT_CONTRACT || draft.intent() == Intent.DECLINE_CONTRACT;
    return answers ? open.map(contract -> contract.id().value()).orElse(null) : null;
  }
}
