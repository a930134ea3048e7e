package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.CollectedTurn.Nothing;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.CollectedTurn.Wordless;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Messages that are quoted, changed, moved and taken back. */
@ConversationModuleTest
class EarlierMessagesTests {
  private static final Instant LATER = TestClock.START.plusSeconds(60);

  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired Conversations conversations;
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
  void anEditThatChangesNoWordsIsNoMessage(AssertablePublishedEvents events) {
    var wish = says("A yacht on Friday");
    answer();

    inbox.accept(List.of(ada.changes(wish, "A yacht on Friday", LATER)));

    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
    assertThat(texts()).containsExactly("A yacht on Friday", "With pleasure.");
    assertThat(events.ofType(TurnOutdated.class)).isEmpty();
  }

  @Test
  void wordsThatNobodyAnsweredAreReplacedAndTheDraftIsVoid(AssertablePublishedEvents events) {
    var wish = says("A yacht on 24 February");
    var turn = collect();
    turns.drafted(turn, draft());
    var edit = ada.changes(wish, "A yacht on 25 February", LATER);

    inbox.accept(List.of(edit));
    assertThat(inbox.accept(List.of(edit))).isEqualTo(new InboxReceipt(0, 1));

    assertThat(turns.send(turn, NextStep.NOTHING, key())).isFalse();
    assertThat(events.ofType(TurnOutdated.class)).hasSize(1);
    assertThat(asked(collect())).containsExactly("A yacht on 25 February");
    assertThat(shown()).containsExactly("[corrected] A yacht on 25 February");
  }

  @Test
  void ofSeveralEditsTheLastCountsInWhateverOrderTheyCome() {
    var wish = says("A yacht on 24 February");

    inbox.accept(List.of(ada.changes(wish, "on 26 February", LATER.plusSeconds(60))));
    inbox.accept(List.of(ada.changes(wish, "on 25 February", LATER)));

    assertThat(asked(collect())).containsExactly("on 26 February");
  }

