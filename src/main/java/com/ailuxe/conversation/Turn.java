package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.EntityNews;
import com.ailuxe.replicas.Newsworthy;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.TimeOrderedUuid;
import com.ailuxe.shared.TurnId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the contact sent since the last answer, and the one answer to it. */
@Entity
@EntityListeners(EntityNews.class)
class Turn implements Newsworthy {
  @Id private UUID id;
  private UUID agencyId;
  private UUID conversationId;
  private long processInstance;

  @Enumerated(EnumType.STRING)
  private TurnState state;

  private long epoch;
  private @Nullable String draft;
  private @Nullable String intent;
  private @Nullable String bookingFields;
  private @Nullable Double confidence;
  private @Nullable Boolean needsPerson;
  private @Nullable String reason;
  private @Nullable UUID contractId;
  private @Nullable String promise;
  private @Nullable String pathKeeps;
  private @Nullable String pathSays;
  private @Nullable String byHandReason;
  private Instant collectedAt;
  private @Nullable Instant answeredAt;
  @Version private @Nullable Long version;

  /** JPA needs it. */
  protected Turn() {}

  /**
   * @param conversation as it is now, locked
   * @param processInstance 0 when no process works on it
   */
  static Turn collected(ConversationProfile conversation, long processInstance, Instant now) {
    var turn = new Turn();
    turn.id = TimeOrderedUuid.next();
    turn.agencyId = conversation.agencyId().value();
    turn.conversationId = conversation.id().value();
    turn.epoch = conversation.epoch();
    turn.processInstance = processInstance;
    turn.state = TurnState.COLLECTED;
    turn.collectedAt = now;
    return turn;
  }

  /**
   * @param conversation as it is now, locked
   */
  static Turn pressed(ConversationProfile conversation, long processInstance, Instant now) {
    var turn = collected(conversation, processInstance, now);
    turn.state = TurnState.PRESSED;
    return turn;
  }

  /** The button means nothing but its title. */
  void readAsWords() {
    requireOpen("read");
    state = TurnState.COLLECTED;
  }

  boolean isPress() {
    return state == TurnState.PRESSED;
  }

  /** Something newer came before the answer went out: an earlier draft no longer fits. */
  void collectedMore(long instance, long newEpoch) {
    processInstance = instance;
    epoch = newEpoch;
    state = TurnState.COLLECTED;
    draft = null;
  }

  void continuedBy(long instance) {
    processInstance = instance;
  }

  void drafted(DraftedReply reply) {
    requireOpen("draft");
    draft = reply.text();
    intent = reply.intent();
    bookingFields = reply.bookingFields();
    confidence = reply.confidence();
    needsPerson = reply.needsPerson();
    reason = reply.reason();
    contractId = Identifier.valueOf(reply.contractId());
    promise = reply.promise();
    pathKeeps = reply.pathKeeps();
    pathSays = reply.pathSays();
    state = TurnState.DRAFTED;
  }

  /**
   * A person approved the draft, perhaps with other words.
   *
   * @param owed what is owed to the contact beyond what the words say, if anything
   */
  void approved(String text, @Nullable String owed) {
    requireOpen("approve");
    draft = text;
    promise = owed;
  }

  /** A person answers, with words of their own; the first reason is kept. */
  void leaveToPerson(String why) {
    requireOpen("leave to a person");
    byHandReason = byHandReason == null ? why : byHandReason;
    state = TurnState.COLLECTED;
    draft = null;
  }

  void end(TurnState end, Instant now) {
    requireOpen("end");
    state = end;
    if (end == TurnState.ANSWERED || end == TurnState.CARRIED_OUT) {
      answeredAt = now;
    }
  }

  /**
   * Its answer does not leave: the messages wait for another one.
   *
   * @return false where it was not answered
   */
  boolean reopened() {
    if (state != TurnState.ANSWERED) {
      return false;
    }
    state = TurnState.VOID;
    answeredAt = null;
    return true;
  }

  /** Whether something newer makes its draft void. */
  boolean isOutdatedIn(Conversation conversation) {
    return epoch != conversation.epoch();
  }

  private void requireOpen(String what) {
    if (!state.isOpen()) {
      throw new IllegalStateException("Cannot " + what + " turn " + id + ", it is " + state);
    }
  }

  TurnId id() {
    return new TurnId(id);
  }

  ConversationId conversationId() {
    return new ConversationId(conversationId);
  }

  Instant collectedAt() {
    return collectedAt;
  }

  Optional<String> byHandReason() {
    return Optional.ofNullable(byHandReason);
  }

  TurnState state() {
    return state;
  }

  /** The proposed answer, empty until there is one for all messages of the turn. */
  Optional<DraftedReply> draft() {
    if (draft == null || intent == null || confidence == null || needsPerson == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DraftedReply(
            draft,
            intent,
            bookingFields,
            confidence,
            needsPerson,
            reason,
            contractId == null ? null : new ContractId(contractId),
            promise,
            pathKeeps,
            pathSays));
  }

  @Override
  public String newsTopic() {
    return "conversation";
  }

  @Override
  public Identifier newsAgency() {
    return new AgencyId(agencyId);
  }

  @Override
  public Identifier newsSubject() {
    return conversationId();
  }
}
