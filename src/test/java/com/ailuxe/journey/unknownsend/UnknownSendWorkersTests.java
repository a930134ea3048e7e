package com.ailuxe.journey.unknownsend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AuditEntry;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.contact.Identity;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.DecisionNames;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.unknownsend.PrepareUnknownSendWorker.Send;
import com.ailuxe.journey.unknownsend.ResolveUnknownSendWorker.Resolved;
import com.ailuxe.shared.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A message of which it is unknown whether it left, as staff see and settle it. */
@WorkersTest
class UnknownSendWorkersTests {
  @Autowired Inbox inbox;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired AuditTrail audit;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired PrepareUnknownSendWorker prepare;
  @Autowired ResolveUnknownSendWorker resolve;
  @Autowired FakeUserTasks tasks;
  @Autowired DecisionNames names;

  private SendAttempt attempt;

  @BeforeEach
  void aMessageOfUnknownOutcome() {
    clock.reset();
    jdbc.sql("update outbox set state = 'READ'").update();
    var ada = BookingChat.newIdentity();
    says(ada, "A contract, please");
    var conversation = conversationOf(ada);
    attempt =
        new SendAttempt(
            outbox.queue(
                new QueuedMessage(
                    conversation,
                    Author.NOTICE,
                    new OutboundContent(
                        "Your contract",
                        List.of(),
                        new Attachment("contract.pdf", "application/pdf", new byte[1])),
                    null,
                    UUID.randomUUID().toString())),
            1);
    assertThat(claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1)))
        .map(Delivery::messageId)
        .contains(attempt.messageId());
    reports.unknown(attempt, "SocketTimeoutException: Read timed out");
    says(ada, "Are you there?");
  }

  @Test
  void theFormShowsTheMessageWhenItWasTriedAndWhatWasSaidAround() {
    assertThat(prepare.handle(attempt.toString()).unknownSend())
        .isEqualTo(
            new Send(
                "Ada Lund",
                "WhatsApp",
                "Your contract\n[contract.pdf]",
                "Tuesday 1 December 2026, 11:00 (Paris time)",
                1,
                "the call broke off before the messenger had answered",
                "",
                "← Ada Lund: Are you there?\n? → Notice: Your contract\n← Ada Lund: A contract, please"));
  }

  @Test
  void theFormSaysWhatIsNotNeededAnyMore() {
    outbox.withdraw(attempt.messageId(), "the booking was cancelled");

    assertThat(prepare.handle(attempt.toString()).unknownSend().useless())
        .isEqualTo("the booking was cancelled");
  }

  @ParameterizedTest
  @CsvSource({
    "received, received, SENT, message.confirmed",
    "again, again, QUEUED, message.queued-again",
    "drop, dropped, WITHDRAWN, message.dropped"
  })
  void aDecisionIsCarriedOutOnceInThePersonsName(
      String decision, String resolution, DeliveryState state, String fact) {
    var instance = Jobs.key();
    tasks.completed(instance, "Task_ResolveUnknownSend", Jobs.key(), "demo");
    var job = Jobs.decidedIn(instance, "Task_ResolveUnknownSend");
    for (var delivery = 1; delivery <= 2; delivery++) {
      assertThat(resolve.handle(attempt.toString(), decision, " I saw it. ", job))
          .isEqualTo(new Resolved(resolution));
    }

    assertThat(names.await(Deciders.of(job, Actor.STAFF))).contains("demo");
    assertThat(outbox.stateOf(attempt.messageId())).isEqualTo(state);
    assertThat(
            jdbc.sql("select reason from outbox where message_id = ?")
                .param(attempt.messageId().value())
                .query(String.class)
                .single())
        .endsWith(" by Camille Laurent");
    assertThat(entries())
        .singleElement()
        .returns("Camille Laurent", AuditEntry::actor)
        .returns(fact, AuditEntry::action)
        .returns("I saw it.", AuditEntry::detail);
  }

  @Test
  void aDecisionThatComesTooLateIsOvertaken() {
    reports.accepted(attempt, "wamid." + attempt.messageId());

    assertThat(resolve.handle(attempt.toString(), "again", "", Jobs.ofNobody()))
        .isEqualTo(new Resolved("overtaken"));

    assertThat(outbox.stateOf(attempt.messageId())).isEqualTo(DeliveryState.ACCEPTED);
  }

  @Test
  void whoIsNotAskedForIsStaffAndAnUnknownDecisionIsRefused() {
    assertThatThrownBy(() -> resolve.handle(attempt.toString(), "shout", null, Jobs.ofNobody()))
        .hasMessageContaining("shout");

    resolve.handle(attempt.toString(), "drop", " ", Jobs.ofNobody());
    assertThat(entries())
        .singleElement()
        .returns("staff", AuditEntry::actor)
        .returns(null, AuditEntry::detail);
  }

  private void says(Identity contact, String text) {
    inbox.accept(
        List.of(
            BookingChat.received(
                contact, new Content(MessageType.TEXT, text, null, null), TestClock.START)));
  }

  private ConversationId conversationOf(Identity contact) {
    return new ConversationId(
        jdbc.sql("select id from conversation where recipient_value = ?")
            .param(contact.value())
            .query(UUID.class)
            .single());
  }

  private List<AuditEntry> entries() {
    return audit.of(DemoAgency.ID, "message", attempt.messageId());
  }
}
