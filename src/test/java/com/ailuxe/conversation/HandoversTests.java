package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditEntry;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.conversation.CollectedTurn.Nothing;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.CollectedTurn.ToPerson;
import com.ailuxe.conversation.HandoverRefused.Reason;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ConversationModuleTest
class HandoversTests {
  private static final String CAMILLE = "Camille Laurent";
  private static final int RACES = 150;

  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired Conversations conversations;
  @Autowired Handovers handovers;
  @Autowired AuditTrail audit;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private Inbound ada;

  @BeforeEach
  void aNewContactAndNothingElseToSend() {
    ada = new Inbound();
    clock.reset();
    everythingHasLeft();
  }

  @Test
  void whoAnswersOnTheirPhoneTakesOverAndTheDraftIsVoid(AssertablePublishedEvents events) {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());

    answersOnThePhone("Good evening, Ada", now());

    assertThat(profile().handler()).isEqualTo(AnsweredBy.PERSON);
    assertThat(profile().handlerName()).isNull();
    assertThat(states()).containsOnly("HANDED_OVER");
    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isFalse();
    assertThat(lines()).containsExactly("CONTACT: Hello", "PERSON: Good evening, Ada");
    assertThat(events.ofType(TurnOutdated.class))
        .extracting(TurnOutdated::conversationId)
        .containsExactly(conversation());
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
    assertThat(facts()).containsExactly("phone: conversation.taken-over");
  }

  @Test
  void anEchoThatComesTwiceIsOne() {
    says("Hello");
    var echo = ada.hears("Good evening", now());

    inbox.accept(List.of(echo));
    inbox.accept(List.of(echo, echo));

    assertThat(lines()).containsExactly("CONTACT: Hello", "PERSON: Good evening");
  }

  @Test
  void anEchoToSomebodyNewBeginsTheConversation() {
    answersOnThePhone("Welcome aboard", now());

    assertThat(profile().handler()).isEqualTo(AnsweredBy.PERSON);
    assertThat(lines()).containsExactly("PERSON: Welcome aboard");
  }

  @Test
  void aLateEchoDoesNotTakeOverAgainAndWhatCameSinceIsAnswered() {
    says("Hello");
    answersOnThePhone("Good evening", now());
    var first = ada.hears("I hand you to my concierge", now());
    clock.advance(Duration.ofMinutes(1));
    handBack();
    clock.advance(Duration.ofMinutes(1));
    inbox.accept(List.of(ada.says("And a car?", now())));
    var turn = collect();
    turns.drafted(turn, draft());

    inbox.accept(List.of(first));

    assertThat(profile().handler()).isEqualTo(AnsweredBy.CONCIERGE);
    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isFalse();
    var next = collect();
    assertThat(texts(next)).containsExactly("And a car?");
    assertThat(turns.content(next).before())
        .extracting(TranscriptLine::author, TranscriptLine::text)
        .contains(tuple(Author.PERSON, "I hand you to my concierge"));
  }

  @Test
  void whatTheContactWroteAfterThePersonStaysOpen() {
    inbox.accept(List.of(ada.says("Hello", now())));
    inbox.accept(List.of(ada.says("And a car?", now().plusSeconds(20))));
    var turn = collect();

    answersOnThePhone("Good evening", now().plusSeconds(10));

    assertThat(states()).containsExactlyInAnyOrder("HANDED_OVER", "OPEN");
    assertThat(texts(collectForPerson())).containsExactly("And a car?");
    assertThat(texts(turn)).containsExactly("Hello");
  }

  @Test
  void aReplyThatWaitsToLeaveAtTheTakeoverNeverLeavesAndItsMessagesAreThePersons(
      AssertablePublishedEvents events) {
    says("Hello");
    var turn = collect();
    draftAndSend(turn, NextStep.NOTHING);
    assertThat(profile().aiDisclosed()).isTrue();

    takeOver();
    takeOver();

    assertThat(claim()).isEmpty();
    assertThat(sends()).containsExactly("With pleasure.: WITHDRAWN, void: another one answers");
    assertThat(profile().aiDisclosed()).isFalse();
    assertThat(states()).containsOnly("OPEN");
    assertThat(events.ofType(TurnOutdated.class)).hasSize(1);
    var theirs = collectForPerson();
    assertThat(texts(theirs)).containsExactly("Hello");
    assertThat(turns.content(theirs).before()).isEmpty();
    assertThat(facts()).containsExactly(CAMILLE + ": conversation.taken-over");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aReplyThatIsBeingSentIsBeyondRecallButNotRepeated(boolean templateRefused) {
    says("Hello");
    draftAndSend(collect(), NextStep.NOTHING);
    var sending = claim().orElseThrow();
    takeOver();
    assertThat(states()).containsOnly("ANSWERED");

    if (templateRefused) {
      reports.templateRefused(sending.sendAttempt(), "HTTP 404 132001");
    } else {
      reports.retryLater(sending.sendAttempt(), Duration.ZERO, "429");
    }

    assertThat(claim()).isEmpty();
    assertThat(sends()).containsExactly("With pleasure.: WITHDRAWN, void: another one answers");
    assertThat(texts(collectForPerson())).containsExactly("Hello");
  }

  @Test
  void aReplyThatThePersonWasTooLateForCountsAsAnswered() {
    says("Hello");
    draftAndSend(collect(), NextStep.NOTHING);
    var sending = claim().orElseThrow();
    takeOver();

    reports.accepted(sending.sendAttempt(), "wamid." + sending.messageId());

    assertThat(sends()).containsExactly("With pleasure.: ACCEPTED, null");
    assertThat(states()).containsOnly("ANSWERED");
  }

  @Test
  void whatWasCarriedOutIsNotAskedForAgain() {
    says("Book the yacht");
    draftAndSend(collect(), NextStep.ACT);

    takeOver();
    handBack();

    assertThat(claim()).isEmpty();
    assertThat(states()).containsOnly("ANSWERED");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
  }

  @Test
  void aNewerMessageOfTheContactWithdrawsAReplyThatHasNotLeftAndBothAreAnsweredTogether() {
    says("Hello");
    draftAndSend(collect(), NextStep.NOTHING);
    says("and a question");

    assertThat(claim()).isEmpty();
    var turn = collect();
    assertThat(texts(turn)).containsExactly("Hello", "and a question");
    draftAndSend(turn, NextStep.NOTHING);
    assertThat(sends())
        .containsExactly(
            "With pleasure.: WITHDRAWN, void: the contact wrote again",
            "With pleasure.: QUEUED, null");
  }

  @Test
  void whatAWishWasCarriedOutForIsSaidAlsoWhenTheContactWritesAgain() {
    says("Book the yacht");
    draftAndSend(collect(), NextStep.ACT);
    says("Thank you");

    assertThat(claim()).isPresent();
    assertThat(texts(collect())).containsExactly("Thank you");
  }

  @Test
  void noticesGoOutWhoeverAnswers() {
    says("Hello");
    takeOver();
    outbox.queue(
        new QueuedMessage(
            conversation(),
            Author.NOTICE,
            OutboundContent.text("Your booking is confirmed."),
            null,
            "notice " + conversation()));

    handBack();

    assertThat(claim()).isPresent();
  }

  @Test
  void aDraftFromBeforeTheTakeoverIsVoidAlsoAfterTheHandBack() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());
    takeOver();
    turns.drafted(turn, draft());
    handBack();

    turns.approve(turn, "Approved late", false, Actor.STAFF);
    assertThat(turns.send(turn, NextStep.NOTHING, "key " + turn)).isFalse();

    assertThat(sends()).isEmpty();
    assertThat(texts(collect())).containsExactly("Hello");
  }

  @Test
  void aTakeoverMakesTheOpenTurnThePersonsAndADecisionAboutTheDraftChangesNothing() {
    says("Hello");
    var turn = collect();
    turns.drafted(turn, draft());
    takeOver();
    assertThat(turns.content(turn).byHand()).contains("Taken over by " + CAMILLE);

    turns.discardDraft(turn, Actor.STAFF);

    assertThat(profile().handler()).isEqualTo(AnsweredBy.PERSON);
    assertThat(states()).containsOnly("OPEN");
    assertThat(texts(collectForPerson())).containsExactly("Hello");
  }

  @Test
  void afterTheHandBackTheConciergeAnswersWhatNobodyDidAndKnowsWhatThePersonWrote() {
    says("Hello");
    takeOver();
    write("Good evening, Ada", "key-1");
    clock.advance(Duration.ofMinutes(1));
    inbox.accept(List.of(ada.says("When does the yacht leave?", now())));
    collectForPerson();

    handBack();
    handBack();

    assertThat(profile().handler()).isEqualTo(AnsweredBy.CONCIERGE);
    var turn = collect();
    assertThat(texts(turn)).containsExactly("When does the yacht leave?");
    assertThat(turns.content(turn).before())
        .extracting(TranscriptLine::author, TranscriptLine::text)
        .containsExactly(tuple(Author.CONTACT, "Hello"), tuple(Author.PERSON, "Good evening, Ada"));
    draftAndSend(turn, NextStep.NOTHING);
    assertThat(states()).containsExactlyInAnyOrder("HANDED_OVER", "ANSWERED");
    assertThat(facts())
        .containsExactly(
            CAMILLE + ": conversation.taken-over",
            CAMILLE + ": conversation.person-wrote",
            CAMILLE + ": conversation.handed-back");
  }

  @Test
  void theWishForAPersonThatWasAnnouncedIsNotAnsweredAgainAfterTheHandBack() {
    says("A person, please");
    draftAndSend(collect(), NextStep.PERSON);
    everythingHasLeft();
    says("Hello?");
    collectForPerson();

    handBack();

    assertThat(states()).containsExactlyInAnyOrder("ANSWERED", "OPEN");
    assertThat(texts(collect())).containsExactly("Hello?");
  }

  @Test
  void thePersonsWordsGoOutOncePerKey() {
    says("Hello");
    takeOver();

    var first = write("Good evening", "key-1");
    var again =
        handovers.write(
            DemoAgency.ID,
            conversation(),
            CAMILLE,
            OutboundContent.text("Good evening"),
            0,
            "key-1");

    assertThat(again).isEqualTo(first);
    assertThat(claim()).map(Delivery::messageId).contains(first);
    assertThat(sends()).hasSize(1);
    assertRefused(() -> write("Something else", "key-1"), Reason.KEY_USED_BEFORE);
  }

  @Test
  void whoHasNotSeenTheNewestIsToldSo() {
    says("Hello");
    assertRefused(() -> write("Good evening", "key-1"), Reason.NOT_TAKEN_OVER);
    takeOver();
    var seen = profile().epoch();
    says("Are you there?");

    assertRefused(
        () ->
            handovers.write(
                DemoAgency.ID,
                conversation(),
                CAMILLE,
                OutboundContent.text("Hello"),
                seen,
                "key-2"),
        Reason.SOMETHING_NEWER);
    assertRefused(
        () -> handovers.handBack(DemoAgency.ID, conversation(), CAMILLE, seen),
        Reason.SOMETHING_NEWER);
    assertRefused(
        () -> handovers.takeOver(DemoAgency.ID, conversation(), "Nora"),
        Reason.ANOTHER_PERSON_ANSWERS);
    assertThat(sends()).isEmpty();
    assertThat(profile().handlerName()).isEqualTo(CAMILLE);
  }

  @Test
  void whoeverThePhoneKnowsNotIsNamedByTheTakeover() {
    answersOnThePhone("Good evening", now());

    takeOver();
    answersOnThePhone("It is me", now());

    assertThat(profile().handlerName()).isEqualTo(CAMILLE);
  }

  @Test
  void anotherAgencyHasNoSuchConversation() {
    says("Hello");
    var other = AgencyId.random();

    assertThatThrownBy(() -> handovers.takeOver(other, conversation(), CAMILLE))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> handovers.handBack(other, conversation(), CAMILLE, 1))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(
            () ->
                handovers.write(
                    other, conversation(), CAMILLE, OutboundContent.text("Hello"), 1, "key"))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(conversations.of(other, conversation())).isEmpty();
    assertThat(conversations.latest(other, 10)).isEmpty();
  }

  @Test
  void noReplyIsClaimedAfterATakeoverHoweverTheyRace() throws Exception {
    var claimed = 0;
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (var race = 0; race < RACES; race++) {
        aNewContactAndNothingElseToSend();
        jdbc.sql("update outbox set claimed_at = null").update();
        says("Hello");
        var turn = collect();
        turns.drafted(turn, draft());
        var echo = race % 2 == 0 ? ada.hears("I am here", now()) : null;
        var start = new CyclicBarrier(3);
        var send =
            threads.submit(
                () -> {
                  start.await();
                  return turns.send(turn, NextStep.NOTHING, "key " + turn);
                });
        var takeover =
            threads.submit(
                () -> {
                  start.await();
                  if (echo == null) {
                    takeOver();
                  } else {
                    inbox.accept(List.of(echo));
                  }
                  return System.nanoTime();
                });
        Callable<List<Long>> claims =
            () -> {
              start.await();
              var starts = new ArrayList<Long>();
              while (!takeover.isDone() || !send.isDone()) {
                var began = System.nanoTime();
                if (claim().isPresent()) {
                  starts.add(began);
                }
              }
              return starts;
            };
        var claiming = threads.submit(claims);

        var over = takeover.get();
        send.get();
        assertThat(claiming.get()).as("claimed after the takeover").allMatch(began -> began < over);
        assertThat(claim()).as("claimed at the end").isEmpty();
        claimed += claiming.get().size();
        assertThat(profile().handler()).isEqualTo(AnsweredBy.PERSON);
      }
    }
    assertThat(claimed).isLessThan(RACES);
  }

  private void says(String text) {
    inbox.accept(List.of(ada.says(text)));
  }

  private void answersOnThePhone(String text, Instant at) {
    inbox.accept(List.of(ada.hears(text, at)));
  }

  private Instant now() {
    return clock.instant();
  }

  private void takeOver() {
    handovers.takeOver(DemoAgency.ID, conversation(), CAMILLE);
  }

  private void handBack() {
    handovers.handBack(DemoAgency.ID, conversation(), CAMILLE, profile().epoch());
  }

  private MessageId write(String text, String key) {
    return handovers.write(
        DemoAgency.ID, conversation(), CAMILLE, OutboundContent.text(text), profile().epoch(), key);
  }

  private static void assertRefused(Runnable what, Reason reason) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            HandoverRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private ConversationId conversation() {
    return ConversationRows.of(jdbc, ada);
  }

  private ConversationProfile profile() {
    return conversations.profile(conversation());
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

  private void draftAndSend(TurnId turn, NextStep following) {
    turns.drafted(turn, draft());
    assertThat(turns.send(turn, following, "key " + turn)).isTrue();
  }

  /** Claims the next message as the dispatcher does. */
  private Optional<Delivery> claim() {
    claims.tend(Channel.WHATSAPP);
    return claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1));
  }

  private void everythingHasLeft() {
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  private List<String> texts(TurnId turn) {
    return turns.content(turn).asked().stream().map(AskedMessage::text).toList();
  }

  private List<String> lines() {
    return conversations.lines(conversation()).stream()
        .map(written -> written.line().author() + ": " + written.line().text())
        .toList();
  }

  private List<String> sends() {
    return conversations.lines(conversation()).stream()
        .filter(written -> written.state() != null)
        .map(written -> written.line().text() + ": " + written.state() + ", " + written.reason())
        .toList();
  }

  private List<String> states() {
    return jdbc.sql("select state from inbox where conversation_id = ? and kind = 'MESSAGE'")
        .param(conversation().value())
        .query(String.class)
        .list();
  }

  private List<String> facts() {
    return audit.of(DemoAgency.ID, "conversation", conversation()).stream()
        .map((AuditEntry entry) -> entry.actor() + ": " + entry.action())
        .toList();
  }
}
