package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.Delivery.Template;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.PromiseContent.Undelivered;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Free text, template or neither: what a message of ours goes as, and when it waits. */
@ConversationModuleTest
class OutboxFormTests {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration JUST_INSIDE = Duration.ofHours(24).minusMinutes(2);
  private static final Duration OUTSIDE = Duration.ofHours(24);

  @Autowired Inbox inbox;
  @Autowired Turns turns;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired Conversations conversations;
  @Autowired Promises promises;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private String stem = "";
  private Inbound ada;
  private ConversationId conversation;

  @BeforeEach
  void aConversationAndNothingElseToSend() {
    clock.reset();
    stem = "notice-" + UUID.randomUUID();
    ada = new Inbound();
    inbox.accept(List.of(ada.says("Hello")));
    conversation = ConversationRows.of(jdbc, ada);
    answered();
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  @AfterEach
  void backToTheStart() {
    clock.reset();
  }

  @Test
  void messageInsideTheWindowGoesAsText() {
    approved("en", "APPROVED", "{talent}");
    var id = queue(notice("Your yacht", Map.of("talent", "Aurelia")));
    clock.advance(JUST_INSIDE);

    assertThat(claim())
        .hasValueSatisfying(
            delivery -> {
              assertThat(delivery.messageId()).isEqualTo(id);
              assertThat(delivery.template()).isNull();
              assertThat(delivery.content().text()).isEqualTo("Your yacht");
            });
    assertThat(formOf(id)).isEqualTo("TEXT");
  }

  @Test
  void messageOutsideTheWindowGoesAsTheApprovedTemplate() {
    approved("en", "APPROVED", "{when,talent}");
    var id =
        queue(notice("Your yacht", Map.of("talent", "Aurelia", "when", "tomorrow", "more", "x")));
    clock.advance(OUTSIDE);

    assertThat(claim())
        .map(Delivery::template)
        .contains(new Template("provider_" + stem, "en_GB", List.of("tomorrow", "Aurelia")));
    assertThat(formOf(id)).isEqualTo("TEMPLATE");
  }

  @Test
  void whatGoesAsATemplateSaysWhatTheContactGets() {
    approved("en", "APPROVED", "{when,talent}");
    says("{{2}} awaits you {{1}}.\n{{3}}");
    var id = queue(notice("Your yacht", Map.of("talent", "Aurelia $1", "when", "tomorrow")));
    clock.advance(OUTSIDE);

    assertThat(claim()).map(delivery -> delivery.content().text()).contains("Your yacht");

    assertThat(textOf(id)).isEqualTo("Aurelia $1 awaits you tomorrow.\n{{3}}");
    assertThat(conversations.lines(conversation))
        .last()
        .satisfies(line -> assertThat(line.line().text()).startsWith("Aurelia $1 awaits you"));
  }

  @Test
  void aTemplateWhoseWordsNobodyEnteredIsNamedWithWhatFillsIt() {
    approved("en", "APPROVED", "{when,talent}");
    var id = queue(notice("Your yacht", Map.of("talent", "Aurelia", "when", "tomorrow")));
    clock.advance(OUTSIDE);

    claim();

    assertThat(textOf(id)).isEqualTo("[template provider_%s] tomorrow, Aurelia".formatted(stem));
  }

  @Test
  void whatGoesAsTextAfterAllSaysItsOwnWords() {
    approved("en", "APPROVED", "{}");
    says("The template");
    var id = queue(notice("Your yacht", Map.of()));
    clock.advance(OUTSIDE);
    var refused = claim().orElseThrow();
    reports.retryLater(refused.sendAttempt(), Duration.ZERO, "HTTP 503");
    assertThat(textOf(id)).isEqualTo("The template");

    inbox.accept(List.of(saysNow("Are you there?")));

    assertThat(claim())
        .hasValueSatisfying(
            delivery -> {
              assertThat(delivery.template()).isNull();
              assertThat(delivery.content().text()).isEqualTo("Your yacht");
            });
    assertThat(textOf(id)).isEqualTo("Your yacht");
  }

  @Test
  void aTemplateThatIsRefusedLeavesTheMessageItsWords() {
    approved("en", "APPROVED", "{}");
    says("The template");
    var id = queue(notice("Your yacht", Map.of()));
    clock.advance(OUTSIDE);

    reports.templateRefused(claim().orElseThrow().sendAttempt(), "132001");

    assertThat(textOf(id)).isEqualTo("Your yacht");
  }

  /** What the template says at the provider. */
  private void says(String body) {
    jdbc.sql("update message_template set body = ? where stem = ?").params(body, stem).update();
  }

  private String textOf(MessageId id) {
    return jdbc.sql("select text from message where id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  @Test
  void templateWithoutPlaceholdersNeedsNoParameters() {
    approved("en", "APPROVED", "{}");
    queue(notice("Good evening", Map.of()));
    clock.advance(OUTSIDE);

    assertThat(claim())
        .map(Delivery::template)
        .contains(new Template("provider_" + stem, "en_GB", List.of()));
  }

  @Test
  void messageWithoutAnApprovedTemplateWaitsAndLeavesTheLaneFree() {
    approved("en", "PENDING", "{}");
    approved("fr", "APPROVED", "{}");
    approvedElsewhere();
    clock.advance(OUTSIDE);
    var waiting = queue(notice("Good evening", Map.of()));
    approved("en", "REJECTED", "{}");

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(waiting)).isEqualTo(DeliveryState.WAITING_FOR_TEMPLATE);
    assertThat(reasonOf(waiting)).isEqualTo("no approved template for %s in en".formatted(stem));

    inbox.accept(List.of(saysNow("Are you there?")));
    var answer = queue(plain("Of course"));
    assertThat(claim()).map(Delivery::messageId).contains(answer);
  }

  @Test
  void templateThatWantsAFactWhichTheMessageLacksIsNoneForIt() {
    approved("en", "APPROVED", "{talent,place}");
    var id = queue(notice("Your yacht", Map.of("talent", "Aurelia")));
    clock.advance(OUTSIDE);

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.WAITING_FOR_TEMPLATE);
  }

  @Test
  void messageThatNoTemplateStandsForWaits() {
    var id = queue(plain("Good evening"));
    clock.advance(OUTSIDE);

    assertThat(claim()).isEmpty();
    assertThat(reasonOf(id)).isEqualTo("no template can stand for it");
  }

  @Test
  void whatDoesNotGetToTheContactIsOwedUntilItIsOnItsWay() {
    clock.advance(OUTSIDE);
    var first = queue(plain("Good evening"));
    queue(plain("Are you there?"));
    assertThat(claim()).isEmpty();

    var owed = promises.content(onlyOwed());
    assertThat(owed.said()).isEqualTo("Good evening");
    assertThat(owed.undelivered())
        .contains(
            new Undelivered(DeliveryState.WAITING_FOR_TEMPLATE, "no template can stand for it"));

    inbox.accept(List.of(saysNow("Hello again")));
    answered();
    assertThat(claim()).map(Delivery::messageId).contains(first);

    assertThat(promises.content(owed.id()).end()).contains(PromiseEnd.SENT);
    assertThat(owed()).isEmpty();
  }

  @Test
  void whatTheProviderRefusesIsOwed() {
    var id = queue(plain("Good evening"));
    reports.refused(claim().orElseThrow().sendAttempt(), "131026 Message undeliverable");
    reports.refused(new SendAttempt(id, 1), "131026 Message undeliverable");

    assertThat(promises.content(onlyOwed()).undelivered())
        .contains(new Undelivered(DeliveryState.FAILED, "131026 Message undeliverable"));
  }

  @Test
  void whatIsSaidToFailLaterIsOwedToo() {
    var id = queue(plain("Good evening"));
    reports.accepted(claim().orElseThrow().sendAttempt(), "wamid." + id);
    inbox.accept(
        List.of(
            new DeliveryReported(
                ada.says("any").origin(),
                "wamid." + id,
                null,
                DeliveryState.FAILED,
                clock.instant(),
                "131047 Re-engagement message")));

    assertThat(promises.content(onlyOwed()).said()).isEqualTo("Good evening");
  }

  @Test
  void whatIsUsefulForATimeOnlyIsNotOwed() {
    clock.advance(OUTSIDE);
    queue(plain("See you tomorrow").expiring(clock.instant().plusSeconds(3600), "too late"));

    assertThat(claim()).isEmpty();

    assertThat(owed()).isEmpty();
  }

  @Test
  void whatIsWithdrawnIsNotOwedAnyMore() {
    clock.advance(OUTSIDE);
    var id = queue(plain("Good evening"));
    assertThat(claim()).isEmpty();

    outbox.withdraw(id, "cancelled");

    assertThat(owed()).isEmpty();
  }

  private PromiseId onlyOwed() {
    assertThat(owed()).hasSize(1);
    return owed().getFirst();
  }

  private List<PromiseId> owed() {
    return promises.owedFor(Duration.ofDays(-1), 10_000).stream()
        .filter(promise -> promise.conversationId().equals(conversation))
        .map(PromiseMade::id)
        .toList();
  }

  @Test
  void waitingMessageGoesAsTextWhenTheContactWroteAndWasAnswered() {
    clock.advance(OUTSIDE);
    var waiting = queue(notice("Good evening", Map.of()));
    assertThat(claim()).isEmpty();

    inbox.accept(List.of(saysNow("Hello again")));
    assertThat(claim()).isEmpty();
    var answer = queue(plain("Hello"));
    answered();
    assertThat(claim()).map(Delivery::messageId).contains(answer);
    assertThat(claim()).isEmpty();
    reports.accepted(new SendAttempt(answer, 1), "wamid." + answer);

    assertThat(claim())
        .hasValueSatisfying(
            delivery -> {
              assertThat(delivery.messageId()).isEqualTo(waiting);
              assertThat(delivery.template()).isNull();
            });
    assertThat(reasonOf(waiting)).isNull();
  }

  @Test
  void waitingMessageGoesAsTemplateWhenThatIsApproved() {
    approved("en", "PENDING", "{}");
    clock.advance(OUTSIDE);
    var waiting = queue(notice("Good evening", Map.of()));
    assertThat(claim()).isEmpty();

    approved("en", "APPROVED", "{}");

    assertThat(claim())
        .hasValueSatisfying(
            delivery -> {
              assertThat(delivery.messageId()).isEqualTo(waiting);
              assertThat(delivery.template()).isNotNull();
            });
  }

  @Test
  void noticeOfTheProviderDoesNotOpenTheWindow() {
    clock.advance(OUTSIDE);
    inbox.accept(List.of(now(new Content(MessageType.SYSTEM, "changed the number", null, null))));
    queue(plain("Good evening"));

    assertThat(claim()).isEmpty();
  }

  @Test
  void windowFollowsTheProvidersTimeOfTheLastMessageAndNeverGoesBack() {
    clock.advance(OUTSIDE);
    inbox.accept(List.of(saysNow("new"), ada.says("old, and late")));
    queue(plain("Good evening"));

    assertThat(claim()).isPresent();
  }

  @Test
  void telegramHasNoWindow() {
    var ana =
        new MessageReceived(
            new Origin(
                Channel.TELEGRAM, DemoAgency.TELEGRAM_ACCOUNT, UUID.randomUUID().toString(), "{}"),
            new Sender(
                List.of(new Identity(IdentityKind.TELEGRAM_USER, UUID.randomUUID().toString())),
                "Ana",
                "pt"),
            new Content(MessageType.TEXT, "Olá", null, null),
            TestClock.START);
    inbox.accept(List.of(ana));
    var telegram =
        jdbc.sql("select id from conversation where recipient_value = ?")
            .param(ana.sender().identities().getFirst().value())
            .query(UUID.class)
            .single();
    clock.advance(Duration.ofDays(30));
    queue(
        new QueuedMessage(
            new ConversationId(telegram),
            Author.NOTICE,
            OutboundContent.text("Bom dia"),
            null,
            UUID.randomUUID().toString()));

    assertThat(claims.claimNext(Channel.TELEGRAM, LEASE))
        .hasValueSatisfying(delivery -> assertThat(delivery.template()).isNull());
  }

  @Test
  void messageThatExpiredInTheQueueIsWithdrawn() {
    var expired = queue(plain("Soon").expiring(clock.instant().plusSeconds(60), "event has begun"));
    var next = queue(plain("Thank you"));
    clock.advance(Duration.ofSeconds(60));

    assertThat(claim()).map(Delivery::messageId).contains(next);
    assertThat(outbox.stateOf(expired)).isEqualTo(DeliveryState.WITHDRAWN);
    assertThat(reasonOf(expired)).isEqualTo("event has begun");
  }

  @Test
  void messageThatExpiredWhileItWaitedIsWithdrawnAndNeverSentLate() {
    clock.advance(OUTSIDE);
    var waiting =
        queue(
            notice("Soon", Map.of())
                .expiring(clock.instant().plus(Duration.ofHours(2)), "event has begun"));
    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(waiting)).isEqualTo(DeliveryState.WAITING_FOR_TEMPLATE);
    clock.advance(Duration.ofHours(2));

    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(waiting)).isEqualTo(DeliveryState.WITHDRAWN);
    inbox.accept(List.of(saysNow("Hello")));
    answered();
    approved("en", "APPROVED", "{}");
    assertThat(claim()).isEmpty();
  }

  @Test
  void withdrawnMessageDoesNotLeave() {
    var queued = queue(plain("one"));
    clock.advance(OUTSIDE);
    var waiting = queue(notice("two", Map.of()));
    assertThat(claim()).isEmpty();

    assertThat(outbox.withdraw(queued, "moved")).isTrue();
    assertThat(outbox.withdraw(waiting, "moved")).isTrue();
    assertThat(outbox.withdraw(waiting, "cancelled")).isFalse();

    inbox.accept(List.of(saysNow("Hello")));
    answered();
    assertThat(claim()).isEmpty();
    assertThat(Arrays.asList(reasonOf(queued), reasonOf(waiting))).containsOnly("moved");
  }

  @Test
  void messageWithdrawnWhileItsCallIsUnderWayIsNotTriedAgain() {
    var id = queue(plain("one"));
    claim();

    assertThat(outbox.withdraw(id, "moved")).isFalse();
    reports.retryLater(new SendAttempt(id, 1), Duration.ZERO, "429");

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
    assertThat(reasonOf(id)).isEqualTo("moved");
    assertThat(claim()).isEmpty();
  }

  @Test
  void messageWithdrawnTooLateKeepsItsTruth() {
    var id = queue(plain("one"));
    claim();
    outbox.withdraw(id, "moved");
    reports.accepted(new SendAttempt(id, 1), "wamid." + id);

    assertThat(outbox.withdraw(id, "moved")).isFalse();
    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.ACCEPTED);
    assertThat(reasonOf(id)).isNull();
  }

  @Test
  void reportThatAWithdrawnMessageArrivedAllTheSameIsBelieved() {
    var id = queue(plain("one"));
    claim();
    outbox.withdraw(id, "moved");
    reports.retryLater(new SendAttempt(id, 1), Duration.ZERO, "503");

    inbox.accept(List.of(ada.reports(DeliveryState.DELIVERED, "wamid." + id, id.toString())));

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void templateThatTheProviderRefusesIsNoLongerUsedAndItsMessageWaits() {
    approved("en", "APPROVED", "{}");
    var first = queue(notice("one", Map.of()));
    clock.advance(OUTSIDE);
    claim();

    reports.templateRefused(new SendAttempt(first, 1), "HTTP 404 132001");

    assertThat(outbox.stateOf(first)).isEqualTo(DeliveryState.WAITING_FOR_TEMPLATE);
    assertThat(reasonOf(first)).isEqualTo("HTTP 404 132001");
    var second = queue(notice("two", Map.of()));
    assertThat(claim()).isEmpty();
    assertThat(outbox.stateOf(second)).isEqualTo(DeliveryState.WAITING_FOR_TEMPLATE);

    approved("en", "APPROVED", "{}");
    assertThat(claim()).map(Delivery::messageId).contains(first);
  }

  @Test
  void messageWithdrawnWhileItsTemplateIsRefusedDoesNotWait() {
    approved("en", "APPROVED", "{}");
    var id = queue(notice("one", Map.of()));
    clock.advance(OUTSIDE);
    claim();
    outbox.withdraw(id, "cancelled");

    reports.templateRefused(new SendAttempt(id, 1), "HTTP 404 132001");

    assertThat(outbox.stateOf(id)).isEqualTo(DeliveryState.WITHDRAWN);
    assertThat(reasonOf(id)).isEqualTo("cancelled");
  }

  /** Claims the next message as the dispatcher does. */
  private Optional<Delivery> claim() {
    claims.tend(Channel.WHATSAPP);
    return claims.claimNext(Channel.WHATSAPP, LEASE);
  }

  private MessageId queue(QueuedMessage message) {
    return outbox.queue(message);
  }

  private QueuedMessage plain(String text) {
    return new QueuedMessage(
        conversation,
        Author.NOTICE,
        OutboundContent.text(text),
        null,
        UUID.randomUUID().toString());
  }

  private QueuedMessage notice(String text, Map<String, String> parameters) {
    return plain(text).orAs(new TemplateReference(stem, "en", parameters));
  }

  private MessageReceived saysNow(String text) {
    return now(new Content(MessageType.TEXT, text, null, null));
  }

  private MessageReceived now(Content content) {
    var then = ada.says("any");
    return new MessageReceived(then.origin(), then.sender(), content, clock.instant());
  }

  /** All that the contact wrote has its answer. */
  private void answered() {
    turns.carriedOut(((ToAnswer) turns.collect(conversation, 1)).turn().id());
  }

  private void approved(String language, String state, String parameters) {
    jdbc.sql(
            """
            insert into message_template (agency_id, stem, language, provider_name, language_code,
              parameter_order, state)
            values (?, ?, ?, ?, 'en_GB', ?::text[], ?)
            on conflict (agency_id, stem, language) do update
            set state = excluded.state, reason = null""")
        .params(DemoAgency.ID.value(), stem, language, "provider_" + stem, parameters, state)
        .update();
  }

  private void approvedElsewhere() {
    jdbc.sql(
            """
            with other as (
              insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency,
                created_at)
              values (gen_random_uuid(), ?, 'Other', 'Other', 'Rome', 'Europe/Rome', 'en', 'EUR',
                now())
              returning id)
            insert into message_template (agency_id, stem, language, provider_name, language_code,
              parameter_order, state)
            select id, ?, 'en', 'other', 'en', '{}', 'APPROVED' from other""")
        .params(UUID.randomUUID().toString(), stem)
        .update();
  }

  private @Nullable String formOf(MessageId id) {
    return column("form", id);
  }

  private @Nullable String reasonOf(MessageId id) {
    return column("reason", id);
  }

  private @Nullable String column(String name, MessageId id) {
    return jdbc.sql("select %s from outbox where message_id = ?".formatted(name))
        .param(id.value())
        .query((row, index) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }
}
