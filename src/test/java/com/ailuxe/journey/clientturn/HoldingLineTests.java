package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.clientturn.CollectTurnWorker.Collected;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a contact reads while a person is awaited. */
class HoldingLineTests extends BookingChat {
  private static final String ASKED = "May I bring my dog?";

  @Autowired SendHoldingLineWorker hold;
  @Autowired RecordReviewWorker record;
  @Autowired AnswerByHandWorker byHand;
  @Autowired Handovers handovers;

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 4);
  }

  @BeforeEach
  void officeIsOpen() {
    clock.set("2026-12-01T10:00:00Z");
  }

  @Test
  void firstWordsOfANewContactAreAnsweredWithWhatAnswersAndWhenPeopleAreThere() {
    says(ASKED);
    var turn = collected();
    assertThat(draft.handle(turn).needsPerson()).isTrue();

    hold.handle(turn);

    assertThat(sent())
        .singleElement()
        .asString()
        .startsWith("Thank you for your message, Ada.")
        .contains(
            "a colleague at Maison Luxe, who will answer you here in person shortly",
            "automatic concierge",
            "Monday – Saturday, 09:00 – 20:00");
  }

  @Test
  void whatAnswersIsSaidOnceHoweverTheDraftBegan() {
    says(ASKED);
    var turn = collected();
    draft.handle(turn);
    var drafted = turns.content(id(turn)).draft().orElseThrow().text();
    assertThat(drafted).contains("automatic concierge of Maison Luxe");
    hold.handle(turn);

    record.handle(turn, "approve", drafted, null, Jobs.ofNobody());
    assertThat(send.handle(turn, "question", job()).sent()).isTrue();

    assertThat(sent())
        .hasSize(2)
        .last()
        .asString()
        .doesNotContain("automatic")
        .contains("colleague");
    says("Thank you");
    draft.handle(collected());
    assertThat(sent().getFirst()).contains("automatic");
  }

  @Test
  void whoWaitsIsToldOnceHoweverOftenTheyWriteMeanwhile() {
    says(ASKED);
    var turn = collected();
    hold.handle(turn);
    says("Hello?");
    assertThat(collected()).isEqualTo(turn);
    hold.handle(turn);
    hold.handle(turn);

    assertThat(sent()).hasSize(1);

    says("One more thing");
    record.handle(turn, "discard", null, null, Jobs.ofNobody());
    hold.handle(collected());
    assertThat(sent()).as("the same wait, in another turn").hasSize(1);
  }

  @Test
  void nextWaitIsTheNextLineWithoutSayingAgainWhatAnswers() {
    says(ASKED);
    var first = collected();
    hold.handle(first);
    turns.discardDraft(id(first), Actor.STAFF);
    says("And my cat?");
    hold.handle(collected());

    assertThat(sent()).hasSize(2).last().asString().doesNotContain("automatic");
  }

  @Test
  void whoIsAnnouncedIsAskedEvenIfTheNextDraftIsSure() {
    says(ASKED);
    var turn = collected();
    draft.handle(turn);
    hold.handle(turn);
    says("What do you offer?");

    var drafted = draft.handle(collected());

    assertThat(drafted.needsPerson()).isTrue();
  }

  @Test
  void whoAsksForAPersonWhileTheyWaitIsHandedOverAtOnce() {
    says(ASKED);
    var turn = collected();
    hold.handle(turn);
    says("I want to talk to a person");

    var drafted = draft.handle(collected());

    assertThat(drafted.intent()).isEqualTo("human");
    assertThat(drafted.needsPerson()).isFalse();
  }

  @Test
  void outOfHoursTheLinePromisesNothingForTonight() {
    clock.set("2026-12-05T22:00:00Z");
    says(ASKED);
    hold.handle(collected());

    assertThat(sent())
        .singleElement()
        .asString()
        .contains("as soon as our office opens again", "Monday – Saturday")
        .doesNotContain("shortly");
  }

  @Test
  void agencyWithoutHoursNamesNone() {
    jdbc.sql(
            "update agency set office_first_day = null, office_last_day = null, office_opens = null, office_closes = null where id = ?")
        .param(DemoAgency.ID.value())
        .update();
    try {
      says(ASKED);
      hold.handle(collected());

      assertThat(sent()).singleElement().asString().contains("shortly").doesNotContain("hours");
    } finally {
      jdbc.sql(
              "update agency set office_first_day = 1, office_last_day = 6, office_opens = '09:00', office_closes = '20:00' where id = ?")
          .param(DemoAgency.ID.value())
          .update();
    }
  }

  /** Whoever closes a task has not written to the contact. */
  @ParameterizedTest
  @ValueSource(strings = {"nothing", "elsewhere"})
  void whoWritesAfterATaskWasClosedWithoutWordsIsTold(String decision) {
    says("I want to talk to a person");
    var first = collected();
    draft.handle(first);
    send.handle(first, "human", job());
    byHand.handle(first, decision, null, false, Jobs.ofNobody());

    clock.advance(Duration.ofMinutes(1));
    says("Hello? is somebody there?");
    var next = collectedForPerson();
    hold.handle(turnOf(next));
    hold.handle(turnOf(next));

    assertThat(next.aloneSince()).isEqualTo(next.waitingSince());
    assertThat(sent()).hasSize(2).last().asString().contains("in person");
  }

  @Test
  void whoTookOverAndHasNotWrittenYetIsAnnounced() {
    says(ASKED);
    handovers.takeOver(DemoAgency.ID, ConversationId.parse(conversation()), "Camille Laurent");
    clock.advance(Duration.ofMinutes(1));

    hold.handle(turnOf(collectedForPerson()));

    assertThat(sent()).singleElement().asString().contains("in person");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPersonInTheChatIsNotAnnouncedUntilTheyHaveBeenSilentForMinutes(boolean onPhone) {
    says(ASKED);
    writes("One moment.", onPhone);
    var wrote = clock.instant();
    clock.advance(Duration.ofMinutes(2));
    says("Take your time");
    var next = collectedForPerson();

    assertThat(next.aloneSince()).isEqualTo(wrote.plus(Duration.ofMinutes(5)).toString());
    clock.advance(Duration.ofMinutes(1));
    hold.handle(turnOf(next));
    assertThat(sent()).noneMatch(line -> line.contains("in person"));

    clock.advance(Duration.ofMinutes(3));
    hold.handle(turnOf(next));
    hold.handle(turnOf(next));
    assertThat(sent()).filteredOn(line -> line.contains("in person")).hasSize(1);
  }

  @Test
  void aPersonWhoWroteLongAgoIsAnnouncedAfterTheUsualTime() {
    says(ASKED);
    writes("One moment.", true);
    clock.advance(Duration.ofMinutes(6));
    says("Hello?");

    var next = collectedForPerson();

    assertThat(next.aloneSince()).isEqualTo(next.waitingSince());
  }

  @Test
  void whoHasReadThatAPersonTakesOverIsNotToldAgain() {
    says("I want to talk to a person");
    var turn = collected();
    draft.handle(turn);
    send.handle(turn, "human", job());

    hold.handle(turn);

    assertThat(sent()).singleElement().asString().contains("A person from our team takes over");
  }

  @Test
  void whatIsAnsweredMeanwhileIsNotHeld() {
    says("What do you offer?");
    var turn = answered("question");

    hold.handle(turn);

    assertThat(sent()).hasSize(1);
  }

  /** The messenger keeps some things to itself, as pictures that are to be seen once. */
  @Test
  void whatDoesNotGetThroughIsAskedForInAnotherWay() {
    receives(new Content(MessageType.UNSUPPORTED, "131051 Unsupported message type", null, null));

    hold.handle(wordless());

    assertThat(sent())
        .singleElement()
        .asString()
        .contains("cannot be opened on our side", "another way", "in person")
        .doesNotContain("arrived");
  }

  @Test
  void aFileThatCannotBeHadIsAskedForInAnotherWay() {
    receives(
        new Content(
            MessageType.IMAGE,
            null,
            null,
            new SentFile(null, MediaKind.IMAGE, "image/jpeg", null, null)));

    hold.handle(wordless());

    assertThat(sent())
        .singleElement()
        .asString()
        .contains("cannot be opened on our side")
        .doesNotContain("arrived");
  }

  @Test
  void whatArrivedWithoutWordsIsSaidToHave() {
    receives(new Content(MessageType.LOCATION, "43.7 7.4", null, null));

    hold.handle(wordless());

    assertThat(sent()).singleElement().asString().contains("it has arrived");
  }

  private String wordless() {
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("hold");
    return Objects.requireNonNull(collected.turnId());
  }

  private Collected collectedForPerson() {
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("person");
    return collected;
  }

  private static String turnOf(Collected collected) {
    return Objects.requireNonNull(collected.turnId());
  }

  private void writes(String text, boolean onPhone) {
    var conversation = ConversationId.parse(conversation());
    if (onPhone) {
      wroteOnPhone(text, clock.instant());
    } else {
      handovers.takeOver(DemoAgency.ID, conversation, "Camille Laurent");
      handovers.write(
          DemoAgency.ID,
          conversation,
          "Camille Laurent",
          OutboundContent.text(text),
          conversations.profile(conversation).epoch(),
          "key");
    }
  }

  private static TurnId id(String turn) {
    return TurnId.parse(turn);
  }
}
