package com.ailuxe.conversation;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The turns: which messages are answered together, by what, and whether the answer may still go
 * out. Every verb may be called twice with the same outcome.
 */
@Service
@Transactional
public class Turns {
  /** Why a person answers who would rather do so than approve the draft. */
  public static final String TAKEN_OVER_IN_REVIEW = "Taken over in the review";

  private static final int TRANSCRIPT_LINES = 20;

  /** So long after their last words a person is taken to be in the chat. */
  private static final Duration STILL_IN_CHAT = Duration.ofMinutes(5);

  private static final String SOMETHING_TO_DO = "Whoever approved the reply asks to follow it up";
  private static final String NOTHING_IS_SENT = "a person decided that nothing is sent";

  private final ConversationStore conversations;
  private final TurnRepository turns;
  private final MessageStore messages;
  private final TurnMessages turnMessages;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final PromiseRows promises;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Turns(
      ConversationStore conversations,
      TurnRepository turns,
      MessageStore messages,
      TurnMessages turnMessages,
      Outbox outbox,
      AuditTrail audit,
      PromiseRows promises,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.conversations = conversations;
    this.turns = turns;
    this.messages = messages;
    this.turnMessages = turnMessages;
    this.outbox = outbox;
    this.audit = audit;
    this.promises = promises;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Claims what waits for an answer: of pressed buttons the first one, however often it was
   * pressed, else all that was written. A turn of words that is still open takes those up, and its
   * draft is void then. One that was left to a person stays with the person until it ends.
   *
   * @param processInstance who works on it, for the operator
   */
  public CollectedTurn collect(ConversationId id, long processInstance) {
    var conversation = conversations.locked(id);
    return pressIn(conversation, processInstance)
        .orElseGet(() -> words(conversation, processInstance));
  }

  /**
   * A pressed button that stands for nothing says what its title says.
   *
   * @param id of a turn that {@link #collect} gave as a pressed button
   */
  public CollectedTurn readAsWords(TurnId id, long processInstance) {
    var conversation = lockedConversationOf(id);
    var press = turn(id);
    if (press.isPress()) {
      var open = turns.openIn(press.conversationId());
      if (open.isPresent()) {
        messages.move(id, open.get().id());
        press.end(TurnState.VOID, clock.instant());
      } else {
        press.readAsWords();
      }
      turns.flush();
    }
    return words(conversation, processInstance);
  }

  private Optional<CollectedTurn> pressIn(Conversation conversation, long processInstance) {
    var id = conversation.profile().id();
    var press =
        turns
            .pressedIn(id)
            .or(
                () ->
                    turnMessages
                        .firstPress(id)
                        .map(payload -> pressed(conversation, processInstance, payload)));
    return press.map(
        turn -> {
          var claimed = claimed(turn, conversation);
          var payload = Objects.requireNonNull(claimed.asked().getFirst().buttonPayload());
          return new CollectedTurn.ButtonPressed(claimed, payload);
        });
  }

  private Turn pressed(Conversation conversation, long processInstance, String payload) {
    var turn =
        turns.saveAndFlush(Turn.pressed(conversation.profile(), processInstance, clock.instant()));
    messages.claimPresses(turn.conversationId(), turn.id(), payload);
    return turn;
  }

  private CollectedTurn words(Conversation conversation, long processInstance) {
    var id = conversation.profile().id();
    var open = turns.openIn(id);
    var waits = turnMessages.wordsAreWaiting(id);
    if (open.isEmpty() && !waits) {
      return new CollectedTurn.Nothing();
    }
    if (!waits && !turnMessages.anyIn(open.get().id())) {
      open.get().end(TurnState.VOID, clock.instant());
      return new CollectedTurn.Nothing();
    }
    var turn =
        open.orElseGet(
            () ->
                turns.saveAndFlush(
                    Turn.collected(conversation.profile(), processInstance, clock.instant())));
    if (waits || turn.isOutdatedIn(conversation)) {
      turn.collectedMore(processInstance, conversation.epoch());
      messages.claimWords(id, turn.id());
    } else {
      turn.continuedBy(processInstance);
    }
    return way(turn, conversation);
  }

  private ClaimedTurn claimed(Turn turn, Conversation conversation) {
    var since = turn.collectedAt();
    var alone = personLeaves(conversation).filter(since::isBefore).orElse(since);
    return new ClaimedTurn(turn.id(), since, alone, asked(turn.id()));
  }

  private CollectedTurn way(Turn turn, Conversation conversation) {
    var claimed = claimed(turn, conversation);
    if (conversation.isHandledByPerson()) {
      turn.leaveToPerson("A person answers in this conversation");
      return new CollectedTurn.ToPerson(claimed);
    }
    if (claimed.asked().stream().allMatch(AskedMessage::wordless)) {
      turn.leaveToPerson("Nothing was written: see what was sent");
      return new CollectedTurn.Wordless(claimed);
    }
    return turn.byHandReason().isPresent()
        ? new CollectedTurn.ToPerson(claimed)
        : new CollectedTurn.ToAnswer(claimed);
  }

  /** What the contact reads while a person is awaited. */
  @FunctionalInterface
  public interface HoldingLine {
    /**
     * @param discloses whether it has to say that an automatic concierge answers
     */
    String text(boolean discloses);
  }

  /**
   * Tells the contact that a person will answer, once for each time that they wait; not where the
   * concierge has said so in its reply, and not while the person who answers is in the chat.
   */
  public void hold(TurnId id, HoldingLine line) {
    var conversation = lockedConversationOf(id);
    var turn = turn(id);
    if (!turn.state().isOpen()
        || turnMessages.hasReadOfAPerson(id)
        || aPersonIsInChat(conversation)) {
      return;
    }
    var text = line.text(!conversation.profile().aiDisclosed());
    conversations.disclosed(turn.conversationId());
    outbox.queue(
        new QueuedMessage(
            turn.conversationId(),
            Author.CONCIERGE,
            OutboundContent.text(text),
            null,
            Outbox.HOLDING_LINE + id));
  }

  private boolean aPersonIsInChat(Conversation conversation) {
    return personLeaves(conversation).filter(clock.instant()::isBefore).isPresent();
  }

  /**
   * When a person who answers is taken to have left. Only words count: whoever takes over, or
   * closes a task, may never write.
   */
  private Optional<Instant> personLeaves(Conversation conversation) {
    return conversation.isHandledByPerson()
        ? turnMessages
            .personWroteAt(conversation.profile().id())
            .map(wrote -> wrote.plus(STILL_IN_CHAT))
        : Optional.empty();
  }

  /**
   * @throws NoSuchElementException when there is no such turn
   */
  @Transactional(readOnly = true)
  public TurnContent content(TurnId id) {
    var turn = turn(id);
    return new TurnContent(
        id,
        conversations.find(turn.conversationId()).orElseThrow().profile(),
        asked(id),
        transcriptBefore(turn),
        turn.draft(),
        turn.byHandReason(),
        turnMessages.isHeld(id));
  }

  /**
   * Keeps the proposed answer. A turn that has ended, or was left to a person, meanwhile stays as
   * it is.
   */
  public void drafted(TurnId id, DraftedReply reply) {
    var turn = lockedTurn(id);
    if (turn.state().isOpen() && turn.byHandReason().isEmpty()) {
      turn.drafted(reply);
    }
  }

  /**
   * The concierge cannot answer this turn: a person does.
   *
   * @param reason for that person
   */
  public void leaveToPerson(TurnId id, String reason) {
    var turn = lockedTurn(id);
    if (turn.state().isOpen()) {
      turn.leaveToPerson(reason);
    }
  }

  /**
   * A person approved the draft with these words.
   *
   * @param followUp whether one of us still has something to do, though the words may not say so
   */
  public void approve(TurnId id, String text, boolean followUp, Actor reviewer) {
    var conversation = lockedConversationOf(id);
    var by = sign(conversation, reviewer);
    var turn = turn(id);
    if (turn.state().isOpen() && turn.byHandReason().isEmpty()) {
      var promise = turn.draft().map(DraftedReply::promise);
      turn.approved(
          text,
          followUp
              ? promise.or(() -> PromisingWords.in(text)).orElse(SOMETHING_TO_DO)
              : promise.filter(words -> words.lines().allMatch(text::contains)).orElse(null));
      record(by, "turn.approved", turn, conversation);
    }
  }

  /**
   * A person decided that the draft is not sent, nor anything else, unless something newer made it
   * void; then the messages go to the next turn. A contact who was promised that a person answers
   * is owed that answer.
   */
  public void discardDraft(TurnId id, Actor reviewer) {
    var conversation = lockedConversationOf(id);
    var by = sign(conversation, reviewer);
    var turn = turn(id);
    if (!turn.state().isOpen()) {
      return;
    }
    if (isVoid(turn, conversation)) {
      endAsVoid(turn);
    } else {
      turnMessages
          .heldBy(id)
          .ifPresent(
              line -> {
                var text = outbox.textOf(line);
                promises.made(line, id, PromisingWords.in(text).orElse(text));
              });
      end(turn, TurnState.DISCARDED, InboxState.IGNORED, NOTHING_IS_SENT);
      record(by, "turn.discarded", turn, conversation);
    }
  }

  /**
   * A person decided that nothing is sent.
   *
   * @param next who answers in the conversation from here
   */
  public void discard(TurnId id, AnsweredBy next, Actor person) {
    var conversation = lockedConversationOf(id);
    var by = sign(conversation, person);
    var turn = turn(id);
    if (turn.state().isOpen()) {
      record(by, "turn.discarded", turn, conversation);
      handedTo(next, by, conversation);
      end(turn, TurnState.DISCARDED, InboxState.IGNORED, NOTHING_IS_SENT);
    }
  }

  /** A person answers this turn and those that follow. */
  public void takeOver(TurnId id, Actor reviewer) {
    var conversation = lockedConversationOf(id);
    var by = sign(conversation, reviewer);
    var turn = turn(id);
    if (turn.state().isOpen()) {
      handedTo(AnsweredBy.PERSON, by, conversation);
      turn.leaveToPerson(TAKEN_OVER_IN_REVIEW);
    }
  }

  /**
   * Puts a person's own words into the outbox. They go out whatever was written since; that waits
   * for the next turn.
   *
   * @param next who answers in the conversation from here
   */
  public void answerByHand(
      TurnId id, String text, AnsweredBy next, Actor person, String idempotencyKey) {
    var conversation = lockedConversationOf(id);
    var by = sign(conversation, person);
    var turn = turn(id);
    if (turn.state().isOpen()) {
      conversation.personWrote();
      conversations.keep(conversation);
      record(by, "turn.answered-by-hand", turn, conversation);
      handedTo(next, by, conversation);
      end(turn, TurnState.HANDED_OVER, InboxState.HANDED_OVER, null);
    }
    var answer =
        outbox.queue(
            QueuedMessage.ofPerson(
                turn.conversationId(), OutboundContent.text(text), id, idempotencyKey, by));
    promises.madeBy(answer, id, text);
  }

  /** A person answers from elsewhere, this turn and those that follow. */
  public void answeredElsewhere(TurnId id, Actor person) {
    var conversation = lockedConversationOf(id);
    var by = sign(conversation, person);
    var turn = turn(id);
    if (turn.state().isOpen()) {
      record(by, "turn.answered-elsewhere", turn, conversation);
      handedTo(AnsweredBy.PERSON, by, conversation);
      end(turn, TurnState.HANDED_OVER, InboxState.HANDED_OVER, null);
    }
  }

  /** The button that this turn consists of was carried out. */
  public void carriedOut(TurnId id) {
    endOnce(id, TurnState.CARRIED_OUT, InboxState.ANSWERED, null);
  }

  /**
   * What this turn asks for was carried out, and these words say so; once it has ended, nothing.
   */
  public void carriedOut(TurnId id, String confirmation, String idempotencyKey) {
    var turn = lockedTurn(id);
    if (turn.state().isOpen()) {
      outbox.queue(
          new QueuedMessage(
              turn.conversationId(),
              Author.CONCIERGE,
              OutboundContent.text(confirmation),
              id,
              idempotencyKey));
      end(turn, TurnState.CARRIED_OUT, InboxState.ANSWERED, null);
    }
  }

  /**
   * Puts the draft into the outbox, unless the contact or a person wrote, or another one answers,
   * since its messages were collected; then they go to the next turn.
   *
   * @param following what the process does next, once this is on its way
   * @return whether it is on its way
   */
  public boolean send(TurnId id, NextStep following, String idempotencyKey) {
    var conversation = lockedConversationOf(id);
    var turn = turn(id);
    if (!turn.state().isOpen()) {
      return turn.state() == TurnState.ANSWERED;
    }
    if (turn.byHandReason().isPresent() && following == NextStep.PERSON) {
      return true;
    }
    if (isVoid(turn, conversation)) {
      endAsVoid(turn);
      return false;
    }
    var draft =
        turn.draft().orElseThrow(() -> new IllegalStateException("Turn " + id + " has no draft"));
    if (following == NextStep.PERSON) {
      leftToStaff(conversation);
      turn.leaveToPerson("The contact asks for a person");
    } else {
      end(turn, TurnState.ANSWERED, InboxState.ANSWERED, null);
    }
    conversations.disclosed(turn.conversationId());
    var reply =
        outbox.queueDraft(
            new QueuedMessage(
                turn.conversationId(),
                Author.CONCIERGE,
                OutboundContent.text(draft.text()),
                id,
                idempotencyKey),
            conversation.epoch(),
            following == NextStep.NOTHING,
            draft.lead().orElse(null));
    if (following != NextStep.PERSON) {
      draft.owed().ifPresent(said -> promises.made(reply, id, said));
    }
    return true;
  }

  private static boolean isVoid(Turn turn, Conversation conversation) {
    return turn.byHandReason().isPresent() || turn.isOutdatedIn(conversation);
  }

  private void endAsVoid(Turn turn) {
    turn.end(TurnState.VOID, clock.instant());
    messages.release(List.of(turn.id()));
    events.publishEvent(new MessagesWaiting(turn.conversationId(), turn.id()));
  }

  private void handedTo(AnsweredBy next, Signature by, Conversation conversation) {
    var changed = conversation.handledBy(next, by, clock.instant());
    conversations.keep(conversation);
    if (changed) {
      var profile = conversation.profile();
      var fact = next == AnsweredBy.PERSON ? "conversation.taken-over" : "conversation.handed-back";
      audit.record(profile.agencyId(), by, fact, "conversation", profile.id(), null);
    }
    outbox.withdrawDrafts(conversation, "a person answers");
  }

  /** Whoever of them answers first has it. */
  private void leftToStaff(Conversation conversation) {
    conversation.handledBy(AnsweredBy.PERSON, new Signature(null, null), clock.instant());
    conversations.keep(conversation);
    outbox.withdrawDrafts(conversation, "a person answers");
  }

  private Signature sign(Conversation conversation, Actor actor) {
    return audit.sign(conversation.profile().agencyId(), actor);
  }

  private void record(Signature by, String fact, Turn turn, Conversation conversation) {
    var agency = conversation.profile().agencyId();
    audit.record(agency, by, fact, "turn", turn.id(), null);
  }

  private void endOnce(TurnId id, TurnState end, InboxState settled, @Nullable String reason) {
    var turn = lockedTurn(id);
    if (turn.state().isOpen()) {
      end(turn, end, settled, reason);
    }
  }

  private void end(Turn turn, TurnState end, InboxState settled, @Nullable String reason) {
    var wasPress = turn.isPress();
    turn.end(end, clock.instant());
    turnMessages.settle(turn.id(), settled, reason);
    if (turnMessages.areWaiting(turn.conversationId())
        || wasPress && turns.openIn(turn.conversationId()).isPresent()) {
      events.publishEvent(new MessagesWaiting(turn.conversationId(), turn.id()));
    }
  }

  private Turn turn(TurnId id) {
    return turns
        .findById(id.value())
        .orElseThrow(() -> new NoSuchElementException("No turn " + id));
  }

  private Turn lockedTurn(TurnId id) {
    lockedConversationOf(id);
    return turn(id);
  }

  /** Locks the conversation before the turn is read, so that the turn cannot change meanwhile. */
  private Conversation lockedConversationOf(TurnId id) {
    return conversations.lockOf(id).orElseThrow(() -> new NoSuchElementException("No turn " + id));
  }

  private List<AskedMessage> asked(TurnId id) {
    return jdbc.sql(
            """
            select m.id, i.event_id, m.button_payload, %s,
              c.recipient_kind, c.recipient_value,
              f.message_id is not null as with_file,
              m.type = 'UNSUPPORTED' or coalesce(f.state in ('REFUSED', 'FAILED'), false) as withheld
            from message m
            left join media f on f.message_id = m.id
            join inbox i on i.message_id = m.id
            join conversation c on c.id = m.conversation_id
            %s
            where m.turn_id = ? and m.direction = 'INBOUND'
            order by m.occurred_at, m.sequence"""
                .formatted(MessageText.COLUMNS, MessageText.QUOTED))
        .param(id.value())
        .query(
            (row, index) ->
                new AskedMessage(
                    new MessageId(row.getObject("id", UUID.class)),
                    row.getString("event_id"),
                    MessageType.valueOf(row.getString("type")),
                    MessageText.of(row),
                    MessageText.isMissing(row),
                    row.getBoolean("with_file"),
                    row.getBoolean("withheld"),
                    MessageText.quoted(row).orElse(null),
                    row.getObject("corrects") != null,
                    row.getString("button_payload"),
                    row.getTimestamp("occurred_at").toInstant(),
                    new Identity(
                        IdentityKind.valueOf(row.getString("recipient_kind")),
                        row.getString("recipient_value"))))
        .list();
  }

  private List<TranscriptLine> transcriptBefore(Turn turn) {
    return MessageText.last(
        jdbc,
        TRANSCRIPT_LINES,
        "m.conversation_id = ? and (m.turn_id is distinct from ? or m.direction = 'OUTBOUND') and "
            + MessageText.NOT_WITHDRAWN,
        turn.conversationId().value(),
        turn.id().value());
  }
}
