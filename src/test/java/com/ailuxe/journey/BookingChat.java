package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.contact.LegalNameSource;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.clientturn.CollectTurnWorker;
import com.ailuxe.journey.clientturn.DraftReplyWorker;
import com.ailuxe.journey.clientturn.SendReplyWorker;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact who chats with the demo agency about bookings; each test has a new one. */
@WorkersTest
public abstract class BookingChat {
  @Autowired protected Inbox inbox;
  @Autowired protected Conversations conversations;
  @Autowired protected Contacts contacts;
  @Autowired protected Bookings bookings;
  @Autowired protected Turns turns;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected TestClock clock;
  @Autowired protected CollectTurnWorker collect;
  @Autowired protected DraftReplyWorker draft;
  @Autowired protected SendReplyWorker send;

  protected Identity ada;

  @BeforeEach
  protected void aNewContact() {
    ada = newIdentity();
  }

  /** Where the bookings of these tests lie, apart from those of others. */
  protected abstract YearMonth month();

  protected BookingId confirmed(String talent, int day) {
    var id = held(talent, day);
    bookings.decide(id, true, Actor.named("Olivia"), null, null);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.CONFIRMED);
    return id;
  }

  protected BookingId held(String talent, int day) {
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
                    conversation.id(),
                    new TurnId(UUID.randomUUID()),
                    new BookingDetails(
                        talent,
                        month().atDay(day).atTime(19, 0),
                        month().atDay(day).atTime(23, 0),
                        null,
                        "Ritz, Paris",
                        2,
                        Money.of("900", "EUR"))))
            .bookingId();
    bookings.hold(id);
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
    return id;
  }

  protected String reference(BookingId id) {
    return bookings.facts(id).reference();
  }

  public static Identity newIdentity() {
    return new Identity(
        IdentityKind.PHONE,
        "+49152" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
  }

  protected void speaks(String language) {
    jdbc.sql("update contact set locale = ? where id = ?")
        .params(
            language,
            conversations.profile(ConversationId.parse(conversation())).contactId().value())
        .update();
  }

  /** Gives the contact the name that contracts use. */
  protected void isLegally(String legalName) {
    contacts.giveLegalName(
        conversations.profile(ConversationId.parse(conversation())).contactId(),
        new LegalName(legalName),
        new LegalNameSource(Actor.STAFF, null));
  }

  protected void says(String text) {
    receives(new Content(MessageType.TEXT, text, null, null));
  }

  protected void receives(Content content) {
    inbox.accept(List.of(received(ada, content, clock.instant())));
  }

  public static MessageReceived received(Identity ada, Content content, Instant at) {
    return new MessageReceived(
        new Origin(
            Channel.WHATSAPP, DemoAgency.WHATSAPP_ACCOUNT, "wamid." + UUID.randomUUID(), "{}"),
        new Sender(List.of(ada), "Ada Lund", "en"),
        content,
        at);
  }

  /** What a person of the agency wrote on the business phone. */
  protected void wroteOnPhone(String text, Instant at) {
    inbox.accept(
        List.of(
            new PersonWrote(
                new Origin(
                    Channel.WHATSAPP,
                    DemoAgency.WHATSAPP_ACCOUNT,
                    "wamid." + UUID.randomUUID(),
                    "{}"),
                new Sender(List.of(ada), "Ada Lund", "en"),
                new Content(MessageType.TEXT, text, null, null),
                at)));
  }

  protected String collected() {
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("draft");
    return Objects.requireNonNull(collected.turnId());
  }

  /** The turn, drafted without a person and sent. */
  protected String answered(String intent) {
    var turn = collected();
    var drafted = draft.handle(turn);
    assertThat(drafted.intent()).isEqualTo(intent);
    assertThat(drafted.needsPerson()).isFalse();
    assertThat(send.handle(turn, intent, job()).sent()).isTrue();
    return turn;
  }

  protected static ActivatedJob job() {
    var job = mock(ActivatedJob.class);
    when(job.getElementInstanceKey()).thenReturn(ThreadLocalRandom.current().nextLong());
    return job;
  }

  protected String conversation() {
    return jdbc.sql("select id::text from conversation where recipient_value = ?")
        .param(ada.value())
        .query(String.class)
        .single();
  }

  protected List<String> sent() {
    return jdbc.sql(
            """
            select m.text from message m join conversation c on c.id = m.conversation_id
            where c.recipient_value = ? and m.direction = 'OUTBOUND' order by m.sequence""")
        .param(ada.value())
        .query(String.class)
        .list();
  }

  /** Those of the last message. */
  protected String buttons() {
    return jdbc.sql(
            """
            select o.buttons::text from outbox o join message m on m.id = o.message_id
            join conversation c on c.id = m.conversation_id
            where c.recipient_value = ? order by m.sequence desc limit 1""")
        .param(ada.value())
        .query(String.class)
        .single();
  }

  protected int openMessages() {
    return jdbc.sql(
            """
            select count(*) from inbox i join conversation c on c.id = i.conversation_id
            where c.recipient_value = ? and i.state = 'OPEN'""")
        .param(ada.value())
        .query(Integer.class)
        .single();
  }
}
