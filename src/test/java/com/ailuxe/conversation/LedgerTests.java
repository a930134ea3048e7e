package com.ailuxe.conversation;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.agency.Actor;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.LedgerTotals.Settled;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ConversationModuleTest
class LedgerTests {
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Autowired Ledger ledger;
  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Inbound ada;
  private LedgerTotals before;

  @BeforeEach
  void aNewContact() {
    ada = new Inbound();
    theAnswerHasLeft();
    before = ledger.totals();
  }

  private void theAnswerHasLeft() {
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  @Test
  void eachMessageIsReceivedOnceAndHasOneOutcome() {
    var twice = ada.says("Hello");
    inbox.accept(List.of(twice, twice));
    inbox.accept(List.of(twice, ada.sends(MessageType.REACTION)));
    answer();
    theAnswerHasLeft();
    inbox.accept(List.of(ada.says("A person, please")));
    turns.answerByHand(collect(), "Here I am.", AnsweredBy.CONCIERGE, Actor.STAFF, key());
    inbox.accept(List.of(ada.says("Never mind")));
    turns.discard(collect(), AnsweredBy.CONCIERGE, Actor.STAFF);
    inbox.accept(List.of(ada.says("One"), ada.says("more")));
    collect();
    inbox.accept(List.of(ada.says("Still there?")));

    assertThat(ofConversation())
        .containsEntry("received", 7L)
        .containsEntry("answered", 1L)
        .containsEntry("handed_over", 1L)
        .containsEntry("ignored", 2L)
        .containsEntry("open", 3L)
        .containsEntry("not_started", 1L);
    assertThat(reasonsOfConversation())
        .containsExactlyInAnyOrder(
            "a reaction needs no answer", "a person decided that nothing is sent");
    assertThat(growth())
        .isEqualTo(
            new LedgerTotals(
                7,
                Map.of(
                    new Settled(InboxState.ANSWERED, ""), 1L,
                    new Settled(InboxState.HANDED_OVER, ""), 1L,
                    new Settled(InboxState.IGNORED, "a reaction needs no answer"), 1L,
                    new Settled(InboxState.IGNORED, "a person decided that nothing is sent"), 1L),
                3,
                1,
                1));
  }

  @Test
  void aMessageForAnAccountThatNoAgencyHasIsInTheTotals() {
    inbox.accept(List.of(ada.to("999").says("Anybody there?")));

    assertThat(growth())
        .isEqualTo(
            new LedgerTotals(
                1,
                Map.of(new Settled(InboxState.IGNORED, "no agency has this account"), 1L),
                0,
                0,
                0));
  }

  @Test
  void whatIsNoMessageIsNotCounted() {
    inbox.accept(
        List.of(
            ada.reports(DeliveryState.SENT, "wamid.other", null),
            new NotForUs(ada.says("").origin(), "group chat")));

    assertThat(growth()).isEqualTo(new LedgerTotals(0, Map.of(), 0, 0, 0));
  }

  @Test
  void whatIsTakenBackIsNotCounted() {
    transaction.executeWithoutResult(
        status -> {
          inbox.accept(List.of(ada.says("Hello")));
          status.setRollbackOnly();
        });

    assertThat(growth().received()).isZero();
  }

  @Test
  void anAnswerThatWaitsOrDidNotLeaveIsKeptApartFromOneThatDid() {
    inbox.accept(List.of(ada.says("One")));
    answer();
    assertThat(ofConversation())
        .containsEntry("answered", 1L)
        .containsEntry("answer_waits", 1L)
        .containsEntry("answer_unsent", 0L);

    reports.accepted(claim(), "wamid." + UUID.randomUUID());
    inbox.accept(List.of(ada.says("Two")));
    answer();
    reports.refused(claim(), "131026");

    assertThat(ofConversation())
        .containsEntry("answered", 2L)
        .containsEntry("answer_waits", 0L)
        .containsEntry("answer_unsent", 1L);
    assertThat(growth().waitingInTheOutbox()).isZero();
  }

  @Test
  void aStateThatIsCorrectedByHandIsCountedAnew() {
    inbox.accept(List.of(ada.sends(MessageType.REACTION)));

    jdbc.sql("update inbox set reason = 'seen by a person' where conversation_id = ?")
        .param(conversation().value())
        .update();

    assertThat(growth().settled())
        .isEqualTo(Map.of(new Settled(InboxState.IGNORED, "seen by a person"), 1L));
  }

  @Test
  void entriesArePutTogetherWithoutLosingOneThatIsJustAdded() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      Callable<Void> write =
          () -> {
            for (var message = 0; message < 25; message++) {
              inbox.accept(List.of(ada.sends(MessageType.REACTION)));
            }
            return null;
          };
      Callable<Void> putTogether =
          () -> {
            for (var time = 0; time < 25; time++) {
              ledger.putTogether();
            }
            return null;
          };
      for (var done : threads.invokeAll(List.of(write, putTogether, write, putTogether, write))) {
        done.get();
      }
    }
    ledger.putTogether();

