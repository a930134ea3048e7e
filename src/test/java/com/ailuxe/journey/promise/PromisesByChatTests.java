package com.ailuxe.journey.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.PromiseEnd;
import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.PromiseMade;
import com.ailuxe.conversation.Promises;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.clientturn.AnswerByHandWorker;
import com.ailuxe.journey.clientturn.PrepareReviewWorker;
import com.ailuxe.journey.clientturn.RecordReviewWorker;
import com.ailuxe.journey.clientturn.SendHoldingLineWorker;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What contacts are told that one of us will do, from the words to the one who keeps it. */
class PromisesByChatTests extends BookingChat {
  private static final String ASKED = "May I bring my dog?";

  @Autowired Promises promises;
  @Autowired Handovers handovers;
  @Autowired OutboxClaims claims;
  @Autowired RecordReviewWorker record;
  @Autowired PrepareReviewWorker prepareReview;
  @Autowired SendHoldingLineWorker hold;
  @Autowired AnswerByHandWorker answerByHand;
  @Autowired PreparePromiseWorker prepare;
  @Autowired KeepPromiseWorker keep;

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 5);
  }

  @Test
  void anApprovedDraftThatNamesAColleagueLeavesAPromiseAndTheChatGoesOn() {
    approvedAsDrafted(ASKED);

    var promise = promises.content(owed());
    assertThat(promise.said()).contains("a colleague will answer you shortly");
    assertThat(promise.dueAt()).isEqualTo(promise.madeAt().plus(Duration.ofHours(1)));
    var shown = prepare.handle(owed().toString()).promise();
    assertThat(shown.question()).isEqualTo("← Ada Lund: " + ASKED);
    assertThat(shown.said()).contains("a colleague will answer you shortly");
    assertThat(shown.transcript()).startsWith("→ Concierge: ").endsWith("← Ada Lund: " + ASKED);
    says("What do you offer?");
    answered("question");
    assertThat(all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May I bring my dog?",
        "How much is Château Vallon?",
        "Do you have a helicopter?",
        "Добрый вечер, можно ли с собакой?",
        "I have to cancel my booking"
      })
  void whateverNamesAColleagueLeavesOne(String asked) {
    approvedAsDrafted(asked);

    assertThat(all()).hasSize(1);
  }

  @Test
  void whatTheReviewerWroteInsteadDecides() {
    var turn = drafted(ASKED);
    record.handle(turn, "approve", "Of course, dogs are welcome aboard.", false, Jobs.ofNobody());
    send.handle(turn, "question", job());
    assertThat(all()).isEmpty();

    turn = drafted("And my cat?");
    record.handle(
        turn, "approve", "I'll ask the captain and come back to you.", false, Jobs.ofNobody());
    send.handle(turn, "question", job());
    assertThat(promises.content(owed()).said())
        .isEqualTo("I'll ask the captain and come back to you.");
  }

  @Test
  void whoWasToldThatAPersonAnswersIsOwedItThoughTheDraftIsDiscarded() {
    var turn = drafted(ASKED);
    hold.handle(turn);
    record.handle(turn, "discard", null, null, Jobs.ofNobody());
    record.handle(turn, "discard", null, null, Jobs.ofNobody());

    var promise = promises.content(owed());
    assertThat(promise.said()).contains("a colleague at Maison Luxe, who will answer you here");
    assertThat(prepare.handle(owed().toString()).promise().question())
        .isEqualTo("← Ada Lund: " + ASKED);
    assertThat(all()).hasSize(1);
  }

  @Test
  void whatIsOwedForAWhileIsFoundUntilItIsKept() {
    approvedAsDrafted(ASKED);
    var id = owed();
    assertThat(owedFor(Duration.ofDays(1))).doesNotContain(id);
    assertThat(owedFor(Duration.ofDays(-1))).contains(id);

    keep.handle(id.toString(), "not-needed", null, null, Jobs.ofNobody());

    assertThat(owedFor(Duration.ofDays(-1))).doesNotContain(id);
  }

  private List<PromiseId> owedFor(Duration longer) {
    return promises.owedFor(longer, 10_000).stream().map(PromiseMade::id).toList();
  }

  @Test
  void whoWasToldNothingIsOwedNothingWhereTheDraftIsDiscarded() {
    record.handle(drafted(ASKED), "discard", null, null, Jobs.ofNobody());

    assertThat(all()).isEmpty();
  }

  @Test
  void theReviewerMayAskForAFollowUpThatTheWordsDoNotName() {
    var turn = drafted(ASKED);
    assertThat(prepareReview.handle(turn).review().followUp()).isTrue();
    record.handle(turn, "approve", "Noted with pleasure.", true, Jobs.ofNobody());
    send.handle(turn, "question", job());

    assertThat(all()).hasSize(1);
  }

  @Test
  void whatThePathKeepsByItselfIsNoTaskOfItsOwn() {
    says("I want to talk to a person");
    var turn = collected();
    draft.handle(turn);
    send.handle(turn, "human", job());
    assertThat(all()).isEmpty();

    ada = newIdentity();
    says(
        "I would like the yacht Aurelia in Monaco on 20 May 2027 from 2pm to 8pm, 6 guests, budget 12000 EUR");
    answered("book");
    assertThat(sent().getLast()).contains("come back to you");
    assertThat(all()).isEmpty();
  }

  @Test
  void aReplyOfThePersonKeepsIt() {
    approvedAsDrafted(ASKED);
    isRead();
    var promise = owed();
    var job = job();

    keep.handle(promise.toString(), "send", " Dogs are welcome. ", "", job);
    keep.handle(promise.toString(), "send", " Dogs are welcome. ", "", job);

    assertThat(sent()).hasSize(2).endsWith("Dogs are welcome.");
    assertThat(lastAuthor()).isEqualTo(Author.PERSON.name());
    assertThat(promises.content(promise).end()).contains(PromiseEnd.ANSWERED);
    assertThat(conversations.profile(ConversationId.parse(conversation())).handler())
        .isEqualTo(AnsweredBy.CONCIERGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere", "not-needed"})
  void whatIsDoneElsewhereOrNotNeededSendsNothing(String decision) {
    approvedAsDrafted(ASKED);
    var promise = owed();

    keep.handle(promise.toString(), decision, null, "We spoke", job());

    assertThat(sent()).hasSize(1);
    assertThat(promises.content(promise).end())
        .contains(decision.equals("elsewhere") ? PromiseEnd.ELSEWHERE : PromiseEnd.NOT_NEEDED);
  }

  @Test
  void aPersonWhoWritesInTheConversationKeepsIt() {
    approvedAsDrafted(ASKED);
    isRead();
    var conversation = ConversationId.parse(conversation());
    handovers.takeOver(DemoAgency.ID, conversation, "Camille Laurent");
    handovers.write(
        DemoAgency.ID,
        conversation,
        "Camille Laurent",
        OutboundContent.text("Dogs are welcome."),
        conversations.profile(conversation).epoch(),
        "key");

    assertThat(endOf(all().getFirst())).isEqualTo("ANSWERED by Camille Laurent");
  }

  @Test
  void whoAnswersSomethingElseByHandLeavesItOwedAndMayPromiseMore() {
    approvedAsDrafted(ASKED);
    isRead();
    says("A voice note");
    var turn = collected();
    turns.leaveToPerson(TurnId.parse(turn), "no words");
    answerByHand.handle(turn, "send", "I'll ask the captain about that.", true, job());

    assertThat(all()).hasSize(2).allMatch(this::isOwed);
    assertThat(promises.content(all().getLast()).said())
        .isEqualTo("I'll ask the captain about that.");
  }

  @Test
  void ofTwoPromisesTheAnswerToOneLeavesTheOtherOwed() {
    approvedAsDrafted(ASKED);
    isRead();
    approvedAsDrafted("Do you have a helicopter?");
    isRead();
    var dog = all().getFirst();
    var helicopter = all().getLast();

    keep.handle(dog.toString(), "send", "Dogs are welcome.", "", job());

    assertThat(owed()).isEqualTo(helicopter);
    assertThat(prepare.handle(helicopter.toString()).promise().transcript())
        .contains("Dogs are welcome.");
  }

  @Test
  void aPersonOnTheirPhoneKeepsWhatWasPromisedBeforeTheyWrote() {
    clock.set("2026-12-01T10:00:00Z");
    approvedAsDrafted(ASKED);
    isRead();
    var madeAt = promises.content(owed()).madeAt();

    wroteOnPhone("Late echo", madeAt.minusSeconds(60));
    assertThat(owed()).isNotNull();
    clock.advance(Duration.ofMinutes(5));
    wroteOnPhone("Dogs are welcome.", clock.instant());

    assertThat(promises.content(all().getFirst()).end()).contains(PromiseEnd.ANSWERED);
  }

  @Test
  void wordsThatNeverLeftPromiseNothing() {
    approvedAsDrafted(ASKED);
    var promise = owed();

    handovers.takeOver(DemoAgency.ID, ConversationId.parse(conversation()), "Camille Laurent");

    assertThat(promises.content(promise).end()).contains(PromiseEnd.WITHDRAWN);
  }

  @Test
  void whoeverSeesToWhatDidNotGetThereReadsWhy() {
    clock.set("2026-12-01T10:00:00Z");
    var turn = drafted("What do you offer?");
    clock.advance(Duration.ofHours(25));
    send.handle(turn, "question", job());
    claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1));

    var shown = prepare.handle(owed().toString()).promise();

    assertThat(shown.undelivered())
        .isEqualTo(
            "WhatsApp takes free words only within 24 hours of their last message; they go by"
                + " themselves once they have written again");
    assertThat(shown.question()).isEqualTo("← Ada Lund: What do you offer?");
  }

  private void approvedAsDrafted(String asked) {
    var turn = drafted(asked);
    var reply = turns.content(TurnId.parse(turn)).draft().orElseThrow();
    record.handle(turn, "approve", reply.text(), null, Jobs.ofNobody());
    assertThat(send.handle(turn, reply.intent(), job()).sent()).isTrue();
  }

  /** What was queued is on the phone. */
  private void isRead() {
    jdbc.sql("update outbox set state = 'READ' where state = 'QUEUED'").update();
  }

  private String drafted(String asked) {
    says(asked);
    var turn = collected();
    draft.handle(turn);
    return turn;
  }

  private boolean isOwed(PromiseId id) {
    return promises.content(id).end().isEmpty();
  }

  /** The one that is owed. */
  private PromiseId owed() {
    return all().stream()
        .filter(this::isOwed)
        .reduce(
            (first, second) -> {
              throw new AssertionError("More than one is owed");
            })
        .orElseThrow();
  }

  private String endOf(PromiseId id) {
    return Objects.requireNonNull(
        jdbc.sql("select ended_how || ' by ' || ended_by from promise where id = ?")
            .param(id.value())
            .query(String.class)
            .single());
  }

  private List<PromiseId> all() {
    return jdbc
        .sql(
            """
            select p.id from promise p join conversation c on c.id = p.conversation_id
            where c.recipient_value = ? order by p.made_at, p.id""")
        .param(ada.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(PromiseId::new)
        .toList();
  }

  private String lastAuthor() {
    return jdbc.sql(
            """
            select m.author from message m join conversation c on c.id = m.conversation_id
            where c.recipient_value = ? order by m.sequence desc limit 1""")
        .param(ada.value())
        .query(String.class)
        .single();
  }
}
