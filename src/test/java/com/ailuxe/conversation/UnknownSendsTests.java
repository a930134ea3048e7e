package com.ailuxe.conversation;

import static com.ailuxe.conversation.UnknownSendDecision.DROP;
import static com.ailuxe.conversation.UnknownSendDecision.RECEIVED;
import static com.ailuxe.conversation.UnknownSendDecision.SEND_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AuditEntry;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConversationModuleTest
class UnknownSendsTests {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int ROUNDS = 25;

  @Autowired Inbox inbox;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired UnknownSends sends;
  @Autowired DeliveryProofs proofs;
  @Autowired AuditTrail audit;
  @Autowired CommittedSends committed;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private Inbound ada;
  private ConversationId conversation;

  @BeforeEach
  void aConversationAndNothingElseToSend() {
    clock.reset();
    ada = new Inbound();
    inbox.accept(List.of(ada.says("Hello")));
    conversation = ConversationRows.of(jdbc, ada);
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  @Test
  void aCallThatBrokeOffIsAnnouncedOnce() {
    var id = queue("Did it leave?");
    claim();

    reports.unknown(new SendAttempt(id, 1), "no answer");
    reports.unknown(new SendAttempt(id, 1), "no answer");

    assertThat(committed.of(id)).containsExactly(new SendLeftUnknown(conversation, first(id)));
  }

  @Test
  void aClaimThatAKilledProcessLeftIsAnnouncedOnce() {
    var id = queue("Did it leave?");
    claims.claimNext(Channel.WHATSAPP, Duration.ZERO);

    claim();
    claim();

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(committed.of(id)).containsExactly(new SendLeftUnknown(conversation, first(id)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SENT", "DELIVERED", "READ", "FAILED"})
  void aReportOfTheProviderResolvesTheSendAndIsAnnounced(DeliveryState reported) {
    var id = leftUnknown("Did it leave?");

    report(reported, id);

    assertThat(outbox.stateOf(id)).isEqualTo(reported);
    assertThat(committed.of(id)).endsWith(new UnknownSendResolved(first(id)));
    assertThat(audit(id)).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterTheClaimWasGivenUpResolvesTheSend() {
    var id = leftUnknown("Did it leave?");

    reports.accepted(new SendAttempt(id, 1), "wamid." + id);

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(committed.of(id)).endsWith(new UnknownSendResolved(first(id)));
  }

  @Test
  void theLaneGoesOnBehindASendOfUnknownOutcome() {
    leftUnknown("Did it leave?");
    var next = queue("And this?");

    assertThat(claim()).map(Delivery::messageId).contains(next);
  }

  @Test
  void whoDecidesSeesTheMessageWhatIsKnownAndTheLinesAroundIt() {
    clock.advance(Duration.ofMinutes(3));
    var id =
        outbox.queue(
            new QueuedMessage(
                conversation,
                Author.NOTICE,
                new OutboundContent(
                    "Your contract",
                    List.of(),
                    new Attachment("contract.pdf", "application/pdf", new byte[1])),
                null,
                UUID.randomUUID().toString()));
    clock.advance(Duration.ofSeconds(2));
    claim();
    reports.unknown(new SendAttempt(id, 1), "no answer");
    queue("And this?");
    inbox.accept(List.of(ada.sends(MessageType.IMAGE)));

    var send = sends.of(id);

    assertThat(send.conversation().id()).isEqualTo(conversation);
    assertThat(send.message())
        .isEqualTo(
            new TranscriptLine(
                Author.NOTICE, "Your contract", TestClock.START.plus(Duration.ofMinutes(3))));
    assertThat(send.fileName()).isEqualTo("contract.pdf");
    assertThat(send.attempts()).isOne();
    assertThat(send.triedAt()).isEqualTo(clock.instant());
    assertThat(send.reason()).isEqualTo("no answer");
    assertThat(send.useless()).isNull();
    assertThat(send.before()).extracting(TranscriptLine::text).containsExactly("Hello");
    assertThat(send.since())
        .extracting(TranscriptLine::text)
        .containsExactly("And this?", "[image]");
    assertThatThrownBy(() -> sends.of(MessageId.next())).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void whatTheContactHasIsNotSentAgainAndTheProviderMayStillTellMore() {
    var id = leftUnknown("Did it leave?");

    assertThat(resolve(id, RECEIVED)).isEqualTo(UnknownSendOutcome.RECEIVED);

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.SENT);
    var proof = proofs.of(id).orElseThrow();
    assertThat(proof.reason()).isEqualTo("confirmed by Camille");
    assertThat(proof.reached()).doesNotContainKey(DeliveryState.SENT);
    assertThat(audit(id)).containsExactly("Camille message.confirmed: she said thanks");
    assertThat(committed.of(id)).endsWith(new UnknownSendResolved(first(id)));

    report(DeliveryState.FAILED, id);
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  void whatIsSentAgainIsANewAttemptBeforeAllThatWaitsInItsLane() {
    var id = leftUnknown("Did it leave?");
    var next = queue("And this?");

    assertThat(resolve(id, SEND_AGAIN)).isEqualTo(UnknownSendOutcome.QUEUED_AGAIN);

    assertThat(audit(id)).containsExactly("Camille message.queued-again: she said thanks");
    assertThat(claim())
        .hasValueSatisfying(
            delivery -> {
              assertThat(delivery.messageId()).isEqualTo(id);
              assertThat(delivery.attempt()).isEqualTo(2);
            });
    assertThat(claim()).isEmpty();
    reports.accepted(new SendAttempt(id, 1), "wamid." + id);
    assertThat(claim()).map(Delivery::messageId).contains(next);
  }

  @Test
  void whatIsSentAgainWaitsForACallThatIsUnderWay() {
    var id = leftUnknown("Did it leave?");
    var next = queue("And this?");
    claim();

    resolve(id, SEND_AGAIN);

    assertThat(claim()).map(Delivery::messageId).as("two calls of one lane").isEmpty();
    reports.accepted(new SendAttempt(next, 1), "wamid." + next);
    assertThat(claim()).map(Delivery::messageId).contains(id);
  }

  @Test
  void whatIsDroppedDoesNotGoAndAReportThatItArrivedIsBelieved() {
    var id = leftUnknown("Did it leave?");

    assertThat(resolve(id, DROP)).isEqualTo(UnknownSendOutcome.DROPPED);

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
    assertThat(audit(id)).containsExactly("Camille message.dropped: she said thanks");
    report(DeliveryState.DELIVERED, id);
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionAfterTheProvidersReportIsVoidAndTheAuditSaysSo(UnknownSendDecision decision) {
    var id = leftUnknown("Did it leave?");
    report(DeliveryState.DELIVERED, id);

    assertThat(resolve(id, decision)).isEqualTo(UnknownSendOutcome.OVERTAKEN);

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
    assertThat(claim()).isEmpty();
    assertThat(audit(id))
        .containsExactly(
            "Camille message.decision-overtaken: %s, but it was DELIVERED by then; she said thanks"
                .formatted(decision));
  }

  @Test
  void theSameDecisionThatComesTwiceIsCarriedOutOnceAndAnotherOneIsVoid() {
    var id = leftUnknown("Did it leave?");
    var key = UUID.randomUUID().toString();

    assertThat(sends.resolve(first(id), SEND_AGAIN, Actor.named("Camille"), null, key))
        .isEqualTo(UnknownSendOutcome.QUEUED_AGAIN);
    claim();
    assertThat(sends.resolve(first(id), SEND_AGAIN, Actor.named("Camille"), null, key))
        .isEqualTo(UnknownSendOutcome.QUEUED_AGAIN);
    assertThat(resolve(id, DROP)).isEqualTo(UnknownSendOutcome.OVERTAKEN);

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.SENDING);
    assertThat(audit(id))
        .containsExactly(
            "Camille message.queued-again: null",
            "Camille message.decision-overtaken: DROP, but it was SENDING by then; she said thanks");
  }

  @Test
  void aDecisionAboutAnEarlierAttemptIsVoid() {
    var id = leftUnknown("Did it leave?");
    resolve(id, SEND_AGAIN);
    claim();
    reports.unknown(new SendAttempt(id, 2), "no answer");

    assertThat(resolve(id, DROP)).isEqualTo(UnknownSendOutcome.OVERTAKEN);

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(committed.of(id))
        .containsExactly(
            new SendLeftUnknown(conversation, first(id)),
            new UnknownSendResolved(first(id)),
            new SendLeftUnknown(conversation, new SendAttempt(id, 2)));
  }

  @Test
  void whatIsOfNoUseAnyMoreIsNotSentAgain() {
    var withdrawn = leftUnknown("In an hour");
    assertThat(outbox.withdraw(withdrawn, "moved")).isFalse();
    assertThat(outbox.stateOf(withdrawn)).isEqualTo(DeliveryState.UNKNOWN);
    var expired =
        leftUnknown(
            message("In an hour").expiring(clock.instant().plusSeconds(60), "it has begun"));
    clock.advance(Duration.ofMinutes(2));
    assertThat(sends.of(withdrawn).useless()).isEqualTo("moved");
    assertThat(sends.of(expired).useless()).isEqualTo("it has begun");

    for (var id : List.of(withdrawn, expired)) {
      assertThat(resolve(id, SEND_AGAIN)).isEqualTo(UnknownSendOutcome.OVERTAKEN);
      assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
      assertThat(committed.of(id)).endsWith(new UnknownSendResolved(first(id)));
    }
    assertThat(audit(withdrawn))
        .containsExactly(
            "Camille message.decision-overtaken: SEND_AGAIN, but not needed any more: moved; she"
                + " said thanks");
    assertThat(claim()).isEmpty();
  }

  @Test
  void aReportThatTheFirstAttemptFailedDoesNotTakeTheSecondBack() {
    var id = leftUnknown("Did it leave?");
    resolve(id, SEND_AGAIN);

    report(DeliveryState.FAILED, id);

    assertThat(claim()).map(Delivery::messageId).contains(id);
  }

  @Test
  void aReportThatTheFirstAttemptArrivedMakesTheSecondNeedless() {
    var id = leftUnknown("Did it leave?");
    resolve(id, SEND_AGAIN);

    report(DeliveryState.SENT, id);

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void whatAProcessThatStoodStillTellsOfItsOldAttemptChangesNothing() {
    var id = leftUnknown("Did it leave?");
    resolve(id, SEND_AGAIN);
    claim();

    reports.refused(first(id), "HTTP 400");
    reports.templateRefused(first(id), "HTTP 404 132001");
    reports.retryLater(first(id), Duration.ZERO, "HTTP 429");
    reports.unknown(first(id), "no answer");

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.SENDING);
    assertThat(claim()).isEmpty();
    assertThat(committed.of(id)).hasSize(2);
  }

  @Test
  void whatAProcessThatStoodStillTellsOfASettledSendChangesNothing() {
    var id = leftUnknown("Did it leave?");
    resolve(id, RECEIVED);

    reports.refused(first(id), "HTTP 400");

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void thatAnOldAttemptWasTakenIsKeptAndNothingIsSentAnyMore() {
    var id = leftUnknown("Did it leave?");
    resolve(id, SEND_AGAIN);
    claim();

    reports.accepted(first(id), "wamid.first." + id);
    reports.retryLater(new SendAttempt(id, 2), Duration.ZERO, "HTTP 429");

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(proofs.of(id).orElseThrow().providerMessageId()).isEqualTo("wamid.first." + id);
    assertThat(claim()).isEmpty();
  }

  @Test
  void thatBothAttemptsWereTakenIsOnRecord() {
    var id = leftUnknown("Did it leave?");
    resolve(id, SEND_AGAIN);
    claim();

    reports.accepted(first(id), "wamid.first." + id);
    reports.accepted(new SendAttempt(id, 2), "wamid.second." + id);

    assertThat(proofs.of(id).orElseThrow().providerMessageId()).isEqualTo("wamid.first." + id);
    assertThat(audit(id))
        .endsWith("system message.accepted-again: attempt 2 as wamid.second." + id);
  }

  @Test
  void anOldAttemptThatTellsWhileItsSuccessorIsClaimedStopsItOrIsKept() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var round = 0; round < ROUNDS; round++) {
        var id = leftUnknown("Did it leave?");
        resolve(id, SEND_AGAIN);

        threads.invokeAll(
            List.of(
                () -> {
                  reports.accepted(first(id), "wamid.first." + id);
                  return true;
                },
                () -> {
                  claim().ifPresent(again -> reports.unknown(again.sendAttempt(), "no answer"));
                  return true;
                }));

        assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(proofs.of(id).orElseThrow().providerMessageId()).isEqualTo("wamid.first." + id);
        assertThat(claim()).isEmpty();
      }
    }
  }

  @Test
  void oneThatNobodyWasToldOfIsAnnouncedOnce() {
    var id = leftUnknown("Did it leave?");
    jdbc.sql("update outbox set unknown_attempt = null where message_id = ?")
        .param(id.value())
        .update();
    committed.forget();

    sends.announceTheRest(10);
    sends.announceTheRest(10);

    assertThat(committed.of(id)).containsExactly(new SendLeftUnknown(conversation, first(id)));
  }

  @Test
  void ofTwoDecisionsAtOnceOneIsCarriedOutAndTheOtherIsVoid() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var round = 0; round < ROUNDS; round++) {
        var id = leftUnknown("Did it leave?");

        var outcomes = together(threads, () -> resolve(id, SEND_AGAIN), () -> resolve(id, DROP));

        assertThat(outcomes)
            .containsOnlyOnce(UnknownSendOutcome.OVERTAKEN)
            .containsAnyOf(UnknownSendOutcome.QUEUED_AGAIN, UnknownSendOutcome.DROPPED);
        assertThat(outbox.stateOf(id))
            .isEqualTo(
                outcomes.contains(UnknownSendOutcome.DROPPED)
                    ? DeliveryState.WITHDRAWN
                    : DeliveryState.QUEUED);
        assertThat(audit(id)).hasSize(2);
        jdbc.sql("update outbox set state = 'READ'").update();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsFirstWhatTheProviderDeliveredIsNotSentAgain(UnknownSendDecision decision)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var round = 0; round < ROUNDS; round++) {
        var id = leftUnknown("Did it leave?");

        var outcomes =
            together(
                threads,
                () -> resolve(id, decision),
                () -> {
                  report(DeliveryState.DELIVERED, id);
                  return decision.outcome();
                });

        assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(claim()).isEmpty();
        assertThat(outcomes.getFirst()).isIn(decision.outcome(), UnknownSendOutcome.OVERTAKEN);
        assertThat(audit(id)).hasSize(1);
        assertThat(committed.of(id))
            .containsExactly(
                new SendLeftUnknown(conversation, first(id)), new UnknownSendResolved(first(id)));
      }
    }
  }

  private static <T> List<T> together(ExecutorService threads, Callable<T> one, Callable<T> other)
      throws Exception {
    var results = new ArrayList<T>();
    for (var result : threads.invokeAll(List.of(one, other))) {
      results.add(result.get());
    }
    return results;
  }

  private UnknownSendOutcome resolve(MessageId id, UnknownSendDecision decision) {
    return sends.resolve(
        first(id),
        decision,
        Actor.named("Camille"),
        "she said thanks",
        UUID.randomUUID().toString());
  }

  private void report(DeliveryState state, MessageId id) {
    inbox.accept(List.of(ada.reports(state, "wamid." + id, id.toString())));
  }

  private MessageId leftUnknown(String text) {
    return leftUnknown(message(text));
  }

  /** However many were sent before: a fast machine would come to the provider's limits. */
  private MessageId leftUnknown(QueuedMessage message) {
    jdbc.sql("update outbox set claimed_at = null").update();
    var id = outbox.queue(message);
    assertThat(claim()).map(Delivery::messageId).contains(id);
    reports.unknown(new SendAttempt(id, 1), "no answer");
    return id;
  }

  private static SendAttempt first(MessageId id) {
    return new SendAttempt(id, 1);
  }

  /** Claims the next message as the dispatcher does. */
  private Optional<Delivery> claim() {
    claims.tend(Channel.WHATSAPP);
    return claims.claimNext(Channel.WHATSAPP, LEASE);
  }

  private MessageId queue(String text) {
    return outbox.queue(message(text));
  }

  private QueuedMessage message(String text) {
    return new QueuedMessage(
        conversation,
        Author.CONCIERGE,
        OutboundContent.text(text),
        null,
        UUID.randomUUID().toString());
  }

  private List<String> audit(MessageId id) {
    return audit.of(DemoAgency.ID, "message", id).stream().map(UnknownSendsTests::shown).toList();
  }

  private static String shown(AuditEntry entry) {
    return entry.actor() + " " + entry.action() + ": " + entry.detail();
  }
}
