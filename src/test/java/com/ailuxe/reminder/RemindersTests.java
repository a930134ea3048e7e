package com.ailuxe.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingDatabaseTest;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageForm;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.conversation.TemplateReference;
import com.ailuxe.reminder.QuietHours.Move;
import com.ailuxe.reminder.ReminderRule.Until;
import com.ailuxe.shared.BookingId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class RemindersTests {
  private static final List<ReminderRule> RULES =
      List.of(
          new ReminderRule("1h", Duration.ofHours(1), "reminder-1h", Until.EVENT),
          new ReminderRule("48h", Duration.ofHours(48), "reminder-48h", Until.DAY),
          new ReminderRule("24h", Duration.ofHours(24), "reminder-24h", Until.DAY));

  @Autowired Reminders reminders;
  @Autowired Bookings bookings;
  @Autowired Contacts contacts;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired Inbox inbox;
  @Autowired JdbcClient jdbc;

  private final List<String> written = Collections.synchronizedList(new ArrayList<>());
  AgencyId agency;

  @BeforeEach
  void agencyWithOneYacht() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
    written.clear();
    jdbc.sql("update outbox set state = 'READ'").update();
  }

  @Test
  void planHoldsOneReminderPerRuleTheNextOneFirst() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");

    assertThat(plan(booking))
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
    var first = plan(booking);

    assertThat(plan(booking)).isEqualTo(first);
    clock.set("2026-11-29T10:00:00Z");
    assertThat(plan(booking)).isEqualTo(first);
    assertThat(ledger(booking)).hasSize(3);
  }

  @Test
  void secondPlanLeavesOutWhatWasQueued() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var first = plan(booking);
    send(first.getFirst().id());

    assertThat(plan(booking)).isEqualTo(first.subList(1, 3));
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
                    return plan(booking);
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

    assertThat(plan(booking))
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

    assertThat(plan(booking)).isEmpty();
    assertThat(plan(later))
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

    var plan = plan(booking);

    assertThat(plan)
        .extracting(PlannedReminder::dueAt)
        .containsExactly(Instant.parse("2026-12-01T08:00:00Z"));
    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED booked late", "24h SKIPPED booked late", "1h PLANNED null");
    assertThat(plan(booking)).isEqualTo(plan);
  }

  @Test
  void bookingMinutesBeforeTheEventGetsNoReminder() {
    var booking = confirmed("2026-11-22T13:30", "2026-11-22T15:00");

    assertThat(plan(booking)).isEmpty();
    assertThat(ledger(booking)).allMatch(line -> line.endsWith("SKIPPED booked late"));
  }

  @Test
  void contactWhoOptedOutGetsNoReminder() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    contacts.consent(bookings.facts(booking).contact(), Consent.STOP, clock.instant());

    assertThat(plan(booking)).isEmpty();
    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED opted out", "24h SKIPPED opted out", "1h SKIPPED opted out");
  }

  @Test
  void bookingThatWasReleasedGetsNoReminder() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    bookings.release(booking, "contract declined", null);

    assertThat(plan(booking)).isEmpty();
    assertThat(ledger(booking)).contains("1h SKIPPED cancelled");
  }

  @Test
  void dueReminderIsSentOnce() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    clock.set("2026-11-29T09:00:00Z");

    send(id);
    send(id);

    assertThat(written).containsExactly("reminder-48h");
    assertThat(ledger(booking))
        .containsExactly("48h QUEUED null", "24h PLANNED null", "1h PLANNED null");
  }

  @Test
  void reminderWhoseMessageCannotBeWrittenStaysPlanned() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();

    assertThatThrownBy(
            () ->
                reminders.send(
                    id,
                    due -> {
                      throw new IllegalArgumentException("no such template");
                    }))
        .hasMessage("no such template");

    assertThat(ledger(booking)).contains("48h PLANNED null");
  }

  @Test
  void reminderIsSkippedWhenTheBookingWasReleasedMeanwhile() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    bookings.release(booking, "contract declined", null);

    send(id);
    send(id);

    assertThat(written).isEmpty();
    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED cancelled", "24h PLANNED null", "1h PLANNED null");
  }

  @Test
  void reminderIsSkippedWhenTheContactOptedOutMeanwhileAndStaysSkipped() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    var contact = bookings.facts(booking).contact();
    contacts.consent(contact, Consent.STOP, clock.instant());

    send(id);
    contacts.consent(contact, Consent.START, clock.instant());
    send(id);

    assertThat(written).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED opted out");
  }

  @Test
  void reminderThatComesAfterTheEventBeganIsSkipped() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getLast().id();
    clock.set("2026-12-01T09:00:00Z");

    send(id);

    assertThat(written).isEmpty();
    assertThat(ledger(booking)).contains("1h SKIPPED event has begun");
  }

  @Test
  void reminderOfACompletedBookingIsSkippedBecauseTheEventHasBegun() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getLast().id();
    bookings.complete(booking);

    send(id);

    assertThat(ledger(booking)).contains("1h SKIPPED event has begun");
  }

  @Test
  void reminderIsSkippedWhenTheBookingMovedEvenIfNobodySaidSo() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    move(booking, "2026-12-03T10:00", "2026-12-03T12:00");

    send(id);

    assertThat(written).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED moved");
  }

  @Test
  void reminderIsSkippedWhileTheBookingWaitsForAnApproval() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    jdbc.sql("update booking set state = 'HELD' where id = ?").param(booking.value()).update();

    send(id);

    assertThat(ledger(booking)).contains("48h SKIPPED not confirmed");
  }

  @Test
  void planForAnotherStartReplacesTheOldOneWhoseRemindersAreSilent() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var old = plan(booking);
    clock.set("2026-11-29T09:00:00Z");
    send(old.getFirst().id());
    claim();
    move(booking, "2026-12-03T10:00", "2026-12-03T12:00");

    var fresh = plan(booking);

    assertThat(fresh)
        .extracting(PlannedReminder::dueAt)
        .containsExactly(
            Instant.parse("2026-12-01T09:00:00Z"),
            Instant.parse("2026-12-02T09:00:00Z"),
            Instant.parse("2026-12-03T08:00:00Z"));
    assertThat(rows(booking))
        .extracting(row -> row.plan() + " " + row.kind() + " " + row.state() + " " + row.reason())
        .containsExactly(
            "1 48h SKIPPED moved",
            "1 24h SKIPPED moved",
            "1 1h SKIPPED moved",
            "2 48h PLANNED null",
            "2 24h PLANNED null",
            "2 1h PLANNED null");
    written.clear();
    old.forEach(reminder -> send(reminder.id()));
    contactWrites(booking);
    assertThat(written).isEmpty();
    assertThat(claim()).isEmpty();
    assertThat(plan(booking)).isEqualTo(fresh);
  }

  @Test
  void reminderThatWasSentBeforeTheBookingMovedStaysSent() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    contactWrites(booking);
    send(id);
    reports.accepted(claim().orElseThrow().sendAttempt(), "wamid." + id);
    move(booking, "2026-12-03T10:00", "2026-12-03T12:00");

    plan(booking);

    assertThat(rows(booking).getFirst().state()).isEqualTo(LedgerState.ACCEPTED);
  }

  @Test
  void cancelledPlanIsSilent() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var plan = plan(booking);
    send(plan.getFirst().id());

    reminders.cancel(booking, SkipReason.CANCELLED);
    reminders.cancel(booking, SkipReason.MOVED);

    plan.forEach(reminder -> send(reminder.id()));
    contactWrites(booking);
    assertThat(claim()).isEmpty();
    assertThat(written).containsExactly("reminder-48h");
    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED cancelled", "24h SKIPPED cancelled", "1h SKIPPED cancelled");
  }

  @Test
  void bookingThatMovesBackGetsItsRemindersAgain() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var first = plan(booking);
    reminders.cancel(booking, SkipReason.MOVED);

    var second = plan(booking);

    assertThat(second)
        .extracting(PlannedReminder::dueAt)
        .isEqualTo(first.stream().map(PlannedReminder::dueAt).toList());
    assertThat(second).doesNotContainAnyElementsOf(first);
  }

  @Test
  void cancellingABookingWithoutAPlanDoesNothing() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");

    reminders.cancel(booking, SkipReason.CANCELLED);

    assertThat(rows(booking)).isEmpty();
  }

  @RepeatedTest(30)
  void reminderThatIsSentWhileItsPlanIsCancelledIsSilentAfterwards() throws Exception {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    contactWrites(booking);

    atOnce(() -> send(id), () -> reminders.cancel(booking, SkipReason.CANCELLED));

    assertThat(claim()).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED cancelled");
  }

  @RepeatedTest(30)
  void reminderThatIsSentWhileItsPlanIsReplacedIsSilentAfterwards() throws Exception {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    contactWrites(booking);
    move(booking, "2026-12-03T10:00", "2026-12-03T12:00");

    atOnce(() -> send(id), () -> plan(booking));

    assertThat(claim()).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED moved").contains("48h PLANNED null");
  }

  @RepeatedTest(30)
  void reminderThatIsSentWhileTheContactOptsOutIsSilentAfterwards() throws Exception {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    contactWrites(booking);
    var contact = bookings.facts(booking).contact();

    atOnce(() -> send(id), () -> contacts.consent(contact, Consent.STOP, clock.instant()));

    assertThat(claim()).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED opted out");
  }

  @RepeatedTest(30)
  void messageIsClaimedBeforeTheCancelOrNotAtAll() throws Exception {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    send(plan(booking).getFirst().id());
    contactWrites(booking);
    var claimed = new AtomicReference<Optional<Delivery>>(Optional.empty());

    atOnce(() -> claimed.set(claim()), () -> reminders.cancel(booking, SkipReason.CANCELLED));

    var left = Objects.requireNonNull(claimed.get());
    assertThat(ledger(booking))
        .contains(left.isPresent() ? "48h SENDING null" : "48h SKIPPED cancelled");
    left.ifPresent(delivery -> reports.retryLater(delivery.sendAttempt(), Duration.ZERO, "429"));
    assertThat(claim()).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED cancelled");
  }

  @Test
  void waitingReminderOfAContactWhoOptsOutIsWithdrawn() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var plan = plan(booking);
    send(plan.getFirst().id());
    claim();
    assertThat(ledger(booking))
        .contains("48h WAITING_FOR_TEMPLATE no approved template for reminder-48h in en");

    contacts.consent(bookings.facts(booking).contact(), Consent.STOP, clock.instant());

    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED opted out", "24h PLANNED null", "1h PLANNED null");
    contactWrites(booking);
    assertThat(claim()).isEmpty();
  }

  @Test
  void waitingReminderIsWithdrawnWhenTheEventBegins() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    send(plan(booking).getLast().id());
    claim();
    assertThat(rows(booking).getLast().state()).isEqualTo(LedgerState.WAITING_FOR_TEMPLATE);
    clock.set("2026-12-01T09:00:00Z");

    contactWrites(booking);

    assertThat(claim()).isEmpty();
    assertThat(ledger(booking)).contains("1h SKIPPED event has begun");
  }

  @Test
  void waitingReminderIsWithdrawnWhenItsWordsAreNoLongerTrue() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    clock.set("2026-11-29T09:00:00Z");
    send(id);
    claim();
    clock.set("2026-11-29T22:59:59Z");
    claim();
    assertThat(rows(booking).getFirst().state()).isEqualTo(LedgerState.WAITING_FOR_TEMPLATE);

    // Midnight in Paris, where the contact is.
    clock.set("2026-11-29T23:00:00Z");

    assertThat(claim()).isEmpty();
    assertThat(ledger(booking)).contains("48h SKIPPED too late");
  }

  @Test
  void reminderThatComesTooLateInTheDayIsSkipped() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var plan = plan(booking);
    clock.set("2026-11-30T23:00:00Z");

    plan.forEach(reminder -> send(reminder.id()));

    assertThat(ledger(booking))
        .containsExactly("48h SKIPPED too late", "24h SKIPPED too late", "1h QUEUED null");
  }

  @Test
  void waitingReminderIsSentWhenTheContactWritesInTime() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    send(plan(booking).getFirst().id());
    claim();

    contactWrites(booking);

    assertThat(claim()).isPresent();
    assertThat(rows(booking).getFirst().form()).isEqualTo(MessageForm.TEXT);
  }

  @Test
  void ledgerShowsHowFarEachReminderGot() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var id = plan(booking).getFirst().id();
    contactWrites(booking);
    send(id);
    var message = claim().orElseThrow().messageId();
    assertThat(rows(booking).getFirst().state()).isEqualTo(LedgerState.SENDING);
    reports.accepted(new SendAttempt(message, 1), "wamid." + id);
    reports(id, DeliveryState.SENT, "2026-11-29T09:00:01Z");
    reports(id, DeliveryState.READ, "2026-11-29T09:00:05Z");
    reports(id, DeliveryState.DELIVERED, "2026-11-29T09:00:02Z");

    assertThat(rows(booking).getFirst())
        .isEqualTo(
            new LedgerRow(
                id,
                1,
                "48h",
                Instant.parse("2026-11-29T09:00:00Z"),
                null,
                MessageForm.TEXT,
                LedgerState.READ,
                null,
                Instant.parse("2026-11-22T12:00:00Z"),
                Instant.parse("2026-11-29T09:00:01Z"),
                Instant.parse("2026-11-29T09:00:02Z"),
                Instant.parse("2026-11-29T09:00:05Z")));
  }

  @Test
  void ledgerKeepsWhyAReminderFailedOrIsUnknown() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    var plan = plan(booking);
    contactWrites(booking);
    send(plan.get(0).id());
    reports.refused(claim().orElseThrow().sendAttempt(), "HTTP 400 131026");
    send(plan.get(1).id());
    reports.unknown(claim().orElseThrow().sendAttempt(), "no answer");

    assertThat(ledger(booking))
        .containsExactly("48h FAILED HTTP 400 131026", "24h UNKNOWN no answer", "1h PLANNED null");
  }

  @Test
  void everyStateOfAMessageIsAStateOfTheLedger() {
    assertThat(Arrays.stream(LedgerState.values()).map(Enum::name))
        .containsAll(
            Arrays.stream(DeliveryState.values())
                .filter(state -> state != DeliveryState.WITHDRAWN)
                .map(Enum::name)
                .toList());
  }

  @Test
  void ledgerOfAnotherAgencyIsEmpty() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    plan(booking);

    assertThat(reminders.ledger(given.agency(), booking)).isEmpty();
  }

  @Test
  void reminderInTheQuietHoursOfTheContactMovesAndSaysSo() {
    var booking = confirmed("2026-12-01T10:00", "2026-12-01T12:00");
    zoneOfTheContact(booking, "America/New_York");
    var night =
        List.of(
            new QuietHours("48h", LocalTime.of(22, 0), LocalTime.MIDNIGHT, Move.EARLIER),
            new QuietHours("48h", LocalTime.MIDNIGHT, LocalTime.of(8, 0), Move.LATER),
            new QuietHours("24h", LocalTime.of(4, 0), LocalTime.of(5, 0), Move.EARLIER));

    reminders.plan(booking, RULES, night);

    assertThat(rows(booking))
        .extracting(row -> row.kind() + " " + row.dueAt() + " " + row.shift())
        .containsExactly(
            "48h 2026-11-29T13:00:00Z quiet hours: moved to 08:00",
            "24h 2026-11-30T09:00:00Z null",
            "1h 2026-12-01T08:00:00Z null");
  }

  @Test
  void reminderWhoseTimeIsPastButMovesToALaterOneIsNotTooLate() {
    var booking = confirmed("2026-12-01T04:00", "2026-12-01T12:00");
    clock.set("2026-11-30T05:00:00Z");
    var night = List.of(new QuietHours("24h", LocalTime.MIDNIGHT, LocalTime.of(8, 0), Move.LATER));

    assertThat(reminders.plan(booking, RULES, night))
        .extracting(PlannedReminder::dueAt)
        .containsExactly(
            Instant.parse("2026-11-30T07:00:00Z"), Instant.parse("2026-12-01T02:00:00Z"));
  }

  @Test
  void reminderThatDoesNotExistIsABug() {
    var nobody = ReminderId.random();
    assertThatThrownBy(() -> send(nobody)).isInstanceOf(NoSuchElementException.class);
  }

  private BookingId confirmed(String start, String end) {
    return given.confirmed(agency, "Aurora", start, end);
  }

  private List<PlannedReminder> plan(BookingId booking) {
    return reminders.plan(booking, RULES, List.of());
  }

  private void send(ReminderId id) {
    reminders.send(
        id,
        due -> {
          written.add(due.template());
          return new QueuedMessage(
                  due.booking().conversation(),
                  Author.NOTICE,
                  OutboundContent.text("See you soon"),
                  null,
                  "reminder/" + due.id())
              .orAs(new TemplateReference(due.template(), "en", Map.of()));
        });
  }

  /** Claims the next message as the dispatcher does. */
  private Optional<Delivery> claim() {
    claims.tend(Channel.WHATSAPP);
    return claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1));
  }

  private void contactWrites(BookingId booking) {
    jdbc.sql("update conversation set last_inbound_at = ? where id = ?")
        .params(Timestamp.from(clock.instant()), bookings.facts(booking).conversation().value())
        .update();
  }

  private void zoneOfTheContact(BookingId booking, String zone) {
    jdbc.sql("update contact set time_zone = ? where id = ?")
        .params(zone, bookings.facts(booking).contact().value())
        .update();
  }

  private void move(BookingId booking, String start, String end) {
    jdbc.sql(
            """
            update booking set start_wall = :start, end_wall = :end,
              starts_at = :start at time zone zone, ends_at = :end at time zone zone
            where id = :id""")
        .param("start", LocalDateTime.parse(start))
        .param("end", LocalDateTime.parse(end))
        .param("id", booking.value())
        .update();
  }

  private void reports(ReminderId id, DeliveryState state, String at) {
    inbox.accept(
        List.of(
            new DeliveryReported(
                new Origin(Channel.WHATSAPP, "number", UUID.randomUUID().toString(), "{}"),
                "wamid." + id,
                null,
                state,
                Instant.parse(at),
                null)));
  }

  private static void atOnce(Runnable one, Runnable other) throws Exception {
    var gate = new CountDownLatch(1);
    var running = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var action : List.of(one, other)) {
        running.add(
            threads.submit(
                () -> {
                  gate.await();
                  action.run();
                  return action;
                }));
      }
      gate.countDown();
      for (var action : running) {
        action.get(10, TimeUnit.SECONDS);
      }
    }
  }

  private List<LedgerRow> rows(BookingId booking) {
    return reminders.ledger(agency, booking);
  }

  private List<String> ledger(BookingId booking) {
    return rows(booking).stream()
        .map(row -> row.kind() + " " + row.state() + " " + row.reason())
        .toList();
  }
}
