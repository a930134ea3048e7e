package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.conversation.HandoverRefused.Reason;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person answers instead of the concierge, until the hand-back. From the moment that a verb here
 * is committed no draft of before leaves any more; one that is being sent just then cannot be
 * called back. Every verb may be called twice with the same outcome.
 */
@Service
@Transactional
public class Handovers {
  private final ConversationStore conversations;
  private final TurnRepository turns;
  private final MessageStore messages;
  private final TurnMessages turnMessages;
  private final Outbox outbox;
  private final PromiseRows promises;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Handovers(
      ConversationStore conversations,
      TurnRepository turns,
      MessageStore messages,
      TurnMessages turnMessages,
      Outbox outbox,
      PromiseRows promises,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.conversations = conversations;
    this.turns = turns;
    this.messages = messages;
    this.turnMessages = turnMessages;
    this.outbox = outbox;
    this.promises = promises;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * This person answers from now on; what the contact wrote and nobody answered is theirs.
   *
   * @param person the name
   * @throws NoSuchElementException when the agency has no such conversation
   * @throws HandoverRefused when another person answers
   */
  public void takeOver(AgencyId agency, ConversationId id, String person) {
    var conversation = locked(agency, id);
    var other = conversation.handlerName().filter(name -> !name.equals(person));
    if (other.isPresent()) {
      throw new HandoverRefused(
          Reason.ANOTHER_PERSON_ANSWERS,
          "%s answers in this conversation. Ask for it to be handed back, or hand it back, then take it over"
              .formatted(other.get()));
    }
    if (conversation.takeOver(person, clock.instant())) {
      conversations.keep(conversation);
      changed(conversation, person, "conversation.taken-over");
      turns.openIn(id).ifPresent(turn -> leaveTo(person, turn, conversation));
    }
  }

  private void leaveTo(String person, Turn turn, Conversation conversation) {
    if (turn.byHandReason().isEmpty()) {
      turn.leaveToPerson("Taken over by " + person);
      outdated(conversation);
    }
  }

  /**
   * The concierge answers again, beginning with what nobody answered.
   *
   * @param seen the conversation's epoch as the person saw it
   * @throws NoSuchElementException when the agency has no such conversation
   * @throws HandoverRefused when there is something newer
   */
  public void handBack(AgencyId agency, ConversationId id, String person, long seen) {
    var conversation = locked(agency, id);
    if (!conversation.isHandledByPerson()) {
      return;
    }
    requireSeen(conversation, seen);
    conversation.handBack(clock.instant());
    conversations.keep(conversation);
    changed(conversation, person, "conversation.handed-back");
    turns
        .openIn(id)
        .ifPresent(
            turn -> {
              messages.releaseUnanswered(turn.id());
              end(turn, TurnState.ANSWERED, InboxState.ANSWERED, conversation);
            });
  }

  /**
   * Puts what a person sends into the outbox; it answers all that the contact wrote.
   *
   * @param seen the conversation's epoch as the person saw it
   * @param idempotencyKey the same key within the conversation sends once
   * @throws NoSuchElementException when the agency has no such conversation
   * @throws HandoverRefused when nobody took over, there is something newer, or the key has been
   *     used for other words
   */
  public MessageId write(
      AgencyId agency,
      ConversationId id,
      String person,
      OutboundContent content,
      long seen,
      String idempotencyKey) {
    var conversation = locked(agency, id);
    var key = "person/%s/%s".formatted(id, idempotencyKey);
    return outbox
        .queuedAs(key)
        .map(queued -> requireSame(queued, content))
        .orElseGet(() -> write(conversation, person, content, seen, key));
  }

  private MessageId write(
      Conversation conversation, String person, OutboundContent content, long seen, String key) {
    if (!conversation.isHandledByPerson()) {
      throw new HandoverRefused(
          Reason.NOT_TAKEN_OVER,
          "The concierge answers in this conversation. Take it over, then write");
    }
    requireSeen(conversation, seen);
    var id = conversation.profile().id();
    var answered = answeredByPerson(conversation, null).orElse(null);
    audit(conversation, person, "conversation.person-wrote");
    promises.answered(id, new Signature(person, null), clock.instant());
    var message =
        outbox.queue(
            QueuedMessage.ofPerson(id, content, answered, key, new Signature(person, null)));
    promises.madeBy(message, answered, content.text());
    return message;
  }

  private MessageId requireSame(MessageId queued, OutboundContent content) {
    if (!outbox.textOf(queued).equals(content.text())) {
      throw new HandoverRefused(
          Reason.KEY_USED_BEFORE,
          "Other words were sent under this key. Use a new key for each message");
    }
    return queued;
  }

  /**
   * A person wrote on their own phone, which is a takeover; unless it was handed back since, and
   * the echo is late. The message is stored.
   */
  void wroteOnPhone(ConversationId id, MessageId message, @Nullable String text, Instant sentAt) {
    var conversation = conversations.locked(id);
    if (!conversation.changedHandsAfter(sentAt) && conversation.takeOver(null, clock.instant())) {
      audit(conversation, "phone", "conversation.taken-over");
    }
    answeredByPerson(conversation, sentAt);
    promises.answered(id, new Signature(null, null), sentAt);
    promises.madeBy(message, null, text);
  }

  /**
   * @param until when the person wrote; null is now
   * @return the turn of what is answered by that, if anything is
   */
  private Optional<TurnId> answeredByPerson(Conversation conversation, @Nullable Instant until) {
    var id = conversation.profile().id();
    conversation.personWrote();
    conversations.keep(conversation);
    outbox.withdrawDrafts(conversation, "a person wrote");
    var open = turns.openIn(id);
    if (open.isEmpty() && !turnMessages.wordsAreWaiting(id)) {
      return Optional.empty();
    }
    var turn =
        open.orElseGet(
            () -> turns.saveAndFlush(Turn.collected(conversation.profile(), 0, clock.instant())));
    messages.claimWords(id, turn.id());
    if (until != null) {
      messages.releaseSentAfter(turn.id(), until);
    }
    return end(turn, TurnState.HANDED_OVER, InboxState.HANDED_OVER, conversation);
  }

  /** Ends a turn; with no message left it is void. */
  private Optional<TurnId> end(
      Turn turn, TurnState end, InboxState settled, Conversation conversation) {
    var any = turnMessages.anyIn(turn.id());
    turn.end(any ? end : TurnState.VOID, clock.instant());
    turnMessages.settle(turn.id(), settled, null);
    outdated(conversation);
    return any ? Optional.of(turn.id()) : Optional.empty();
  }

  private void changed(Conversation conversation, String person, String fact) {
    audit(conversation, person, fact);
    outbox.withdrawDrafts(conversation, "another one answers");
  }

  /** Whatever the process waits for is over, and what is open needs a turn. */
  private void outdated(Conversation conversation) {
    events.publishEvent(
        new TurnOutdated(conversation.profile().id(), "epoch/" + conversation.epoch()));
  }

  private void audit(Conversation conversation, String actor, String fact) {
    var profile = conversation.profile();
    audit.record(profile.agencyId(), actor, fact, "conversation", profile.id(), null);
  }

  private static void requireSeen(Conversation conversation, long seen) {
    if (conversation.epoch() != seen) {
      throw new HandoverRefused(
          Reason.SOMETHING_NEWER,
          "The contact or a colleague wrote since you looked. Read the conversation again, then repeat this");
    }
  }

  private Conversation locked(AgencyId agency, ConversationId id) {
    return conversations
        .lock(id)
        .filter(conversation -> conversation.profile().agencyId().equals(agency))
        .orElseThrow(() -> new NoSuchElementException("No conversation " + id));
  }
}