  @Test
  void wordsThatWereAnsweredAreReplacedByAMessageThatSaysSo() {
    var wish = says("A yacht on 24 February");
    answer();

    inbox.accept(List.of(ada.changes(wish, "A yacht on 25 February", LATER)));
    inbox.accept(List.of(ada.changes(wish, "A yacht on 26 February", LATER.plusSeconds(60))));

    var turn = turns.content(collect());
    assertThat(turn.asked())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo("A yacht on 26 February");
              assertThat(message.corrects()).isTrue();
            });
    assertThat(shown())
        .containsExactly(
            "A yacht on 24 February", "With pleasure.", "[corrected] A yacht on 26 February");
  }

  @Test
  void whileTheAnswerHasNotLeftItIsWithdrawnAndTheNewWordsAreAnswered() {
    var wish = says("A yacht on 24 February");
    var turn = collect();
    turns.drafted(turn, draft());
    turns.send(turn, NextStep.NOTHING, key());

    inbox.accept(List.of(ada.changes(wish, "A yacht on 25 February", LATER)));

    assertThat(asked(collect())).containsExactly("A yacht on 25 February");
    assertThat(claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void anEditThatComesBeforeItsMessageStandsForIt() {
    var wish = ada.says("A yacht on 24 February");

    inbox.accept(List.of(ada.changes(wish, "A yacht on 25 February", LATER)));
    assertThat(inbox.accept(List.of(wish))).isEqualTo(new InboxReceipt(0, 1));

    assertThat(asked(collect())).containsExactly("A yacht on 25 February");
  }

  /**
   * Telegram names messages differently from the calls that tell of them, and calls in parallel.
   */
  @Test
  void whatAnEditHasOvertakenIsNotSaidAgain() {
    ada.onTelegram();
    says("Good evening");
    var wish = ada.says("A yacht on 24 February");

    inbox.accept(List.of(ada.changes(wish, "A yacht on 25 February", LATER)));
    inbox.accept(List.of(wish));

    assertThat(asked(collect())).containsExactly("Good evening", "A yacht on 25 February");
    assertThat(stateAndReason(wish)).isEqualTo("IGNORED: an edit of it came before it");
  }

  @Test
  void nobodyChangesOrTakesBackAMessageOfSomebodyElse() {
    var wish = says("A yacht on 24 February");
    var eve = new Inbound();

    inbox.accept(List.of(eve.changes(wish, "Nothing", LATER), eve.takesBack(wish, LATER)));

    assertThat(asked(collect())).containsExactly("A yacht on 24 February");
  }

  @Test
  void wordsUnderTheNameOfSomebodyElsesMessageAreNotLost() {
    var wish = says("A yacht on 24 February");
    var eve = new Inbound();
    var edit = eve.changes(wish, "Two roses", LATER);

    inbox.accept(List.of(edit));
    assertThat(inbox.accept(List.of(edit))).isEqualTo(new InboxReceipt(0, 1));

    var turn = ((ToAnswer) turns.collect(ConversationRows.of(jdbc, eve), 1)).turn();
    assertThat(asked(turn.id())).containsExactly("Two roses");
  }

  /** What the phone shows is what the transcript shows, on our side, too. */
  @Test
  void ourOwnWordsThatAreChangedOrTakenBackOnThePhoneAreShownSo() {
    says("Is she free?");
    var ours = ada.hears("She is free on 24 February", TestClock.START.plusSeconds(1));
    inbox.accept(List.of(ours));
    var edit = ada.hearsInstead(ours, "She is free on 25 February", LATER.plusSeconds(9));

    inbox.accept(List.of(edit));
    assertThat(inbox.accept(List.of(edit))).isEqualTo(new InboxReceipt(0, 1));
    inbox.accept(List.of(ada.hearsInstead(ours, "too late", LATER)));
    assertThat(shown()).containsExactly("Is she free?", "[corrected] She is free on 25 February");

    inbox.accept(List.of(ada.hearsNoMore(ours, LATER), ada.hearsNoMore(edit, LATER)));
    assertThat(shown()).last().asString().startsWith("[taken back]");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
  }

  @Test
  void ourOwnEditThatComesBeforeItsMessageStandsForIt() {
    says("Is she free?");
    var ours = ada.hears("She is free on 24 February", TestClock.START.plusSeconds(1));

    inbox.accept(List.of(ada.hearsInstead(ours, "She is free on 25 February", LATER)));
    assertThat(inbox.accept(List.of(ours))).isEqualTo(new InboxReceipt(0, 1));

    assertThat(shown()).containsExactly("Is she free?", "She is free on 25 February");
  }

  @Test
  void aCaptionThatIsChangedIsReplacedAndAnotherFileIsAnotherMessage() {
    var picture = new SentFile("media-1", MediaKind.IMAGE, null, null, null);
    var other = new SentFile("media-2", MediaKind.IMAGE, null, null, null);
    var sent = ada.sends(picture);
    inbox.accept(List.of(sent));

    inbox.accept(
        List.of(
            ada.changes(sent, new Content(MessageType.IMAGE, "like this", null, picture), LATER)));
    assertThat(asked(collect())).containsExactly("like this");
    inbox.accept(
        List.of(
            ada.changes(
                sent,
                new Content(MessageType.IMAGE, "like this", null, other),
                LATER.plusSeconds(9))));

    assertThat(asked(collect())).containsExactly("like this", "like this");
  }

  @Test
  void aPlaceThatMovesIsOneMessage(AssertablePublishedEvents events) {
    var place = ada.shares(MessageType.LOCATION, "43.7 7.4");
    inbox.accept(List.of(place));
    var turn = ((Wordless) turns.collect(conversation(), 1)).turn();

    inbox.accept(List.of(ada.changes(place, "43.8 7.4", LATER)));
    turns.answerByHand(turn.id(), "We see you.", AnsweredBy.CONCIERGE, Actor.STAFF, key());
    inbox.accept(List.of(ada.changes(place, "43.9 7.5", LATER.plusSeconds(60))));

    assertThat(texts()).containsExactly("[location] 43.9 7.5", "We see you.");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
    assertThat(events.ofType(TurnOutdated.class)).isEmpty();
  }

  @Test
  void whatIsTakenBackBeforeAnAnswerNeedsNone(AssertablePublishedEvents events) {
    var wish = says("A yacht on 24 February");
    var turn = collect();
    turns.drafted(turn, draft());
    var gone = ada.takesBack(wish, LATER);

    inbox.accept(List.of(gone));
    assertThat(inbox.accept(List.of(gone))).isEqualTo(new InboxReceipt(0, 1));

    assertThat(events.ofType(TurnOutdated.class)).hasSize(1);
    assertThat(turns.send(turn, NextStep.NOTHING, key())).isFalse();
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
    assertThat(shown()).containsExactly("[taken back] A yacht on 24 February");
    assertThat(stateAndReason(wish)).isEqualTo("IGNORED: taken back by the contact");
  }

  @Test
  void theOpenTurnOfWhatIsTakenBackEnds() {
    var wish = says("A yacht on 24 February");
    turns.leaveToPerson(collect(), "The concierge gave no answer in time");

    inbox.accept(List.of(ada.takesBack(wish, LATER)));

    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
    says("A villa, please");
    assertThat(asked(collect())).containsExactly("A villa, please");
  }

  @Test
  void whatElseWasWrittenIsAnsweredWithoutIt() {
    var wish = says("A yacht on 24 February");
    says("and flowers");
    collect();

    inbox.accept(List.of(ada.takesBack(wish, LATER)));

    var turn = turns.content(collect());
    assertThat(turn.asked()).extracting(AskedMessage::text).containsExactly("and flowers");
    assertThat(turn.before())
        .extracting(TranscriptLine::shown)
        .containsExactly("[taken back] A yacht on 24 February");
  }

  @Test
  void whatWasAnsweredIsShownAsTakenBack() {
    var wish = says("A yacht on 24 February");
    answer();

    inbox.accept(List.of(ada.takesBack(wish, LATER)));

    assertThat(shown()).containsExactly("[taken back] A yacht on 24 February", "With pleasure.");
    assertThat(stateAndReason(wish)).isEqualTo("ANSWERED");
    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
  }

  @Test
  void aMessageThatComesAfterItWasTakenBackIsNotRead() {
    inbox.accept(List.of(ada.says("Hello")));
    answer();
    var wish = ada.says("A yacht on 24 February");

    inbox.accept(List.of(ada.takesBack(wish, LATER)));
    inbox.accept(List.of(wish));

    assertThat(turns.collect(conversation(), 2)).isEqualTo(new Nothing());
    assertThat(shown()).containsExactly("Hello", "With pleasure.", "[taken back] [unsupported]");
  }

  @Test
  void whatIsQuotedIsKnownByTheNameThatTheProviderGaveIt() {
    says("Which yachts do you have?");
    var turn = collect();
    turns.drafted(
        turn, new DraftedReply("Aurelia is free.", "question", null, 0.9, false, null, null));
    turns.send(turn, NextStep.NOTHING, key());
    var name = "wamid." + UUID.randomUUID();
    reports.accepted(
        claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1)).orElseThrow().sendAttempt(),
        name);

    inbox.accept(List.of(ada.answers(name, null, "I would like this one")));

    assertThat(turns.content(collect()).asked())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.quotes())
                  .isEqualTo(new QuotedLine(Author.CONCIERGE, "Aurelia is free."));
              assertThat(message.shown())
                  .isEqualTo("[about: “Aurelia is free.”] I would like this one");
            });
    assertThat(shown()).last().isEqualTo("[about: “Aurelia is free.”] I would like this one");
  }

  @Test
  void theirOwnMessagesAndPartsOfOneAreQuotedAlike() {
    var first = says("Aurelia or Serena");

    inbox.accept(
        List.of(
            ada.answers(first.messageId(), null, "both"),
            ada.answers(first.messageId(), "Serena", "this one"),
            ada.answers("unknown", null, "what is this?"),
            ada.answers("unknown", "from elsewhere", "and this?")));

    assertThat(turns.content(collect()).asked())
        .extracting(AskedMessage::quotes)
        .containsExactly(
            null,
            new QuotedLine(Author.CONTACT, "Aurelia or Serena"),
            new QuotedLine(Author.CONTACT, "Serena"),
            null,
            new QuotedLine(null, "from elsewhere"));
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"LOCATION", "CONTACTS", "FORM", "ORDER", "POLL", "OTHER", "UNSUPPORTED"})
  void whatHasNoWordsOfTheContactIsForAPersonWhoCanReadIt(MessageType type) {
    inbox.accept(List.of(ada.shares(type, "what can be said of it")));

    var turn = ((Wordless) turns.collect(conversation(), 1)).turn();

    var name = "[" + type.name().toLowerCase(Locale.ROOT) + "]";
    assertThat(turn.asked())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo(name + " what can be said of it");
              assertThat(message.words()).isEqualTo(name);
            });
    assertThat(shown()).containsExactly(name + " what can be said of it");
  }

  private MessageReceived says(String text) {
    var message = ada.says(text);
    inbox.accept(List.of(message));
    return message;
  }

  private void answer() {
    var turn = collect();
    turns.drafted(turn, draft());
    assertThat(turns.send(turn, NextStep.NOTHING, key())).isTrue();
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  private static DraftedReply draft() {
    return new DraftedReply("With pleasure.", "question", null, 0.9, false, null, null);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private ConversationId conversation() {
    return ConversationRows.of(jdbc, ada);
  }

  private TurnId collect() {
    return ((ToAnswer) turns.collect(conversation(), 1)).turn().id();
  }

  private List<String> asked(TurnId turn) {
    return turns.content(turn).asked().stream().map(AskedMessage::text).toList();
  }

  private List<String> texts() {
    return conversations.lines(conversation()).stream().map(line -> line.line().text()).toList();
  }

  private List<String> shown() {
    return conversations.lines(conversation()).stream().map(line -> line.line().shown()).toList();
  }

  private String stateAndReason(MessageReceived message) {
    return jdbc.sql("select state || coalesce(': ' || reason, '') from inbox where event_id = ?")
        .param(message.origin().eventId())
        .query(String.class)
        .single();
  }
}
