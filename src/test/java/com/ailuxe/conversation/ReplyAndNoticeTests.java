package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a wish, the contact reads one message: what came of it. */
@ConversationModuleTest
class ReplyAndNoticeTests {
  private static final String DISCLOSURE = "You are writing with an automatic concierge.";
  private static final String ALL = "Thank you, that is all I need.";
  private static final String CHECK = "I will check and come back to you here.";
  private static final String HELD = "I have set aside for you: the yacht.";
  private static final List<Button> BUTTONS =
      List.of(new Button("booking:cancel:1", "Cancel BK-2026-0001"));
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private Inbound ada;

  @BeforeEach
  void aNewContact() {
    ada = new Inbound();
    clock.reset();
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  @Test
  void theNoticeTakesThePlaceOfTheReplyAndKeepsWhatElseThatSaid() {
    var turn = answered(DISCLOSURE + " " + ALL + " " + CHECK, ALL + "\n" + CHECK);
    assertThat(claimed()).isEmpty();

    notice(HELD, List.of());
    notice(HELD, List.of());

    assertThat(claimed()).contains(DISCLOSURE + "\n\n" + HELD);
    assertThat(claimed()).isEmpty();
    assertThat(inboxStates()).containsOnly("ANSWERED");
    assertThat(answersTo(turn)).contains(DISCLOSURE + "\n\n" + HELD);
    assertThat(turns.send(turn, NextStep.ACT, "reply/" + turn)).isTrue();
    assertThat(claimed()).isEmpty();
  }

  @Test
  void aReplyThatSaysNothingElseLeavesTheNoticeAsItIs() {
    answered(ALL + " " + CHECK, ALL + "\n" + CHECK);

    notice(HELD, List.of());

    assertThat(claimed()).contains(HELD);
  }

  @Test
  void whereNoNoticeComesInTimeTheReplyGoesOut() {
    answered(ALL + " " + CHECK, ALL + "\n" + CHECK);
    assertThat(
            jdbc.sql(
                    """
                    select extract(epoch from not_before - now()) from outbox
                    where conversation_id = ?""")
                .param(conversation().value())
                .query(Double.class)
                .single())
        .isBetween(5.0, 10.0);

    theTimeIsOver();

    assertThat(claimed()).contains(ALL + " " + CHECK);
    notice(HELD, List.of());
    assertThat(reported()).contains(HELD);
  }

  @Test
  void aQuestionWithButtonsTakesItsPlaceToo() {
    answered(DISCLOSURE + " " + ALL, ALL);

    notice("Shall I cancel it?", BUTTONS);

    assertThat(claimed()).contains(DISCLOSURE + "\n\nShall I cancel it?");
    assertThat(reported()).isEmpty();
  }

  @Test
  void whereButtonsLeaveNoRoomTheReplyGoesFirstAtOnce() {
    var question = "x".repeat(OutboundContent.MAX_CAPTION_LENGTH - 10);
    answered(DISCLOSURE + " " + ALL, ALL);

    notice(question, BUTTONS);

    assertThat(claimed()).contains(DISCLOSURE + " " + ALL);
    assertThat(reported()).contains(question);
  }

  @Test
  void theyStayTwoWhereTheyAreTooLongForOneMessage() {
    var lead = "x".repeat(OutboundContent.MAX_TEXT_LENGTH - HELD.length() - 1);
    answered(lead + " " + ALL, ALL);

    notice(HELD, List.of());

    assertThat(claimed()).contains(lead + " " + ALL);
    assertThat(reported()).contains(HELD);
  }

  @Test
  void otherWordsThatAPersonGaveItAreRead() {
    says("A yacht");
    var turn = collect();
    turns.drafted(turn, draft(ALL, ALL));
    turns.approve(turn, "Thank you, dear Ada.", false, Actor.STAFF);
    turns.send(turn, NextStep.ACT, "reply/" + turn);

    notice(HELD, List.of());

    assertThat(claimed()).contains("Thank you, dear Ada.");
    assertThat(reported()).contains(HELD);
  }

  @Test
  void whatWasWrittenBeforeACompleteWishBelongsToIt() {
    answered(ALL, ALL);
    notice(HELD, List.of());
    says("And a chef");

    assertThat(turns.content(collect()).before())
        .extracting(TranscriptLine::text, TranscriptLine::closes)
        .containsExactly(tuple("A yacht", false), tuple(HELD, true));
  }

  private TurnId answered(String text, String pathSays) {
    says("A yacht");
    var turn = collect();
    turns.drafted(turn, draft(text, pathSays));
    assertThat(turns.send(turn, NextStep.ACT, "reply/" + turn)).isTrue();
    return turn;
  }

  private static DraftedReply draft(String text, String pathSays) {
    return new DraftedReply(text, "book", null, 0.9, false, null, null, null, pathSays, pathSays);
  }

  private void notice(String text, List<Button> buttons) {
    outbox.queue(
        new QueuedMessage(
            conversation(),
            Author.NOTICE,
            new OutboundContent(text, buttons, null),
            null,
            "notice/" + conversation()));
  }

  private void theTimeIsOver() {
    jdbc.sql("update outbox set not_before = now() where conversation_id = ?")
        .param(conversation().value())
        .update();
  }

  private Optional<String> claimed() {
    return claims.claimNext(Channel.WHATSAPP, LEASE).map(delivery -> delivery.content().text());
  }

  /** What comes after the one that is under way. */
  private Optional<String> reported() {
    jdbc.sql("update outbox set state = 'READ' where conversation_id = ? and state = 'SENDING'")
        .param(conversation().value())
        .update();
    return claimed();
  }

  private List<String> answersTo(TurnId turn) {
    return jdbc.sql("select text from message where turn_id = ? and direction = 'OUTBOUND'")
        .param(turn.value())
        .query(String.class)
        .list();
  }

  private List<String> inboxStates() {
    return jdbc.sql("select state from inbox where conversation_id = ?")
        .param(conversation().value())
        .query(String.class)
        .list();
  }

  private void says(String text) {
    inbox.accept(List.of(ada.says(text)));
  }

  private TurnId collect() {
    return ((ToAnswer) turns.collect(conversation(), 1)).turn().id();
  }

  private ConversationId conversation() {
    return ConversationRows.of(jdbc, ada);
  }
}
