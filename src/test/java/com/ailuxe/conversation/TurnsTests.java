package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.CollectedTurn.ButtonPressed;
import com.ailuxe.conversation.CollectedTurn.Nothing;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.CollectedTurn.ToPerson;
import com.ailuxe.conversation.CollectedTurn.Wordless;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ConversationModuleTest
class TurnsTests {
  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired Conversations conversations;
  @Autowired Handovers handovers;
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
  void aBurstIsOneTurnWithOneAnswer() {
    says("Good evening", "a yacht", "for Friday", "in Monaco");

    var turn = collect();
    draftAndSend(turn);

    assertThat(texts(turn)).containsExactly("Good evening", "a yacht", "for Friday", "in Monaco");
    assertThat(answers()).containsExactly("With pleasure.");
    assertThat(states()).containsOnly("ANSWERED");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
  }

  @Test
  void aRedeliveredCollectReturnsTheSameTurnAndKeepsTheDraft() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());

    assertThat(collect()).isEqualTo(turn);
    assertThat(turns.content(turn).draft()).isPresent();
  }

  @Test
  void messagesThatComeBeforeTheAnswerMakeTheDraftVoid() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());
    says("and one thing more");

    assertThat(collect()).isEqualTo(turn);
    assertThat(turns.content(turn).draft()).isEmpty();
    assertThat(texts(turn)).containsExactly("Hello", "and one thing more");
  }

  @Test
  void anAnswerIsNotSentWhenTheContactWroteAgain(AssertablePublishedEvents events) {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());
    says("wait");

    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isFalse();

    assertThat(answers()).isEmpty();
    assertThat(states()).containsOnly("OPEN");
    assertThat(events.ofType(MessagesWaiting.class))
        .containsExactly(new MessagesWaiting(conversation(), turn));
    var next = collect();
    assertThat(next).isNotEqualTo(turn);
    assertThat(texts(next)).containsExactly("Hello", "wait");
  }

  @Test
  void anAnswerIsNotSentAfterATakeoverAndItsMessagesGoToThePerson(
      AssertablePublishedEvents events) {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());
    handovers.takeOver(DemoAgency.ID, conversation(), "Camille Laurent");

    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isFalse();

    assertThat(answers()).isEmpty();
    assertThat(states()).containsOnly("OPEN");
    assertThat(events.ofType(MessagesWaiting.class)).hasSize(1);
    assertThat(texts(collectForPerson())).containsExactly("Hello");
  }

  @Test
  void sendingTwiceSendsOnce() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());

    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isTrue();
    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isTrue();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void theApprovedWordsAreSent() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());

    turns.approve(turn, "Good evening, Ada.", false, Actor.STAFF);
    turns.send(turn, NextStep.NOTHING, "key " + turn);

    assertThat(answers()).containsExactly("Good evening, Ada.");
  }

  @Test
  void aDiscardedAnswerLeavesItsMessagesIgnoredWithTheReason() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());

    turns.discard(turn, AnsweredBy.CONCIERGE, Actor.STAFF);
    turns.discard(turn, AnsweredBy.CONCIERGE, Actor.STAFF);

    assertThat(answers()).isEmpty();
    assertThat(states()).containsOnly("IGNORED");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
  }

  @Test
  void afterATakeoverAllMessagesWaitForThePersonUntilTheHandBack() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());
    turns.takeOver(turn, Actor.STAFF);
    turns.takeOver(turn, Actor.STAFF);
    says("Are you there?");

    assertThat(collectForPerson()).isEqualTo(turn);
    assertThat(texts(turn)).containsExactly("Hello", "Are you there?");
    assertThat(turns.content(turn).draft()).isEmpty();
    assertThat(states()).containsOnly("OPEN");

    turns.answerByHand(turn, "Here I am.", AnsweredBy.PERSON, Actor.STAFF, "hand " + turn);
    assertThat(states()).containsOnly("HANDED_OVER");
    says("Good");
    var second = collectForPerson();
    turns.answerByHand(second, "Until soon.", AnsweredBy.CONCIERGE, Actor.STAFF, "hand " + second);

    says("Thank you");
    assertThat(turns.collect(conversation(), 3)).isInstanceOf(ToAnswer.class);
    assertThat(answers()).containsExactly("Here I am.", "Until soon.");
  }

  @Test
  void thePersonsWordsAreThePersonsAndGoOutOnceWhateverWasWrittenSince(
      AssertablePublishedEvents events) {
    says("Hello");
    var turn = collect();
    turns.leaveToPerson(turn, "The concierge gave no answer in time");
    says("Still there?");

    turns.answerByHand(turn, "Here I am.", AnsweredBy.CONCIERGE, Actor.STAFF, "hand " + turn);
    turns.answerByHand(turn, "Here I am.", AnsweredBy.CONCIERGE, Actor.STAFF, "hand " + turn);

    assertThat(
            jdbc.sql(
                    "select author || ': ' || text from message where turn_id = ? and direction = 'OUTBOUND'")
                .param(turn.value())
                .query(String.class)
                .list())
        .containsExactly("PERSON: Here I am.");
    assertThat(states()).containsExactlyInAnyOrder("HANDED_OVER", "OPEN");
    assertThat(events.ofType(MessagesWaiting.class)).hasSize(1);
    assertThat(turns.collect(conversation(), 2)).isInstanceOf(ToAnswer.class);
  }

  @Test
  void aTurnThatWasLeftToAPersonStaysWithThePerson() {
    says("Hello");
    var turn = collect();
    turns.leaveToPerson(turn, "The concierge gave no answer in time");
    turns.leaveToPerson(turn, "Another reason");

    assertThat(collectForPerson()).isEqualTo(turn);
    assertThat(turns.content(turn).byHand()).contains("The concierge gave no answer in time");
    turns.discard(turn, AnsweredBy.CONCIERGE, Actor.STAFF);
    turns.leaveToPerson(turn, "Too late");
    assertThat(states()).containsOnly("IGNORED");
  }

  @Test
  void aReplyThatAnnouncesAPersonLeavesTheTurnAndTheConversationToThatPerson() {
    says("A person, please");
    var turn = collect();
    turns.drafted(turn, draft());

    assertThat(turns.send(turn, NextStep.PERSON, "key " + turn)).isTrue();
    assertThat(turns.send(turn, NextStep.PERSON, "key " + turn)).isTrue();

    assertThat(answers()).containsExactly("With pleasure.");
    assertThat(states()).containsOnly("OPEN");
    assertThat(collectForPerson()).isEqualTo(turn);
    assertThat(conversations.profile(conversation()).handler()).isEqualTo(AnsweredBy.PERSON);

    turns.answeredElsewhere(turn, Actor.STAFF);
    turns.answeredElsewhere(turn, Actor.STAFF);
    assertThat(states()).containsOnly("HANDED_OVER");
    says("Hello again");
    assertThat(collectForPerson()).isNotEqualTo(turn);
  }

  @Test
  void aButtonIsCarriedOutWhoeverAnswers() {
    says("Hello");
    handovers.takeOver(DemoAgency.ID, conversation(), "Camille Laurent");
    turns.discard(collectForPerson(), AnsweredBy.PERSON, Actor.STAFF);
    inbox.accept(List.of(ada.presses("contract:accept:1")));

    assertThat(turns.collect(conversation(), 1))
        .isInstanceOfSatisfying(
            ButtonPressed.class,
            pressed -> assertThat(pressed.payload()).isEqualTo("contract:accept:1"));
  }

  @Test
  void whatIsCarriedOutIsConfirmedOnce() {
    says("STOP");
    var turn = collect();

    turns.carriedOut(turn, "As you wish.", "confirmed " + turn);
    turns.carriedOut(turn, "As you wish.", "confirmed again " + turn);

    assertThat(answers()).containsExactly("As you wish.");
    assertThat(states()).containsOnly("ANSWERED");
  }

  @Test
  void aPressedButtonAloneIsCarriedOutAndNotAnsweredInWords() {
    inbox.accept(List.of(ada.presses("contract:accept:1")));

    var collected = turns.collect(conversation(), 1);

    assertThat(collected).isInstanceOf(ButtonPressed.class);
    var pressed = (ButtonPressed) collected;
    assertThat(pressed.payload()).isEqualTo("contract:accept:1");
    turns.carriedOut(pressed.turn().id());
    assertThat(states()).containsOnly("ANSWERED");
  }

  @Test
  void aButtonThatIsPressedTwiceIsOneTurn() {
    inbox.accept(List.of(ada.presses("contract:accept:1"), ada.presses("contract:accept:1")));

    turns.carriedOut(press("contract:accept:1"));

    assertThat(states()).containsExactly("ANSWERED", "ANSWERED");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
  }

  @Test
  void buttonsAreCarriedOutOneByOneAndTheWordsAreAnsweredAfterThem(
      AssertablePublishedEvents events) {
    says("Thank you");
    inbox.accept(List.of(ada.presses("booking:cancel:1"), ada.presses("contract:accept:1")));
    says("What time shall we be there?");

    var first = press("booking:cancel:1");
    assertThat(press("booking:cancel:1")).isEqualTo(first);
    turns.carriedOut(first);
    assertThat(events.ofType(MessagesWaiting.class))
        .containsExactly(new MessagesWaiting(conversation(), first));
    turns.carriedOut(press("contract:accept:1"));

    var words = collect();
    assertThat(texts(words)).containsExactly("Thank you", "What time shall we be there?");
    draftAndSend(words);
    assertThat(states()).containsOnly("ANSWERED");
  }

  @Test
  void aButtonIsCarriedOutWhileAnAnswerWaitsAndTheTurnOfTheWordsGoesOn(
      AssertablePublishedEvents events) {
    says("Something for Friday?");
    var words = collect();
    turns.drafted(words, draft());
    inbox.accept(List.of(ada.presses("booking:cancel:1")));

    var press = press("booking:cancel:1");
    turns.carriedOut(press);

    assertThat(events.ofType(MessagesWaiting.class))
        .containsExactly(new MessagesWaiting(conversation(), press));
    assertThat(collect()).isEqualTo(words);
    assertThat(texts(words)).containsExactly("Something for Friday?");
    assertThat(turns.content(words).draft()).isEmpty();
  }

  @Test
  void aButtonIsCarriedOutAlsoWhenAPersonWritesBeforeThat() {
    inbox.accept(List.of(ada.presses("booking:cancel:1")));
    says("and a question");
    handovers.takeOver(DemoAgency.ID, conversation(), "Camille Laurent");
    handovers.write(
        DemoAgency.ID,
        conversation(),
        "Camille Laurent",
        OutboundContent.text("At your service."),
        conversations.profile(conversation()).epoch(),
        "key");

    assertThat(states()).containsExactlyInAnyOrder("OPEN", "HANDED_OVER");
    turns.carriedOut(press("booking:cancel:1"));
    assertThat(states()).containsExactlyInAnyOrder("ANSWERED", "HANDED_OVER");
  }

  @Test
  void aButtonThatStandsForNothingIsReadByItsTitle() {
    inbox.accept(List.of(ada.presses("elsewhere")));

    var collected = turns.readAsWords(press("elsewhere"), 1);

    assertThat(collected)
        .isInstanceOfSatisfying(
            ToAnswer.class,
            words -> assertThat(texts(words.turn().id())).containsExactly("Accept"));
    draftAndSend(collect());
    assertThat(states()).containsOnly("ANSWERED");
  }

  @Test
  void aButtonThatStandsForNothingJoinsTheWordsThatAreAnswered() {
    says("Which one?");
    var words = collect();
    inbox.accept(List.of(ada.presses("elsewhere")));
    var press = press("elsewhere");

    turns.readAsWords(press, 1);
    turns.readAsWords(press, 1);

    assertThat(collect()).isEqualTo(words);
    assertThat(texts(words)).containsExactly("Which one?", "Accept");
  }

  @Test
  void theTimeToTheAnswerIsKept() {
    says("Hello");
    var turn = collect();
    draftAndSend(turn);
    clock.advance(Duration.ofMillis(2500));
    var delivery = claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1)).orElseThrow();

    reports.accepted(delivery.sendAttempt(), "wamid." + UUID.randomUUID());

    assertThat(
            jdbc.sql("select response_time_ms from outbox where message_id = ?")
                .param(delivery.messageId().value())
                .query(Long.class)
                .single())
        .isEqualTo(2500);
  }

  @Test
  void theTranscriptHoldsWhatWasSaidBefore() {
    says("Hello");
    draftAndSend(collect());
    jdbc.sql("update outbox set state = 'READ'").update();
    says("A villa, please");

    var content = turns.content(collect());

    assertThat(content.before())
        .extracting(TranscriptLine::author, TranscriptLine::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Author.CONTACT, "Hello"),
            org.assertj.core.groups.Tuple.tuple(Author.CONCIERGE, "With pleasure."));
    assertThat(content.asked()).extracting(AskedMessage::text).containsExactly("A villa, please");
  }

  @Test
  void aTurnWithoutWordsIsLeftToAPerson() {
    inbox.accept(List.of(ada.sendsPicture()));

    var collected = turns.collect(conversation(), 1);
    assertThat(turns.collect(conversation(), 1)).isEqualTo(collected);

    assertThat(collected)
        .isInstanceOfSatisfying(
            Wordless.class,
            wordless ->
                assertThat(wordless.turn().asked())
                    .singleElement()
                    .satisfies(
                        message -> {
                          assertThat(message.text()).isEqualTo("[image]");
                          assertThat(message.wordless()).isTrue();
                          assertThat(message.withFile()).isTrue();
                        }));
  }

  @Test
  void aMessageWithoutWordsAmongOthersIsNamedByItsTypeAndTheWordsAreAnswered() {
    says("How do you like this?");
    inbox.accept(List.of(ada.sendsPicture()));

    assertThat(texts(collect())).containsExactly("How do you like this?", "[image]");
  }

  private void says(String... texts) {
    for (var text : texts) {
      inbox.accept(List.of(ada.says(text)));
    }
  }

  private ConversationId conversation() {
    return ConversationRows.of(jdbc, ada);
  }

  private TurnId press(String payload) {
    var pressed = (ButtonPressed) turns.collect(conversation(), 1);
    assertThat(pressed.payload()).isEqualTo(payload);
    return pressed.turn().id();
  }

  private TurnId collect() {
    return ((ToAnswer) turns.collect(conversation(), 1)).turn().id();
  }

  private TurnId collectForPerson() {
    return ((ToPerson) turns.collect(conversation(), 1)).turn().id();
  }

  private static DraftedReply draft() {
    return new DraftedReply("With pleasure.", "question", null, 0.9, false, null, null);
  }

  private void draftAndSend(TurnId turn) {
    turns.drafted(turn, draft());
    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isTrue();
  }

  private List<String> texts(TurnId turn) {
    return turns.content(turn).asked().stream().map(AskedMessage::text).toList();
  }

  private List<String> answers() {
    return jdbc.sql(
            "select text from message where conversation_id = ? and direction = 'OUTBOUND'"
                + " order by sequence")
        .param(conversation().value())
        .query(String.class)
        .list();
  }

  private List<String> states() {
    return jdbc.sql("select state from inbox where conversation_id = ?")
        .param(conversation().value())
        .query(String.class)
        .list();
  }
}
