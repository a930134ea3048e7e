package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@ConversationModuleTest
class InboxTests {
  @Autowired Inbox inbox;
  @Autowired Conversations conversations;
  @Autowired Handovers handovers;
  @Autowired Turns turns;
  @Autowired Contacts contacts;
  @Autowired JdbcClient jdbc;

  private Inbound ada;

  @BeforeEach
  void aNewContact() {
    ada = new Inbound();
  }

  @Test
  void aMessageIsStoredOnceHoweverOftenItComes(AssertablePublishedEvents events) {
    var message = ada.says("Good evening");

    assertThat(inbox.accept(List.of(message, message))).isEqualTo(new InboxReceipt(1, 1));
    assertThat(inbox.accept(List.of(message))).isEqualTo(new InboxReceipt(0, 1));

    assertThat(messagesOf(ada)).containsExactly("Good evening");
    assertThat(events.ofType(InboundMessageStored.class)).hasSize(1);
  }

  @Test
  void theSameMessageThreeTimesAtOnceIsStoredOnce() throws Exception {
    var message = ada.says("At once");
    try (var threads = Executors.newFixedThreadPool(3)) {
      Callable<InboxReceipt> accept = () -> inbox.accept(List.of(message));
      var stored = 0;
      for (var receipt : threads.invokeAll(List.of(accept, accept, accept))) {
        stored += receipt.get().stored();
      }
      assertThat(stored).isEqualTo(1);
    }
    assertThat(messagesOf(ada)).containsExactly("At once");
  }

