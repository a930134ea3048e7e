package com.ailuxe.journey.clientturn;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.ConciergeUnavailable;
import com.ailuxe.concierge.Disclosure;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.contract.OpenContract;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.ErrorCodes;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.JourneyProperties;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.CamundaError;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the concierge draft the answer and keeps the draft; a redelivered job gets the kept one. A
 * concierge that is not there or too slow leaves the turn to a person.
 */
@Component
public class DraftReplyWorker {
  private static final Logger log = LoggerFactory.getLogger(DraftReplyWorker.class);

  private final Turns turns;
  private final TurnBriefing briefing;
  private final Concierge concierge;
  private final BookingWish wishes;
  private final ContactLines lines;
  private final JourneyProperties properties;

  DraftReplyWorker(
      Turns turns,
      TurnBriefing briefing,
      Concierge concierge,
      BookingWish wishes,
      ContactLines lines,
      JourneyProperties properties) {
    this.turns = turns;
    this.briefing = briefing;
    this.concierge = concierge;
    this.wishes = wishes;
    this.lines = lines;
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
    if (turn.asked().isEmpty()) {
      return nothingToAnswer();
    }
    if (turn.byHand().isPresent()) {
      throw unavailable(turn.byHand().get());
    }
    var draft = turn.draft().orElseGet(() -> draft(turn));
    var contract = draft.contractId();
    return new Drafted(
        draft.intent(),
        draft.confidence(),
        draft.needsPerson(),
        properties.review().code(),
        contract == null ? null : contract.toString());
  }

  /**
   * Somebody was faster: the messages are in another turn, and this one is void when it is sent.
   */
  private Drafted nothingToAnswer() {
    return new Drafted(Intent.QUESTION.code(), 1, false, properties.review().code(), null);
  }

  private DraftedReply draft(TurnContent turn) {
    var brief = briefing.of(turn);
    var draft = inFixedWords(turn, draft(turn.id(), brief.context()), brief.context());
    var reason =
        Stream.of(announced(turn, draft), unseen(turn, draft), draft.reason())
            .filter(Objects::nonNull)
            .toList();
    var kept =
        new DraftedReply(
            draft.reply(),
            draft.intent().code(),
            wishes.write(draft.booking(), draft.reference(), draft.legalName()),
            draft.confidence(),
            draft.needsPerson() || !reason.isEmpty(),
            reason.isEmpty() ? null : String.join("; ", reason),
            contractMeant(draft, brief.openContract()),
            draft.promise(),
            draft.pathKeeps(),
            draft.pathSays());
    turns.drafted(turn.id(), kept);
    return kept;
  }

  /**
   * Whoever wants no more messages, or wants them again, reads the agency's own words and nothing
   * else, as nobody looks at that reply before it goes out.
   */
  private Draft inFixedWords(TurnContent turn, Draft draft, TurnContext context) {
    if (!isAboutMessages(draft)) {
      return draft;
    }
    var words =
        lines.text(
            turn.conversation(),
            draft.intent() == Intent.STOP ? MessageTemplate.OPTED_OUT : MessageTemplate.OPTED_IN);
    return new Draft(
        Disclosure.keptOf(draft.reply(), context.agency().name(), words),
        draft.intent(),
        BookingFields.NONE,
        null,
        draft.confidence(),
        false,
        null);
  }

  private Draft draft(TurnId turn, TurnContext context) {
    try {
      return concierge.draft(context);
    } catch (ConciergeUnavailable e) {
      log.warn("Turn {} is left to a person: {}", turn, e.getMessage());
      turns.leaveToPerson(turn, "The concierge gave no answer in time");
      throw unavailable(e.getMessage());
    }
  }

  private static BpmnError unavailable(@Nullable String reason) {
    return CamundaError.bpmnError(ErrorCodes.CONCIERGE_UNAVAILABLE, String.valueOf(reason));
  }

  /** What a person was announced for is not left to the concierge after all. */
  private static @Nullable String announced(TurnContent turn, Draft draft) {
    return turn.held() && draft.intent() != Intent.HUMAN && !isAboutMessages(draft)
        ? "The contact was promised that a colleague answers"
        : null;
  }

  /** What the concierge could not see or hear. A wish about messages is not held up by it. */
  private static @Nullable String unseen(TurnContent turn, Draft draft) {
    var files =
        turn.asked().stream()
            .filter(message -> message.withFile() || message.wordless())
            .map(message -> message.type().name().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    return files.isEmpty() || isAboutMessages(draft)
        ? null
        : "The concierge answers the words alone; it cannot see or hear what was sent with them: "
            + String.join(", ", files);
  }

  private static boolean isAboutMessages(Draft draft) {
    return draft.intent() == Intent.STOP || draft.intent() == Intent.START;
  }

  private static @Nullable ContractId contractMeant(Draft draft, Optional<OpenContract> open) {
    var answers =
        draft.intent() == Intent.ACCEPT_CONTRACT || draft.intent() == Intent.DECLINE_CONTRACT;
    return answers ? open.map(OpenContract::id).orElse(null) : null;
  }
}
