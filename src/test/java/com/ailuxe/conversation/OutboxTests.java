package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConversationModuleTest
class OutboxTests {
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Autowired Inbox inbox;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired JdbcClient jdbc;

  private Inbound ada;
  private ConversationId conversation;

  @BeforeEach
  void aConversationAndNothingElseToSend() {
    ada = new Inbound();
    inbox.accept(List.of(ada.says("Hello")));
    conversation = ConversationRows.of(jdbc, ada);
    jdbc.sql("update outbox set state = 'READ', claimed_at = null").update();
  }

  @Test
  void theSameKeyQueuesOneMessage() {
    var key = UUID.randomUUID().toString();

    var first = queue(conversation, "Good evening", key);
    var second = queue(conversation, "Good evening", key);

    assertThat(second).isEqualTo(first);
    assertThat(claim()).map(Delivery::messageId).contains(first);
    reports.accepted(new SendAttempt(first, 1), "wamid.1");
    assertThat(claim()).isEmpty();
  }

  @Test
  void theSameKeyAtOnceQueuesOneMessage() throws Exception {
    var key = UUID.randomUUID().toString();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<MessageId> queue = () -> queue(conversation, "Good evening", key);
      var ids = new ArrayList<MessageId>();
      for (var id : threads.invokeAll(List.of(queue, queue, queue, queue))) {
        ids.add(id.get());
      }
      assertThat(ids).hasSize(4).containsOnly(ids.getFirst());
    }
  }

  @Test
  void aConversationSendsOneMessageAtATimeAndInOrder() {
    var first = queue(conversation, "first");
    var second = queue(conversation, "second");

    assertThat(claim()).map(Delivery::messageId).contains(first);
    assertThat(claim()).isEmpty();
    reports.accepted(new SendAttempt(first, 1), "wamid.1");
    assertThat(claim()).map(Delivery::messageId).contains(second);
  }

  @Test
  void twoClaimsAtOnceNeverTakeTheSameMessageOrTheSameConversation() throws Exception {
    for (var text = 0; text < 5; text++) {
      queue(conversation, "message " + text);
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Optional<Delivery>> claim = this::claim;
      var claimed = new ArrayList<Delivery>();
      for (var result : threads.invokeAll(List.of(claim, claim, claim, claim))) {
        result.get().ifPresent(claimed::add);
      }
      assertThat(claimed).hasSize(1);
      assertThat(claimed.getFirst().content().text()).isEqualTo("message 0");
    }
  }

  @Test
  void otherConversationsDoNotWait() {
    var first = queue(conversation, "to Ada");
    var second = queue(anotherConversation(), "to Bob");

    assertThat(claim()).map(Delivery::messageId).contains(first);
    assertThat(claim()).map(Delivery::messageId).contains(second);
  }

  @Test
  void anAccountSendsNoMoreInASecondThanTheProviderTakes() {
    claimedNow(conversation, 80);
    var sameAccount = queue(anotherConversation(), "from the same number");
    assertThat(claim()).isEmpty();

    var elsewhere = anotherConversation();
    jdbc.sql("update conversation set account_id = 'another' where id = ?")
        .param(elsewhere.value())
        .update();
    var otherAccount = queue(elsewhere, "from another number");
    assertThat(claim()).map(Delivery::messageId).contains(otherAccount);
    assertThat(claim()).isEmpty();

    claimedAgo("1100 milliseconds");
    assertThat(claim()).map(Delivery::messageId).contains(sameAccount);
  }

  @Test
  void aContactGetsNoMoreInARowThanTheProviderTakes() {
    claimedNow(conversation, 45);
    var next = queue(conversation, "one too many");
    assertThat(claim()).isEmpty();
    var other = queue(anotherConversation(), "to somebody else");
    assertThat(claim()).map(Delivery::messageId).contains(other);

    claimedAgo("269 seconds");
    assertThat(claim()).isEmpty();
    claimedAgo("271 seconds");
    assertThat(claim()).map(Delivery::messageId).contains(next);
  }

  /** Claims the messages for an hour, so that the test may take its time. */
  private void claimedNow(ConversationId conversation, int messages) {
    for (var number = 0; number < messages; number++) {
      queue(conversation, "message " + number);
    }
    jdbc.sql(
            """
            update outbox set state = 'READ', claimed_at = now() + interval '1 hour'
            where conversation_id = ?""")
        .param(conversation.value())
        .update();
  }

  private void claimedAgo(String interval) {
    jdbc.sql(
            """
            update outbox set claimed_at = now() - ?::interval
            where conversation_id = ? and state = 'READ'""")
        .params(interval, conversation.value())
        .update();
  }

  private ConversationId anotherConversation() {
    var somebody = new Inbound();
    inbox.accept(List.of(somebody.says("Hello")));
    return ConversationRows.of(jdbc, somebody);
  }

  @Test
  void whatIsToBeTriedLaterWaitsAndKeepsItsPlace() {
    var first = queue(conversation, "first");
    queue(conversation, "second");
    claim();

    reports.retryLater(new SendAttempt(first, 1), Duration.ofHours(1), "429");
    assertThat(claim()).isEmpty();

    jdbc.sql("update outbox set not_before = now() where message_id = ?")
        .param(first.value())
        .update();
    assertThat(claim())
        .hasValueSatisfying(
            delivery -> {
              assertThat(delivery.messageId()).isEqualTo(first);
              assertThat(delivery.attempt()).isEqualTo(2);
            });
  }

  @Test
  void aCallWhoseEndNobodyReportedIsUnknownAndNeverRepeated() {
    var id = queue(conversation, "Did it leave?");
    claims.claimNext(Channel.WHATSAPP, Duration.ZERO);

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.UNKNOWN);
    reports.retryLater(new SendAttempt(id, 1), Duration.ZERO, "too late to say so");
    assertThat(claim()).isEmpty();
  }

  @Test
  void whatADeadReplicaWasSendingIsUnknownThoughItsLeaseRuns() {
    var other = UUID.randomUUID();
    jdbc.sql("insert into replica (id, alive_until) values (?, now() + interval '1 minute')")
        .param(other)
        .update();
    var sending = queue(conversation, "Did it leave?");
    var next = queue(conversation, "And this?");
    claim();
    jdbc.sql("update outbox set claimed_by = ? where message_id = ?")
        .params(other, sending.value())
        .update();

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(sending)).isEqualTo(DeliveryState.SENDING);

    jdbc.sql("update replica set alive_until = now() - interval '1 ms' where id = ?")
        .param(other)
        .update();
    assertThat(claim()).map(Delivery::messageId).contains(next);
    assertThat(outbox.stateOf(sending)).isEqualTo(DeliveryState.UNKNOWN);
  }

  @Test
  void whatThisReplicaIsSendingIsItsOwnThoughTheOthersTakeItForDead() {
    var sending = queue(conversation, "Did it leave?");
    claim();
    jdbc.sql("update replica set alive_until = now() - interval '1 second'").update();

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(sending)).isEqualTo(DeliveryState.SENDING);
  }

  @Test
  void anUnknownMessageIsSettledByTheStatusThatCarriesOurId() {
    var id = queue(conversation, "Did it leave?");
    claims.claimNext(Channel.WHATSAPP, LEASE);
    reports.unknown(new SendAttempt(id, 1), "no answer within 10 s");

    inbox.accept(List.of(ada.reports(DeliveryState.SENT, "wamid.unknown", id.toString())));

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.SENT);
    inbox.accept(List.of(ada.reports(DeliveryState.READ, "wamid.unknown", null)));
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.READ);
  }

  @ParameterizedTest
  @CsvSource({
    "READ, DELIVERED, READ",
    "READ, FAILED, READ",
    "DELIVERED, SENT, DELIVERED",
    "DELIVERED, FAILED, DELIVERED",
    "DELIVERED, READ, READ",
    "SENT, READ, READ",
    "SENT, FAILED, FAILED",
    "FAILED, DELIVERED, DELIVERED",
  })
  void aStateIsNeverTakenBack(DeliveryState first, DeliveryState then, DeliveryState end) {
    var id = queue(conversation, "Good evening");
    claim();
    var providerId = "wamid." + UUID.randomUUID();
    reports.accepted(new SendAttempt(id, 1), providerId);

    inbox.accept(List.of(ada.reports(first, providerId, null)));
    inbox.accept(List.of(ada.reports(then, providerId, null)));

    assertThat(outbox.stateOf(id)).isEqualTo(end);
  }

  @Test
  void theAnswerOfTheProviderAfterItsFirstReportTakesNothingBack() {
    var id = queue(conversation, "Good evening");
    claim();

    inbox.accept(List.of(ada.reports(DeliveryState.DELIVERED, "wamid.fast", id.toString())));
    reports.accepted(new SendAttempt(id, 1), "wamid.fast");

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aReportOfAMessageThatWasNeverTriedHereCounts() {
    var id = queue(conversation, "Sent before the database was restored");

    inbox.accept(List.of(ada.reports(DeliveryState.DELIVERED, "wamid.restored", id.toString())));

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void aReportAboutNoMessageOfOursIsKeptAsIgnored() {
    var report = ada.reports(DeliveryState.SENT, "wamid.other", "not-a-uuid");

    inbox.accept(List.of(report));

    assertThat(
            jdbc.sql("select state from inbox where event_id = ?")
                .param(report.origin().eventId())
                .query(String.class)
                .single())
        .isEqualTo("IGNORED");
  }

  /** Claims the next message as the dispatcher does. */
  private Optional<Delivery> claim() {
    claims.tend(Channel.WHATSAPP);
    return claims.claimNext(Channel.WHATSAPP, LEASE);
  }

  private MessageId queue(ConversationId to, String text) {
    return queue(to, text, UUID.randomUUID().toString());
  }

  private MessageId queue(ConversationId to, String text, String key) {
    return outbox.queue(
        new QueuedMessage(to, Author.CONCIERGE, OutboundContent.text(text), null, key));
  }
}