  @Test
  void firstMessagesOfOnePersonAtOnceMakeOneContactAndOneConversation() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<InboxReceipt> one = () -> inbox.accept(List.of(ada.says("one")));
      for (var receipt : threads.invokeAll(List.of(one, one, one, one))) {
        assertThat(receipt.get().stored()).isEqualTo(1);
      }
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct c.id) from conversation c
                    where c.recipient_value = ?""")
                .param(ada.phone().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(messagesOf(ada)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"+521, +52, 55", "+549, +54, 11", "+55319, +5531, 87"})
  void whoWritesUnderTwoFormsOfANumberIsOneContactAndIsAnsweredUnderTheLast(
      String oneForm, String otherForm, String subscriber) {
    var rest = subscriber + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    var number = oneForm.equals("+55319") ? rest : rest + "21";
    inbox.accept(List.of(ada.as(oneForm + number).says("Hello")));
    var conversation = ConversationRows.ofRecipient(jdbc, oneForm + number);

    inbox.accept(List.of(ada.as(otherForm + number).says("It is me again")));

    assertThat(ConversationRows.ofRecipient(jdbc, otherForm + number)).isEqualTo(conversation);
    assertThat(conversations.lines(conversation)).hasSize(2);

    inbox.accept(
        List.of(ada.as(oneForm + number).states(Consent.STOP, TestClock.START.plusSeconds(1))));
    var contact = conversations.profile(conversation).contactId();
    assertThat(contacts.profile(contact).optedOut()).isTrue();
    assertThat(ConversationRows.ofRecipient(jdbc, otherForm + number)).isEqualTo(conversation);
  }

  @Test
  void twoFormsOfANumberAtOnceMakeOneContact() throws Exception {
    var number = "55" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var calls =
          Stream.of("+521", "+52", "+521", "+52")
              .<Callable<InboxReceipt>>map(
                  form -> () -> inbox.accept(List.of(new Inbound().as(form + number).says("one"))))
              .toList();
      for (var receipt : threads.invokeAll(calls)) {
        assertThat(receipt.get().stored()).isEqualTo(1);
      }
    }
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct contact_id) from contact_identity
                    where value in (?, ?)""")
                .params("+521" + number, "+52" + number)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aChangeOfNumberIsNotUndoneByWhatIsReportedLaterOfTheOldOne() {
    var before = TestClock.START;
    var changed = before.plusSeconds(60);
    var old = ada.phone().value();
    var changedTo = new Inbound().phone().value();
    inbox.accept(List.of(ada.says("Hello", before)));
    var conversation = ConversationRows.ofRecipient(jdbc, old);

    inbox.accept(List.of(ada.as(changedTo, old).tells("changed", changed)));
    inbox.accept(List.of(ada.as(old).hears("Good evening", changed.plusSeconds(5))));
    inbox.accept(List.of(ada.as(old).says("late, and from before", before.plusSeconds(30))));

    assertThat(conversations.profile(conversation).recipient().value()).isEqualTo(changedTo);
    inbox.accept(List.of(ada.as(old).says("back again", changed.plusSeconds(90))));
    assertThat(conversations.profile(conversation).recipient().value()).isEqualTo(old);
  }

  @Test
  void allMessagesOfABatchAreStored() {
    var bob = new Inbound();

    inbox.accept(List.of(ada.says("one"), bob.says("two"), ada.says("three")));

    assertThat(messagesOf(ada)).containsExactly("one", "three");
    assertThat(messagesOf(bob)).containsExactly("two");
  }

  @Test
  void aMessageForAnUnknownAccountIsKeptAsIgnoredWithTheReason(AssertablePublishedEvents events) {
    var message = ada.to("999").says("Anybody there?");

    assertThat(inbox.accept(List.of(message)).stored()).isEqualTo(1);

    assertThat(stateAndReason(message.origin())).isEqualTo("IGNORED: no agency has this account");
    assertThat(events.ofType(InboundMessageStored.class)).isEmpty();
  }

  @Test
  void whatIsNotForUsIsKeptWithItsReason() {
    var origin = ada.says("").origin();

    inbox.accept(List.of(new NotForUs(origin, "group chat")));

    assertThat(stateAndReason(origin)).isEqualTo("IGNORED: group chat");
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"REACTION", "SYSTEM"})
  void whatNeedsNoAnswerIsIgnoredWithAReason(MessageType type, AssertablePublishedEvents events) {
    var message = ada.sends(type);

    inbox.accept(List.of(message));

    assertThat(stateAndReason(message.origin())).startsWith("IGNORED: ").isNotEqualTo("IGNORED: ");
    assertThat(events.ofType(InboundMessageStored.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"REACTION", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void whateverElseComesWaitsForAnAnswer(MessageType type, AssertablePublishedEvents events) {
    inbox.accept(List.of(ada.sends(type)));

    assertThat(events.ofType(InboundMessageStored.class)).hasSize(1);
  }

  @Test
  void aMessageForAPersonIsNeitherSettledNorSilent(AssertablePublishedEvents events) {
    inbox.accept(List.of(ada.says("Hello")));
    handovers.takeOver(DemoAgency.ID, conversationOf(ada), "Camille Laurent");
    var second = ada.says("Are you there?");

    inbox.accept(List.of(second));

    assertThat(inboxState(second.origin())).isEqualTo("OPEN");
    assertThat(events.ofType(InboundMessageStored.class)).hasSize(2);
  }

  @Test
  void stopAndStartAreObeyedOnArrivalAndAudited(AssertablePublishedEvents events) {
    inbox.accept(List.of(ada.says("Stop."), ada.says("STOP")));
    assertThat(optedOut(ada)).isTrue();

    inbox.accept(List.of(ada.says("start"), ada.says("Cancel"), ada.says("stop by the hotel")));
    assertThat(optedOut(ada)).isFalse();

    assertThat(
            jdbc.sql("select action from audit where subject_id = ? order by at, id")
                .param(contactOf(ada).value())
                .query(String.class)
                .list())
        .containsExactly("contact.opted-out", "contact.opted-in");
    assertThat(events.ofType(InboundMessageStored.class)).hasSize(5);
  }

  @Test
  void ofWordsThatComeInNoOrderTheNewestCounts() {
    var later = TestClock.START.plusSeconds(60);
    inbox.accept(List.of(ada.says("STOP", later)));

    inbox.accept(List.of(ada.says("START", TestClock.START)));
    assertThat(optedOut(ada)).isTrue();

    inbox.accept(List.of(ada.says("START", later)));
    assertThat(optedOut(ada)).isFalse();
  }

  @Test
  void whatTheContactToldTheProviderIsObeyedWithoutAnAnswer(AssertablePublishedEvents events) {
    inbox.accept(List.of(ada.says("Hello")));
    var stop = ada.states(Consent.STOP, TestClock.START.plusSeconds(60));

    assertThat(inbox.accept(List.of(stop, stop))).isEqualTo(new InboxReceipt(1, 1));
    assertThat(optedOut(ada)).isTrue();
    assertThat(inboxState(stop.origin())).isEqualTo("APPLIED");

    inbox.accept(List.of(ada.states(Consent.START, TestClock.START)));
    assertThat(optedOut(ada)).isTrue();
    inbox.accept(List.of(ada.states(Consent.START, TestClock.START.plusSeconds(61))));
    assertThat(optedOut(ada)).isFalse();
    assertThat(events.ofType(InboundMessageStored.class)).hasSize(1);
  }

  @Test
  void aConsentForAnUnknownAccountIsKeptAsIgnoredWithTheReason() {
    var stop = ada.to("999").states(Consent.STOP, TestClock.START);

    inbox.accept(List.of(stop));

    assertThat(stateAndReason(stop.origin())).isEqualTo("IGNORED: no agency has this account");
  }

  @RepeatedTest(20)
  void stopAndStartAtOnceEndWithTheNewest() throws Exception {
    inbox.accept(List.of(ada.says("Hello")));
    var start = ada.states(Consent.START, TestClock.START.plusSeconds(1));
    var stop = ada.states(Consent.STOP, TestClock.START.plusSeconds(2));
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var receipt :
          threads.<InboxReceipt>invokeAll(
              List.of(() -> inbox.accept(List.of(start)), () -> inbox.accept(List.of(stop))))) {
        assertThat(receipt.get().stored()).isEqualTo(1);
      }
    }
    assertThat(optedOut(ada)).isTrue();
  }

  @Test
  void aMessageOfWhichNobodyWasToldIsFoundAgain() {
    inbox.accept(List.of(ada.says("Hello?")));

    assertThat(conversationsOf(inbox.notAnnounced(Duration.ofMinutes(1), 1000)))
        .doesNotContain(conversationOf(ada));
    assertThat(conversationsOf(inbox.notAnnounced(Duration.ZERO, 1000)))
        .contains(conversationOf(ada));
    assertThat(conversationsOf(inbox.waiting(Duration.ZERO, 1000)))
        .doesNotContain(conversationOf(ada));
  }

  @Test
  void aMessageThatNobodyBeganToAnswerThoughItWasAnnouncedIsFoundAgain() {
    inbox.accept(List.of(ada.says("Hello?")));

    inbox.announced(notAnnouncedOf(ada));

    assertThat(notAnnouncedOf(ada)).isEmpty();
    assertThat(conversationsOf(inbox.waiting(Duration.ZERO, 1000))).contains(conversationOf(ada));
    assertThat(conversationsOf(inbox.waiting(Duration.ofMinutes(1), 1000)))
        .doesNotContain(conversationOf(ada));
  }

  @Test
  void whatSomebodyBeganToAnswerNeedsNoTriggerAndDoesNotWait() {
    inbox.accept(List.of(ada.says("Hello?")));
    var message = notAnnouncedOf(ada);
    turns.collect(conversationOf(ada), 1);

    inbox.announced(message);

    assertThat(notAnnouncedOf(ada)).isEmpty();
    assertThat(conversationsOf(inbox.waiting(Duration.ZERO, 1000)))
        .doesNotContain(conversationOf(ada));
    assertThat(
            jdbc.sql("select announced_at from inbox where message_id = ?")
                .param(message.getFirst().value())
                .query()
                .singleRow())
        .containsEntry("announced_at", null);
  }

  private List<MessageId> notAnnouncedOf(Inbound contact) {
    return inbox.notAnnounced(Duration.ZERO, 1000).stream()
        .filter(stored -> stored.conversationId().equals(conversationOf(contact)))
        .map(InboundMessageStored::messageId)
        .toList();
  }

  private static List<ConversationId> conversationsOf(List<InboundMessageStored> messages) {
    return messages.stream().map(InboundMessageStored::conversationId).toList();
  }

  private ConversationId conversationOf(Inbound contact) {
    return ConversationRows.of(jdbc, contact);
  }

  private List<String> messagesOf(Inbound contact) {
    return jdbc.sql(
            """
            select m.text from message m join conversation c on c.id = m.conversation_id
            where c.recipient_value = ? order by m.sequence""")
        .param(contact.phone().value())
        .query(String.class)
        .list();
  }

  private String inboxState(Origin origin) {
    return jdbc.sql("select state from inbox where event_id = ?")
        .param(origin.eventId())
        .query(String.class)
        .single();
  }

  private boolean optedOut(Inbound contact) {
    return contacts.profile(contactOf(contact)).optedOut();
  }

  private ContactId contactOf(Inbound contact) {
    return conversations.profile(conversationOf(contact)).contactId();
  }

  private String stateAndReason(Origin origin) {
    return jdbc.sql("select state || ': ' || reason from inbox where event_id = ?")
        .param(origin.eventId())
        .query(String.class)
        .single();
  }
}