    assertThat(growth())
        .isEqualTo(
            new LedgerTotals(
                75,
                Map.of(new Settled(InboxState.IGNORED, "a reaction needs no answer"), 75L),
                0,
                0,
                0));
    assertThat(count("select count(*) from message_tally"))
        .isEqualTo(count("select count(distinct (outcome, reason)) from message_tally"));
  }

  @Test
  void totalsAndHealthReadWhatIsOpenAndNotWhatIsStored() {
    inbox.accept(List.of(ada.says("Hello")));
    jdbc.sql(
            """
            insert into inbox (channel, account_id, event_id, kind, payload, state, reason,
              received_at, settled_at)
            select 'WHATSAPP', '999', 'stored.' || gen_random_uuid(), 'MESSAGE', '{}', 'IGNORED',
              'no agency has this account', now(), now()
            from generate_series(1, 20000)""")
        .update();
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, direction, author, type,
              occurred_at, recorded_at)
            select gen_random_uuid(), agency_id, id, 'OUTBOUND', 'NOTICE', 'TEXT', now(), now()
            from conversation, generate_series(1, 20000) where id = ?""")
        .param(conversation().value())
        .update();
    jdbc.sql("analyze inbox, message").update();
    inbox.accept(Stream.<InboundEvent>generate(() -> ada.says("Hello?")).limit(300).toList());
    ledger.putTogether();

    var read =
        transaction.execute(
            status -> {
              var already = rowsRead();
              ledger.totals();
              ledger.lateStarts();
              return rowsRead() - already;
            });

    assertThat(read).isPositive().isLessThan(10 * (ledger.totals().open() + 10));
  }

  @Test
  void noTotalIsShownAsZeroBeforeItIsRead() {
    var registry = new SimpleMeterRegistry();
    var metrics = new LedgerMetrics(ledger);
    metrics.bindTo(registry);
    assertThat(registry.getMeters()).isEmpty();

    inbox.accept(List.of(ada.says("Hello")));
    metrics.read();

    assertThat(registry.get("ailuxe.messages.received").functionCounter().count())
        .isEqualTo(before.received() + 1);
  }

  @ParameterizedTest
  @CsvSource({"MESSAGE, APPLIED", "MESSAGE, SEEN", "STATUS, OPEN", "OTHER, ANSWERED", "ELSE, OPEN"})
  void aStateThatTheKindDoesNotKnowIsRefused(String kind, String state) {
    assertThatThrownBy(() -> insert(kind, state, "why"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("inbox_state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MESSAGE", "STATUS", "OTHER"})
  void whatIsIgnoredHasAReason(String kind) {
    assertThatThrownBy(() -> insert(kind, "IGNORED", null))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("inbox_ignored_has_a_reason");
    assertThatThrownBy(() -> insert(kind, "IGNORED", ""))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("inbox_ignored_has_a_reason");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update inbox set message_id = null where conversation_id = ?",
        "update inbox set state = 'ANSWERED' where conversation_id = ?",
        "update message set turn_id = null where conversation_id = ?",
        "delete from outbox where conversation_id = ?",
        "insert into message_tally (outcome, messages) select 'ANSWERED', 1 from conversation where id = ?",
      })
  void whatDoesNotBalanceIsFound(String damage) {
    inbox.accept(List.of(ada.says("Hello")));
    answer();
    theAnswerHasLeft();
    inbox.accept(List.of(ada.says("And")));
    assertThatTheLedgerBalances(jdbc);

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(damage).param(conversation().value()).update();
          assertThatThrownBy(() -> assertThatTheLedgerBalances(jdbc))
              .isInstanceOf(AssertionError.class);
          status.setRollbackOnly();
        });
  }

  private ConversationId conversation() {
    return ConversationRows.of(jdbc, ada);
  }

  private TurnId collect() {
    return ((ToAnswer) turns.collect(conversation(), 1)).turn().id();
  }

  private void answer() {
    var turn = collect();
    turns.drafted(
        turn, new DraftedReply("With pleasure.", "question", null, 0.9, false, null, null));
    assertThat(turns.send(turn, NextStep.NOTHING, key())).isTrue();
  }

  private SendAttempt claim() {
    return claims.claimNext(Channel.WHATSAPP, LEASE).orElseThrow().sendAttempt();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private void insert(String kind, String state, @Nullable String reason) {
    jdbc.sql(
            """
            insert into inbox (channel, account_id, event_id, kind, payload, state, reason,
              received_at)
            values ('WHATSAPP', '999', ?, ?, '{}', ?, ?, now())""")
        .params(key(), kind, state)
        .param(reason)
        .update();
  }

  private Map<String, Object> ofConversation() {
    return jdbc.sql("select * from conversation_ledger where conversation_id = ?")
        .param(conversation().value())
        .query()
        .singleRow();
  }

  private List<String> reasonsOfConversation() {
    return jdbc.sql(
            "select unnest(ignored_because) from conversation_ledger where conversation_id = ?")
        .param(conversation().value())
        .query(String.class)
        .list();
  }

  /** What was added to the totals since the test began. */
  private LedgerTotals growth() {
    var now = ledger.totals();
    var settled = new HashMap<>(now.settled());
    before.settled().forEach((how, messages) -> settled.merge(how, -messages, Long::sum));
    settled.values().removeIf(messages -> messages == 0);
    return new LedgerTotals(
        now.received() - before.received(),
        settled,
        now.open() - before.open(),
        now.notStarted() - before.notStarted(),
        now.waitingInTheOutbox() - before.waitingInTheOutbox());
  }

  /** How many rows this connection has read in the tables that grow. */
  private long rowsRead() {
    return count(
        """
        select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint
        from pg_stat_xact_user_tables where relname in ('inbox', 'message', 'message_tally')""");
  }

  private long count(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }
}
