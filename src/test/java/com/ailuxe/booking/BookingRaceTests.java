package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several threads want the same thing at the same moment. */
@BookingDatabaseTest
class BookingRaceTests {
  private static final int ROUNDS = 50;
  private static final int APPROVALS = Integer.getInteger("races", 20);

  @Autowired Bookings bookings;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired CommittedEvents events;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  AgencyId agency;

  @BeforeEach
  void agencyWithOneYacht() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
  }

  @Test
  void ofTwoHoldsOfOneSlotExactlyOneSucceeds() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var day = day(round);
      var first = given.inquiry(agency, "Aurora", day + "T10:00", day + "T14:00");
      var second = given.inquiry(agency, "Aurora", day + "T12:00", day + "T16:00");

      var outcomes = atOnce(() -> bookings.hold(first), () -> bookings.hold(second));

      assertThat(outcomes).as(day).filteredOn(HoldOutcome.Held.class::isInstance).hasSize(1);
      assertThat(outcomes).as(day).filteredOn(HoldOutcome.SlotTaken.class::isInstance).hasSize(1);
    }
    assertThat(overlaps()).isZero();
  }

  @Test
  void oneHoldDeliveredTwiceAtOnceIsOneHold() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var day = day(round);
      var id = given.inquiry(agency, "Aurora", day + "T10:00", day + "T14:00");

      var outcomes = atOnce(() -> bookings.hold(id), () -> bookings.hold(id));

      assertThat(outcomes).as(day).allMatch(HoldOutcome.Held.class::isInstance);
    }
  }

  @Test
  void ofTwoApprovalsForOneSlotExactlyOneConfirms() throws Exception {
    for (var round = 0; round < APPROVALS; round++) {
      var day = day(round);
      var first = lapsed(day);
      var second = lapsed(day);

      var outcomes = atOnce(() -> approve(first), () -> approve(second));

      assertThat(outcomes).as(day).containsOnlyOnce(new DecisionOutcome.Confirmed());
      assertThat(outcomes)
          .as(day)
          .filteredOn(DecisionOutcome.SlotTaken.class::isInstance)
          .hasSize(1);
    }
    assertThat(overlaps()).isZero();
  }

  @Test
  void approvalAndHoldOfOneSlotNeverBothSucceed() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var day = day(round);
      var slow = given.held(agency, "Aurora", day + "T10:00", day + "T14:00");
      var next = given.inquiry(agency, "Aurora", day + "T10:00", day + "T14:00");
      clock.set("2026-11-24T12:00:00Z");

      var outcomes = atOnce(() -> approve(slow), () -> bookings.hold(next));

      assertThat(
              outcomes.contains(new DecisionOutcome.Confirmed())
                  ^ outcomes.stream().anyMatch(HoldOutcome.Held.class::isInstance))
          .as(day + " " + outcomes)
          .isTrue();
      clock.set("2026-11-22T12:00:00Z");
    }
    assertThat(overlaps()).isZero();
  }

  @Test
  void twoPeopleWhoDecideDifferentlyAreToldTheSame() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var day = day(round);
      var id = given.held(agency, "Aurora", day + "T10:00", day + "T14:00");

      var outcomes =
          atOnce(
              () -> approve(id),
              () -> bookings.decide(id, false, Actor.named("Peter"), "no crew", null));

      assertThat(outcomes.get(0)).as(day).isEqualTo(outcomes.get(1));
      assertThat(decisions(id)).as(day).isEqualTo(1);
    }
  }

  @Test
  void oneTurnDeliveredTwiceAtOnceMakesOneBooking() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var contact = given.contact(agency);
      var details =
          new DetailsGiven(
              agency,
              contact,
              given.conversation(agency, contact),
              Given.turn(),
              Given.details("Aurora", "2027-06-01T10:00", "2027-06-01T12:00"));

      var receipts =
          atOnce(() -> bookings.recordDetails(details), () -> bookings.recordDetails(details));

      assertThat(receipts.get(0)).isEqualTo(receipts.get(1));
      assertThat(events.of(((DetailsReceipt) receipts.get(0)).bookingId())).hasSize(1);
    }
  }

  @Test
  void twoTurnsOfOneConversationAtOnceMakeOneBooking() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var contact = given.contact(agency);
      var conversation = given.conversation(agency, contact);
      var who = new BookingDetails("Aurora", null, null, null, null, null, null);
      var guests = new BookingDetails(null, null, null, null, null, 4, null);

      var receipts =
          atOnce(
              () ->
                  bookings.recordDetails(
                      new DetailsGiven(agency, contact, conversation, Given.turn(), who)),
              () ->
                  bookings.recordDetails(
                      new DetailsGiven(agency, contact, conversation, Given.turn(), guests)));

      var id = ((DetailsReceipt) receipts.get(0)).bookingId();
      assertThat(((DetailsReceipt) receipts.get(1)).bookingId()).isEqualTo(id);
      assertThat(bookings.facts(id).talentName()).isEqualTo("Aurora");
      assertThat(bookings.facts(id).guests()).isEqualTo(4);
      assertThat(events.of(id)).hasSize(2);
    }
  }

  @Test
  void contactsOfOneAgencyWhoAskAtOnceGetDifferentReferences() throws Exception {
    var calls = new ArrayList<Callable<Object>>();
    for (var i = 0; i < 8; i++) {
      calls.add(
          () ->
              bookings
                  .facts(given.inquiry(agency, "Aurora", "2027-06-01T10:00", "2027-06-01T12:00"))
                  .reference());
    }

    assertThat(atOnce(calls))
        .doesNotHaveDuplicates()
        .contains("BK-2026-0001", "BK-2026-0008")
        .hasSize(8);
  }

  /**
   * Somebody writes past our locks and commits after our look: the constraint has the last word.
   */
  @Test
  void refusalByTheDatabaseBecomesASlotTaken() throws Exception {
    var mine = given.inquiry(agency, "Aurora", "2026-12-01T10:00", "2026-12-01T12:00");
    var other = given.inquiry(agency, "Aurora", "2026-12-01T10:00", "2026-12-01T12:00");

    try (var threads = Executors.newSingleThreadExecutor()) {
      var outcome =
          transaction.execute(
              status -> {
                jdbc.sql(
                        "update booking set state = 'CONFIRMED', version = version + 1 where id = ?")
                    .param(other.value())
                    .update();
                var holding = threads.submit(() -> bookings.hold(mine));
                Awaitility.await().until(this::somebodyWaitsForAnotherTransaction);
                return holding;
              });

      assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(HoldOutcome.SlotTaken.class);
    }
    assertThat(bookings.facts(mine).state()).isEqualTo(BookingState.INQUIRY);
    assertThat(bookings.facts(mine).slotLost()).isTrue();
  }

  private boolean somebodyWaitsForAnotherTransaction() {
    return jdbc.sql(
                """
                select count(*) from pg_locks
                where locktype = 'transactionid' and not granted
                  and pid in (select pid from pg_stat_activity where datname = current_database())""")
            .query(Integer.class)
            .single()
        > 0;
  }

  private DecisionOutcome approve(BookingId id) {
    return bookings.decide(id, true, Actor.named("Olivia"), null, null);
  }

  /** Its hold ran out, and whoever then took the slot has given it back. */
  private BookingId lapsed(String day) {
    var id = given.held(agency, "Aurora", day + "T10:00", day + "T14:00");
    clock.set("2026-11-24T12:00:00Z");
    var taker = given.held(agency, "Aurora", day + "T10:00", day + "T14:00");
    bookings.decide(taker, false, Actor.named("Olivia"), null, null);
    clock.set("2026-11-22T12:00:00Z");
    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.LAPSED);
    return id;
  }

  private int decisions(BookingId id) {
    return jdbc.sql("select count(*) from audit where subject_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  private int overlaps() {
    return jdbc.sql(
            """
            select count(*) from booking a join booking b
              on a.talent_id = b.talent_id and a.id < b.id
              and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
            where a.agency_id = ?
              and a.state in ('HELD', 'CONFIRMED') and b.state in ('HELD', 'CONFIRMED')""")
        .param(agency.value())
        .query(Integer.class)
        .single();
  }

  private static String day(int round) {
    return LocalDateTime.parse("2027-01-01T00:00").plusDays(round).toLocalDate().toString();
  }

  private static List<Object> atOnce(Callable<Object> one, Callable<Object> other)
      throws Exception {
    return atOnce(List.of(one, other));
  }

  private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
    var gate = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var running = new ArrayList<Future<Object>>();
      for (var call : calls) {
        running.add(
            threads.submit(
                () -> {
                  gate.await();
                  return call.call();
                }));
      }
      gate.countDown();
      var results = new ArrayList<>();
      for (var result : running) {
        results.add(result.get(30, TimeUnit.SECONDS));
      }
      return results;
    }
  }
}
