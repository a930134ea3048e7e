package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangeByChatTests extends BookingChat {
  @Autowired RequestChangeWorker change;
  @Autowired RecordDetailsWorker record;
  @Autowired BookingChanges wish;

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 8);
  }

  @Test
  void aHeldBookingMovesAtOnce() {
    says("Hello");
    var booking = held("Marco Valli", 3);

    asks("Could you start an hour later?");

    assertThat(start(booking)).isEqualTo("2027-08-03T20:00");
    assertThat(changes(booking)).containsExactly("APPLIED");
    assertThat(sent()).singleElement().asString().contains("moves at once");
  }

  @Test
  void aConfirmedBookingKeepsItsTimeUntilAPersonAgrees() {
    says("Hello");
    var booking = confirmed("Marco Valli", 4);

    var turn = asks("Could you move my booking to 9 pm?");
    change.handle(turn);

    assertThat(start(booking)).isEqualTo("2027-08-04T19:00");
    assertThat(changes(booking)).containsExactly("PROPOSED");
    assertThat(requestedBy(booking)).isEqualTo("Ada Lund");
    assertThat(sent()).singleElement().asString().contains("Until our team has agreed");
  }

  @Test
  void aSlotThatIsTakenIsAnnouncedAndChangesNothing() {
    says("Hello");
    var other = ada;
    confirmed("Marco Valli", 5);
    ada = newIdentity();
    says("Hello");
    var booking = held("Marco Valli", 6);

    var turn = asks("Please move it to 5 August 2027");
    change.handle(turn);

    assertThat(other).isNotEqualTo(ada);
    assertThat(start(booking)).isEqualTo("2027-08-06T19:00");
    assertThat(sent())
        .hasSize(2)
        .last()
        .asString()
        .contains("Marco Valli is not free at that time: Thursday 5 August 2027, 19:00 – 23:00")
        .endsWith("Your booking %s stays as it is.".formatted(reference(booking)));
  }

  @Test
  void whichOfSeveralIsMeantIsAskedAndTheButtonFindsTheWishAgain() {
    says("Hello");
    var first = confirmed("Marco Valli", 7);
    var second = held("Marco Valli", 8);

    var turn = asks("Could you start an hour later?");
    change.handle(turn);

    assertThat(sent())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("Which of your bookings shall I change?")
        .contains("7 August 2027", "8 August 2027");
    assertThat(buttons()).contains("\"change:" + reference(second) + "\"");
    assertThat(changes(first)).isEmpty();

    receives(
        new Content(
            MessageType.BUTTON_REPLY, reference(second), "change:" + reference(second), null));
    change.handle(answered("change"));

    assertThat(start(second)).isEqualTo("2027-08-08T20:00");
    assertThat(changes(first)).isEmpty();
  }

  @Test
  void whoSaysNothingNewIsAskedAndNothingIsChanged() {
    says("Hello");
    var booking = confirmed("Marco Valli", 9);

    asks("I need to change my booking");

    assertThat(changes(booking)).isEmpty();
    assertThat(sent()).singleElement().asString().contains("May I ask what");
  }

  @Test
  void aBookingThatEndedMeanwhileIsSaidToHaveEnded() {
    says("Hello");
    var booking = confirmed("Marco Valli", 10);
    says("Could you start an hour later?");
    var turn = answered("change");
    bookings.complete(booking);

    change.handle(turn);

    assertThat(sent())
        .last()
        .isEqualTo("Booking %s cannot be changed any more.".formatted(reference(booking)));
  }

  @Test
  void whyAWishIsNotKeptIsSaidInTheContactsLanguage() {
    says("Hello");
    var booking = confirmed("Marco Valli", 13);
    speaks("fr");
    says("Could you start an hour later?");
    var turn = answered("change");
    bookings.complete(booking);

    change.handle(turn);

    assertThat(sent())
        .last()
        .isEqualTo("La réservation %s ne peut plus être modifiée.".formatted(reference(booking)));
  }

  @Test
  void aWishThatWasFulfilledMeanwhileIsSaidToBeSo() {
    says("Hello");
    var booking = held("Marco Valli", 11);
    says("Could you start an hour later?");
    var turn = answered("change");
    wish.request(
        new ChangeWish(
            DemoAgency.ID,
            booking,
            new TurnId(UUID.randomUUID()),
            Actor.named("Olivia"),
            new BookingDetails(
                null, LocalDateTime.of(2027, 8, 11, 20, 0), null, null, null, null, null)));

    change.handle(turn);

    assertThat(sent()).last().asString().contains("reads that way already", reference(booking));
  }

  @Test
  void detailsOfARequestInTheMakingAreRecorded() {
    says("I would like Marco Valli on 12 August 2027");
    record.handle(answered("book"));
    says("Please change it to 13 August 2027 from 7pm to 11pm");
    var turn = collected();
    draft.handle(turn);

    change.handle(turn);

    assertThat(
            bookings
                .openInquiry(DemoAgency.ID, new ConversationId(UUID.fromString(conversation())))
                .orElseThrow()
                .start())
        .isEqualTo("2027-08-13T19:00");
  }

  @Test
  void whoHasNoBookingIsAnsweredByAPerson() {
    says("Could you move my booking to another day?");
    var turn = collected();

    assertThat(draft.handle(turn).needsPerson()).isTrue();
    change.handle(turn);

    assertThat(sent()).isEmpty();
  }

  /** The turn, answered and its change requested. */
  private String asks(String text) {
    says(text);
    var turn = answered("change");
    change.handle(turn);
    return turn;
  }

  private LocalDateTime start(BookingId id) {
    return Objects.requireNonNull(bookings.facts(id).start()).wallTime();
  }

  private List<String> changes(BookingId id) {
    return jdbc.sql("select state from booking_change where booking_id = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }

  private String requestedBy(BookingId id) {
    return jdbc.sql("select requested_by from booking_change where booking_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }
}
