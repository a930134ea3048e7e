package com.ailuxe.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.DeskPerson;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.reminder.ReminderRule;
import com.ailuxe.reminder.ReminderRule.Until;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class BookingStoryTests {
  @Autowired BookingStories stories;
  @Autowired ContractPapers papers;
  @Autowired Bookings bookings;
  @Autowired BookingChanges changes;
  @Autowired BookingNotices notices;
  @Autowired Reminders reminders;
  @Autowired DeskRequests desk;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private BookingId booking;

  @BeforeEach
  void confirmedBooking() {
    clock.reset();
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
    booking = given.confirmed(agency, "Aurora", "2027-01-10T10:00", "2027-01-10T14:00");
  }

  @Test
  void everythingThatWasSaidDoneAndOwedIsThere() {
    var turn = turnOfTheBooking();
    message("We need a yacht", turn);
    message("About something else", null);
    notices.send(booking, MessageTemplate.BOOKING_APPROVED, "approved/" + booking);
    reminders.plan(
        booking,
        List.of(new ReminderRule("48h", Duration.ofHours(48), "reminder-48h", Until.DAY)),
        List.of());
    Documents.accepted(jdbc, agency, booking);
    jdbc.sql(
            """
            insert into audit (agency_id, at, actor, action, subject_type, subject_id)
            select agency_id, now(), 'Ada Private', 'contract.accepted', 'contract', id from contract
            where booking_id = ?""")
        .param(booking.value())
        .update();
    changes.request(
        new ChangeWish(
            agency,
            booking,
            Given.turn(),
            Actor.named("Ada Private"),
            new BookingDetails(
                null, LocalDateTime.parse("2027-01-11T10:00"), null, null, null, 4, null)));
    bookings.cancel(
        booking,
        CancelledBy.CONTACT,
        Actor.named("Nora Lind"),
        null,
        new CancellationFee(Money.of("450", "EUR"), new BigDecimal("50"), "late", null));

    var story = stories.find(agency, "bk 2026 1").orElseThrow();

    assertThat(story.history())
        .extracting(done -> done.action() + " " + done.actor())
        .containsExactly(
            "booking.confirmed Olivia",
            "contract.accepted Ada Private",
            "booking.cancelled Nora Lind");
    assertThat(story.messages())
        .extracting(said -> said.line().line().text().lines().findFirst().orElse(""))
        .hasSize(3)
        .contains("We need a yacht", "I accept")
        .doesNotContain("About something else");
    assertThat(story.changes())
        .extracting(
            wish -> wish.requestedBy() + " " + wish.state() + " " + wish.start() + wish.guests())
        .containsExactly("Ada Private OUTDATED " + Given.inParis("2027-01-11T10:00") + "4");
    assertThat(story.contracts()).hasSize(1);
    assertThat(story.reminders()).extracting(row -> row.reason()).containsExactly("cancelled");
    assertThat(story.charge())
        .extracting(CancellationFee::amount)
        .isEqualTo(Money.of("450", "EUR"));
    assertThat(story.isOpen()).isFalse();
    assertThat(story.waiting()).isEmpty();
  }

  @Test
  void whatWasAskedOfTheDeskWaitsThereUntilItIsCarriedOut() {
    var nora = DeskPerson.of(jdbc, agency);
    var wish = new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null);
    var id = desk.file(agency, nora.id(), nora.personName(), "key", wish);

    var story = stories.find(agency, "BK-2026-0001").orElseThrow();

    assertThat(story.waiting()).extracting(DeskRequest::id).containsExactly(id);
    assertThat(story.isMovable()).isTrue();
  }

  @Test
  void nothingOfAnotherAgencyIsGivenOut() {
    Documents.accepted(jdbc, agency, booking);
    var contract = stories.find(agency, "BK-2026-0001").orElseThrow().contracts().getFirst().id();
    var other = given.agency();

    assertThat(stories.find(other, "BK-2026-0001")).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> papers.document(other, contract));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> papers.evidence(other, contract));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> papers.document(agency, ContractId.parse(UUID.randomUUID().toString())));
  }

  private UUID turnOfTheBooking() {
    var turn =
        jdbc.sql("select turn_id from booking_turn where booking_id = ?")
            .param(booking.value())
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            insert into turn (id, agency_id, conversation_id, process_instance, epoch, state, collected_at,
              version)
            select ?, agency_id, conversation_id, 1, 1, 'ANSWERED', now(), 0 from booking where id = ?""")
        .params(turn, booking.value())
        .update();
    return turn;
  }

  private void message(String text, @Nullable UUID turn) {
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, turn_id, direction, author, type,
              text, occurred_at, recorded_at)
            select gen_random_uuid(), agency_id, conversation_id, ?::uuid, 'INBOUND', 'CONTACT', 'TEXT',
              ?, now(), now() from booking where id = ?""")
        .params(Arrays.asList(turn, text, booking.value()))
        .update();
  }
}
