package com.ailuxe.journey.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ConversationRef;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.booking.TurnRef;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.shared.Money;
import io.camunda.client.api.response.ActivatedJob;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class CancelByChatTests {
  @Autowired Inbox inbox;
  @Autowired Conversations conversations;
  @Autowired Bookings bookings;
  @Autowired Turns turns;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CollectTurnWorker collect;
  @Autowired DraftReplyWorker draft;
  @Autowired SendReplyWorker send;
  @Autowired AskToCancelWorker ask;
  @Autowired CancelBookingWorker cancel;

  private Identity ada;

  @BeforeEach
  void aNewContact() {
    ada = newIdentity();
  }

  @Test
  void theOnlyBookingIsNamedAndIsCancelledByItsButtonOnce() {
    says("Hello");
    var booking = confirmed("Marco Valli", 3);
    var reference = reference(booking);
    says("I have to cancel my booking, sorry");
    var turn = answered("cancel");

    ask.handle(turn);
    ask.handle(turn);

    assertThat(sent())
        .hasSize(2)
        .last()
        .isEqualTo(
            "Shall I cancel this booking?\n%s: Marco Valli, Thursday, 3 June 2027, 19:00"
                .formatted(reference));
    assertThat(buttons())
        .contains("Cancel " + reference, "booking:cancel:" + booking, "Keep it")
        .contains("booking:keep:" + booking);
    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);

    var pressed = press("booking:cancel:" + booking, "confirm-cancel", booking);
    cancel.handle(pressed, "confirm-cancel", booking.toString());
    cancel.handle(pressed, "confirm-cancel", booking.toString());

    assertThat(state(booking)).isEqualTo(BookingState.CANCELLED);
    assertThat(sent()).hasSize(2);
    assertThat(openMessages()).isZero();
    assertThat(
            jdbc.sql(
                    "select actor from audit where action = 'booking.cancelled' and subject_id = ?")
                .param(booking.value())
                .query(String.class)
                .list())
        .containsExactly("Ada Lund");
  }

  @Test
  void whoPressesAgainIsToldWhatIsTrue() {
    says("Hello");
    var booking = confirmed("Marco Valli", 4);
    bookings.complete(booking);

    var late = press("booking:cancel:" + booking, "confirm-cancel", booking);
    cancel.handle(late, "confirm-cancel", booking.toString());
    cancel.handle(late, "confirm-cancel", booking.toString());

    assertThat(sent())
        .containsExactly(
            "Booking %s is over, so it cannot be cancelled any more."
                .formatted(reference(booking)));
    assertThat(state(booking)).isEqualTo(BookingState.COMPLETED);
  }

  @Test
  void aBookingIsKeptOnRequest() {
    says("Hello");
    var booking = confirmed("Marco Valli", 5);

    var kept = press("booking:keep:" + booking, "keep", booking);
    cancel.handle(kept, "keep", booking.toString());
    cancel.handle(kept, "keep", booking.toString());

    assertThat(sent())
        .containsExactly("Your booking %s stays as it is.".formatted(reference(booking)));
    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void eachOfSeveralBookingsHasItsButtonUpToThree() {
    says("Hello");
    for (var day = 6; day <= 9; day++) {
      confirmed("Marco Valli", day);
    }
    says("please cancel");

    ask.handle(answered("cancel"));

    assertThat(sent().getLast())
        .startsWith("Which of your bookings shall I cancel?\n")
        .contains("6 June 2027", "7 June 2027", "8 June 2027", "9 June 2027")
        .endsWith("The buttons are for the first 3; for another one, ask for a person.");
    assertThat(buttons().split("booking:cancel:")).hasSize(4);
    assertThat(buttons()).doesNotContain("booking:keep:");
  }

  @Test
  void whoHasNoBookingIsAnsweredByAPersonAndAskedNothing() {
    says("please cancel my booking");
    var turn = collected();

    assertThat(draft.handle(turn).needsPerson()).isTrue();
    ask.handle(turn);

    assertThat(sent())
        .containsExactly("I see no open booking of yours, so there is nothing to cancel.");
    assertThat(buttons()).isEqualTo("[]");
  }

  @Test
  void nobodyCancelsTheBookingOfSomebodyElse() {
    says("Hello");
    var booking = confirmed("Marco Valli", 10);
    ada = newIdentity();

    for (var id : List.of(booking, new BookingId(UUID.randomUUID()))) {
      var pressed = press("booking:cancel:" + id, "confirm-cancel", id);
      cancel.handle(pressed, "confirm-cancel", id.toString());
    }

    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
    assertThat(sent()).isEmpty();
    assertThat(openMessages()).isZero();
  }

  private BookingId confirmed(String talent, int day) {
    if (openMessages() > 0) {
      turns.carriedOut(TurnId.parse(collected()));
    }
    var conversation = conversations.profile(ConversationId.parse(conversation()));
    var id =
        bookings
            .recordDetails(
                new DetailsGiven(
                    DemoAgency.ID,
                    conversation.contactId(),
                    new ConversationRef(conversation.id().value()),
                    new TurnRef(UUID.randomUUID()),
                    new BookingDetails(
                        talent,
                        LocalDateTime.of(2027, 6, day, 19, 0),
                        LocalDateTime.of(2027, 6, day, 23, 0),
                        null,
                        "Ritz, Paris",
                        2,
                        Money.of("900", "EUR"))))
            .bookingId();
    bookings.hold(id);
    bookings.decide(id, true, "Olivia", null);
    assertThat(state(id)).isEqualTo(BookingState.CONFIRMED);
    return id;
  }

  private String reference(BookingId id) {
    return bookings.facts(id).reference();
  }

  private BookingState state(BookingId id) {
    return bookings.facts(id).state();
  }

  private static Identity newIdentity() {
    return new Identity(
        IdentityKind.PHONE,
        "+49152" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
  }

  private void says(String text) {
    receives(new Content(MessageType.TEXT, text, null, null));
  }

  /** The turn of a pressed button, once it is found to mean this. */
  private String press(String payload, String intent, BookingId booking) {
    receives(new Content(MessageType.BUTTON_REPLY, "The title", payload, null));
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("act");
    assertThat(collected.intent()).isEqualTo(intent);
    assertThat(collected.bookingId()).isEqualTo(booking.toString());
    assertThat(collected.contractId()).isNull();
    return Objects.requireNonNull(collected.turnId());
  }

  private void receives(Content content) {
    inbox.accept(
        List.of(
            new MessageReceived(
                new Origin(
                    Channel.WHATSAPP,
                    DemoAgency.WHATSAPP_ACCOUNT,
                    "wamid." + UUID.randomUUID(),
                    "{}"),
                new Sender(List.of(ada), "Ada Lund", "en"),
                content,
                clock.instant())));
  }

  private String collected() {
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("draft");
    return Objects.requireNonNull(collected.turnId());
  }

  /** The turn, drafted without a person and sent. */
  private String answered(String intent) {
    var turn = collected();
    var drafted = draft.handle(turn);
    assertThat(drafted.intent()).isEqualTo(intent);
    assertThat(drafted.needsPerson()).isFalse();
    assertThat(send.handle(turn, intent, job()).sent()).isTrue();
    return turn;
  }

  private static ActivatedJob job() {
    var job = mock(ActivatedJob.class);
    when(job.getElementInstanceKey()).thenReturn(ThreadLocalRandom.current().nextLong());
    return job;
  }

  private String conversation() {
    return jdbc.sql("select id::text from conversation where recipient_value = ?")
        .param(ada.value())
        .query(String.class)
        .single();
  }

  private List<String> sent() {
    return jdbc.sql(
            """
            select m.text from message m join conversation c on c.id = m.conversation_id
            where c.recipient_value = ? and m.direction = 'OUTBOUND' order by m.sequence""")
        .param(ada.value())
        .query(String.class)
        .list();
  }

  /** Those of the last message. */
  private String buttons() {
    return jdbc.sql(
            """
            select o.buttons::text from outbox o join message m on m.id = o.message_id
            join conversation c on c.id = m.conversation_id
            where c.recipient_value = ? order by m.sequence desc limit 1""")
        .param(ada.value())
        .query(String.class)
        .single();
  }

  private int openMessages() {
    return jdbc.sql(
            """
            select count(*) from inbox i join conversation c on c.id = i.conversation_id
            where c.recipient_value = ? and i.state = 'OPEN'""")
        .param(ada.value())
        .query(Integer.class)
        .single();
  }
}
