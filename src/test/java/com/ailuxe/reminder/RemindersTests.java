package com.ailuxe.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingDatabaseTest;
import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.contact.Contacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class RemindersTests {
  private static final List<ReminderRule> RULES =
      List.of(
          new ReminderRule("1h", Duration.ofHours(1), "reminder-1h"),
          new ReminderRule("48h", Duration.ofHours(48), "reminder-48h"),
          new ReminderRule("24h", Duration.ofHours(24), "reminder-24h"));

  @Autowired Reminders reminders;
  @Autowired Bookings bookings;
  @Autowired Contacts contacts;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  AgencyId agency;

  @BeforeEach
  void agencyWithOneYacht() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
  }

  @Test
  void planHoldsOneReminderPerRuleTheNextOneFirst() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");

    assertThat(reminders.plan(booking, RULES))
        .extracting(PlannedReminder::dueAt)
        .containsExactly(
            Instant.parse("2026-11-29T09:00:00Z"),
            Instant.parse("2026-11-30T09:00:00Z"),
            Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(ledger(booking))
        .containsExactly("48h PLANNED null", "24h PLANNED null", "1h PLANNED null");
  }

  @Test
  void secondPlanOfABookingReturnsTheFirst() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var first = reminders.plan(booking, RULES);

    assertThat(reminders.plan(booking, RULES)).isEqualTo(first);
    clock.set("2026-11-29T10:00:00Z");
    assertThat(reminders.plan(booking, RULES)).isEqualTo(first);
    assertThat(ledger(booking)).hasSize(3);
  }

  @Test
  void secondPlanLeavesOutWhatWasQueued() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var first = reminders.plan(booking, RULES);
    reminders.queued(first.getFirst().id(), message(booking));

    assertThat(reminders.plan(booking, RULES)).isEqualTo(first.subList(1, 3));
  }

  @Test
  void plansMadeAtOnceAreOnePlan() throws Exception {
    for (var round = 0; round < 20; round++) {
      var day = "2027-01-%02d".formatted(round + 1);
      var booking = confirmed(day + "T10:00", day + "T12:00");
      var gate = new CountDownLatch(1);
      var running = new ArrayList<Future<List<PlannedReminder>>>();
      try (var threads = Executors.newFixedThreadPool(2)) {
        for (var i = 0; i < 2; i++) {
          running.add(
              threads.submit(
                  () -> {
                    gate.await();
                    return reminders.plan(booking, RULES);
                  }));
        }
        gate.countDown();
        assertThat(running.get(0).get(10, TimeUnit.SECONDS))
            .isEqualTo(running.get(1).get(10, TimeUnit.SECONDS));
      }
      assertThat(ledger(booking)).hasSize(3);
    }
  }

  @Test
  void remindersCountBackFromTheStartInTheZoneOfTheEventAcrossASpringNight() {
    // 10:00 in Paris is 08:00 UTC after the clocks went forward on 28 March, 09:00 before.
    var booking = confirmed("2027-03-28T10:00", "2027-03-28T12:00");

    assertThat(reminders.plan(booking, RULES))
        .extracting(PlannedReminder::dueAt)
        .containsExactly(
            Instant.parse("2027-03-26T08:00:00Z"),
            Instant.parse("2027-03-27T08:00:00Z"),
            Instant.parse("2027-03-28T07:00:00Z"));
  }

  @Test
  void remindersCountBackFromTheStartInTheZoneOfTheEventAcrossAnAutumnNight() {
    given.talent(agency, "Liberty", "limousine", "New York", "America/New_York");
    var booking = given.confirmed(agency, "Liberty", "2026-11-30T10:00", "2026-11-30T12:00");
    clock.set("2027-11-01T12:00:00Z");
    // The clocks go back on 7 November 2027: 10:00 is 15:00 UTC then, 14:00 before.
    var later = given.confirmed(agency, "Liberty", "2027-11-07T10:00", "2027-11-07T12:00");

    assertThat(reminders.plan(booking, RULES)).isEmpty();
    assertThat(reminders.plan(later, RULES))
        .extracting(PlannedReminder::dueAt)
        .containsExactly(
            Instant.parse("2027-11-05T15:00:00Z"),
            Instant.parse("2027-11-06T15:00:00Z"),
            Instant.parse("2027-11-07T14:00:00Z"));
  }

  @Test
  void reminderWhoseTimeHasPassedIsSkippedBecauseItWasBookedLate() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    clock.set("2026-11-30T09:00:00Z");

    var plan = reminders.plan(booking, RULES);

    assertThat(plan)
        .extracting(PlannedReminder::dueAt)
        .containsExactly(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED booked late", "24h SKIPPED booked late", "1h PLANNED null");
    assertThat(reminders.plan(booking, RULES)).isEqualTo(plan);
  }

  @Test
  void bookingMinutesBeforeTheEventGetsNoReminder() {
    var booking = confirmed("2026-11-22T13:30", "2026-11-22T15:00");

    assertThat(reminders.plan(booking, RULES)).isEmpty();
    assertThat(ledger(booking)).allMatch(line -> line.endsWith("SKIPPED booked late"));
  }

  @Test
  void contactWhoOptedOutGetsNoReminder() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    contacts.optOut(bookings.facts(booking).contact());

    assertThat(reminders.plan(booking, RULES)).isEmpty();
    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED opted out", "24h SKIPPED opted out", "1h SKIPPED opted out");
  }

  @Test
  void bookingThatWasReleasedGetsNoReminder() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    bookings.release(booking, "contract declined");

    assertThat(reminders.plan(booking, RULES)).isEmpty();
    assertThat(ledger(booking)).contains("1h SKIPPED booking is no longer confirmed");
  }

  @Test
  void dueReminderTellsWhatToSendUntilItIsQueued() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = reminders.plan(booking, RULES).getFirst().id();
    clock.set("2026-11-29T09:00:00Z");

    assertThat(reminders.due(id)).isEqualTo(new DueReminder.ToSend(booking, "reminder-48h"));
    assertThat(reminders.due(id)).isEqualTo(new DueReminder.ToSend(booking, "reminder-48h"));
    reminders.queued(id, message(booking));
    assertThat(reminders.due(id)).isEqualTo(new DueReminder.NotToSend("already queued"));
    assertThat(ledger(booking)).contains("48h QUEUED null");
  }

  @Test
  void reminderIsSkippedWhenTheBookingWasReleasedMeanwhile() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = reminders.plan(booking, RULES).getFirst().id();
    bookings.release(booking, "contract declined");

    var skipped = new DueReminder.NotToSend("booking is no longer confirmed");
    assertThat(reminders.due(id)).isEqualTo(skipped);
    assertThat(reminders.due(id)).isEqualTo(skipped);
    assertThat(ledger(booking))
        .containsExactly(
            "48h SKIPPED booking is no longer confirmed", "24h PLANNED null", "1h PLANNED null");
  }

  @Test
  void reminderIsSkippedWhenTheContactOptedOutMeanwhileAndStaysSkipped() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = reminders.plan(booking, RULES).getFirst().id();
    var contact = bookings.facts(booking).contact();
    contacts.optOut(contact);

    assertThat(reminders.due(id)).isEqualTo(new DueReminder.NotToSend("opted out"));
    contacts.optIn(contact);
    assertThat(reminders.due(id)).isEqualTo(new DueReminder.NotToSend("opted out"));
  }

  @Test
  void reminderThatComesAfterTheEventBeganIsSkipped() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = reminders.plan(booking, RULES).getLast().id();
    clock.set("2026-12-01T09:00:00Z");

    assertThat(reminders.due(id)).isEqualTo(new DueReminder.NotToSend("event has begun"));
  }

  @Test
  void reminderIsQueuedWithOneMessageOnly() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = reminders.plan(booking, RULES).getFirst().id();
    var message = message(booking);
    reminders.queued(id, message);
    reminders.queued(id, message);

    var other = message(booking);
    assertThatThrownBy(() -> reminders.queued(id, other)).isInstanceOf(IllegalStateException.class);
    assertThat(messageOf(id)).isEqualTo(message);
  }

  @Test
  void skippedReminderCannotBeQueued() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = reminders.plan(booking, RULES).getFirst().id();
    bookings.release(booking, "contract declined");
    reminders.due(id);

    var message = message(booking);
    assertThatThrownBy(() -> reminders.queued(id, message))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void reminderThatDoesNotExistIsABug() {
    assertThatThrownBy(() -> reminders.due(ReminderId.random()))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void ruleIsForATimeBeforeTheEvent() {
    assertThatThrownBy(() -> new ReminderRule("0h", Duration.ZERO, "reminder"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReminderRule("late", Duration.ofHours(-1), "reminder"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private BookingId confirmed(String start, String end) {
    return given.confirmed(agency, "Aurora", start, end);
  }

  private UUID message(BookingId booking) {
    var facts = bookings.facts(booking);
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into message
              (id, agency_id, conversation_id, direction, author, type, text,
               occurred_at, recorded_at)
            values (?, ?, ?, 'OUTBOUND', 'CONCIERGE', 'TEXT', 'See you soon', now(), now())""")
        .params(id, agency.value(), facts.conversation().value())
        .update();
    return id;
  }

  private UUID messageOf(ReminderId id) {
    return jdbc.sql("select message_id from reminder where id = ?")
        .param(id.value())
        .query(UUID.class)
        .single();
  }

  private List<String> ledger(BookingId booking) {
    return jdbc.sql(
            """
            select kind || ' ' || state || ' ' || coalesce(reason, 'null') from reminder
            where agency_id = ? and booking_id = ? order by due_at""")
        .params(agency.value(), booking.value())
        .query(String.class)
        .list();
  }
}
