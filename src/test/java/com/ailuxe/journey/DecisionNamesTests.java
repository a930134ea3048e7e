package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.DecisionLedger;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.booking.ConfirmDepositWorker;
import com.ailuxe.journey.booking.DecideBookingWorker;
import com.ailuxe.journey.booking.DecideChangeWorker;
import com.ailuxe.journey.booking.PrepareChangeWorker;
import com.ailuxe.journey.bookingdesk.CarryOutRequestWorker;
import com.ailuxe.journey.bookingdesk.CarryOutRequestWorker.Request;
import com.ailuxe.journey.form.Deciders;
import com.ailuxe.journey.pricing.ProposePriceWorker;
import com.ailuxe.journey.pricing.ProposePriceWorker.Decided;
import com.ailuxe.shared.BookingId;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The name of whoever completed a task comes to all that was decided in it, a moment later. */
@WorkersTest
@TestPropertySource(
    properties = {
      "ailuxe.booking.deposit.enabled=true",
      "ailuxe.journey.tasks.ask-every=PT24H",
      "ailuxe.journey.tasks.patience=PT0S"
    })
class DecisionNamesTests {
  private static final String APPROVE = "Task_ApproveBooking";
  private static final BigDecimal HALF = new BigDecimal("50");

  @Autowired Given given;
  @Autowired Bookings bookings;
  @Autowired DecisionLedger decisions;
  @Autowired DecisionNames names;
  @Autowired FakeUserTasks tasks;
  @Autowired DecideBookingWorker decide;
  @Autowired DecideChangeWorker decideChange;
  @Autowired ConfirmDepositWorker confirmDeposit;
  @Autowired CarryOutRequestWorker desk;
  @Autowired PrepareChangeWorker prepareChange;
  @Autowired ProposePriceWorker propose;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private BookingId booking;
  private long instance;

  @BeforeEach
  void heldBookingOfAnAgencyWithStaff() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Aurora", "yacht");
    staff(agency, "olivia", "Olivia Stern");
    booking = given.held(agency, "Aurora", "2026-12-05T10:00", "2026-12-05T20:00");
    instance = Jobs.key();
    propose.handle(new Decided(booking.toString(), null, List.of(), HALF));
  }

  @Test
  void anApprovalHasTheNameOfThePersonOfThatAgency() {
    staff(given.agency(), "olivia", "Olivia of another agency");
    var job = completed(APPROVE, "olivia");
    decide.handle(booking.toString(), true, null, "900", "a regular", job);
    assertThat(decidedBy()).isNull();
    assertThat(actors("booking", booking.value())).containsExactly("staff booking.confirmed");

    assertThat(namedBy(job)).isEqualTo("olivia");

    assertThat(decidedBy()).isEqualTo("Olivia Stern");
    assertThat(actors("booking", booking.value()))
        .containsExactly("Olivia Stern booking.confirmed");
    assertThat(agreedBy()).containsExactly(null, "Olivia Stern");
    assertThat(
            jdbc.sql("select s.name from decision d join staff s on s.id = d.staff_id")
                .query(String.class)
                .list())
        .contains("Olivia Stern");
  }

  @Test
  void whoIsNotOfTheStaffKeepsTheNameThatTheEngineHas() {
    var job = completed(APPROVE, "kc-4711");
    decide.handle(booking.toString(), false, "no crew", null, null, job);

    namedBy(job);

    assertThat(decidedBy()).isEqualTo("kc-4711");
    assertThat(actors("booking", booking.value())).containsExactly("kc-4711 booking.declined");
  }

  @Test
  void aJobThatComesTwiceIsOneDecision() {
    var job = completed(APPROVE, "olivia");
    decide.handle(booking.toString(), true, null, null, null, job);
    namedBy(job);

    decide.handle(booking.toString(), true, null, null, null, job);

    assertThat(decidedBy()).isEqualTo("Olivia Stern");
    assertThat(actors("booking", booking.value()))
        .containsExactly("Olivia Stern booking.confirmed");
    assertThat(openDecisions()).isZero();
  }

  @Test
  void theNameComesOnceTheEngineShowsThatTheTaskIsDone() {
    var task = Jobs.key();
    var job = Jobs.decidedIn(instance, APPROVE);
    decide.handle(booking.toString(), true, null, null, null, job);
    assertThat(namedBy(job)).isNull();
    tasks.open(instance, APPROVE, task);
    assertThat(namedBy(job)).isNull();
    tasks.isAway(true);
    assertThat(namedBy(job)).isNull();
    tasks.isAway(false);
    assertThat(decidedBy()).isNull();

    tasks.completed(instance, APPROVE, task, "olivia");

    assertThat(namedBy(job)).isEqualTo("olivia");
    assertThat(decidedBy()).isEqualTo("Olivia Stern");
  }

  @Test
  void eachRoundOfATaskHasTheNameOfItsOwn() {
    staff(agency, "peter", "Peter Falk");
    var taken = given.held(agency, "Aurora", "2026-12-06T10:00", "2026-12-06T20:00");
    clock.set("2026-11-25T12:00:00Z");
    given.confirmed(agency, "Aurora", "2026-12-06T10:00", "2026-12-06T20:00");
    var first = Jobs.key();
    var firstJob = Jobs.decidedIn(instance, APPROVE);
    assertThatThrownBy(() -> decide.handle(taken.toString(), true, null, null, null, firstJob))
        .isInstanceOf(BpmnError.class);
    var second = Jobs.key();
    var secondJob = Jobs.decidedIn(instance, APPROVE);
    decide.handle(taken.toString(), false, null, null, null, secondJob);

    tasks.completed(instance, APPROVE, first, "olivia");
    assertThat(namedBy(secondJob)).as("the second round is not shown yet").isNull();
    assertThat(namedBy(firstJob)).isEqualTo("olivia");
    assertThat(namedBy(secondJob)).isNull();
    tasks.completed(instance, APPROVE, second, "peter");

    assertThat(namedBy(secondJob)).isEqualTo("peter");
    assertThat(actors("booking", taken.value())).contains("Peter Falk booking.declined");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aTaskThatNobodyWasAssignedToIsRecordedAsSuch(String nobody) {
    var job = completed(APPROVE, nobody);
    decide.handle(booking.toString(), true, null, "900", "a regular", job);

    assertThat(namedBy(job)).isNull();

    assertThat(decidedBy()).isEqualTo(DecisionLedger.UNSIGNED);
    assertThat(agreedBy()).containsExactly(null, DecisionLedger.UNSIGNED);
    assertThat(actors("booking", booking.value()))
        .containsExactly(DecisionLedger.UNSIGNED + " booking.confirmed");
    assertThat(openDecisions()).isZero();
  }

  @Test
  void aTaskThatTheEngineForgotIsGivenUpAfterATime() {
    var job = Jobs.decidedIn(instance, APPROVE);
    decide.handle(booking.toString(), true, null, null, null, job);
    jdbc.sql("update decision set opened_at = now() - interval '25 hours'").update();

    namedBy(job);

    assertThat(decidedBy()).isEqualTo(DecisionLedger.UNSIGNED);
  }

  @Test
  void aChangeHasTheNamesOfWhoAskedAndOfWhoApproved() {
    decide.handle(booking.toString(), true, null, null, null, completed(APPROVE, "olivia"));
    var filed = completed("Task_FileRequest", "olivia");
    assertThat(asked(request("change", "2026-12-05T11:00"), filed)).isEmpty();
    var change =
        jdbc.sql("select id from booking_change where booking_id = ?")
            .param(booking.value())
            .query(UUID.class)
            .single();
    assertThat(prepareChange.handle(change.toString()).change().requestedBy())
        .isEqualTo("Olivia Stern");

    var job = completed("Task_ApproveChange", "kc-4711");
    decideChange.handle(change.toString(), true, null, null, null, job);
    namedBy(job);

    assertThat(
            jdbc.sql("select requested_by || ', ' || decided_by from booking_change where id = ?")
                .param(change)
                .query(String.class)
                .single())
        .isEqualTo("Olivia Stern, kc-4711");
    assertThat(actors("booking", booking.value())).endsWith("kc-4711 booking.changed");
  }

  @Test
  void whoAsksForAChangeIsWrittenInLaterWhereTheEngineIsLate() {
    decide.handle(booking.toString(), true, null, null, null, completed(APPROVE, "olivia"));
    var task = Jobs.key();
    var filed = Jobs.decidedIn(instance, "Task_FileRequest");
    assertThat(asked(request("change", "2026-12-05T11:00"), filed)).isEmpty();
    assertThat(requestedBy()).isEqualTo("staff");

    tasks.completed(instance, "Task_FileRequest", task, "olivia");
    namedBy(filed);

    assertThat(requestedBy()).isEqualTo("Olivia Stern");
  }

  @Test
  void aCancellationAtTheDeskAndADepositHaveNames() {
    var approved = completed(APPROVE, "olivia");
    decide.handle(booking.toString(), true, null, null, null, approved);
    var deposit = completed("Task_ConfirmDeposit", "olivia");
    confirmDeposit.handle(booking.toString(), "yes", "bank 4711", deposit);
    namedBy(deposit);
    assertThat(asked(request("cancel-agency", null), completed("Task_FileRequest", "kc-4711")))
        .isEmpty();

    assertThat(actors("booking", booking.value()))
        .containsExactly(
            "staff booking.confirmed",
            "Olivia Stern booking.deposit-received",
            "kc-4711 booking.cancelled");
    assertThat(namedBy(approved)).isEqualTo("olivia");
    assertThat(actors("booking", booking.value())).startsWith("Olivia Stern booking.confirmed");
    assertThat(decidedBy()).isEqualTo("Olivia Stern");
  }

  private void staff(AgencyId of, String username, String name) {
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role)
            values (gen_random_uuid(), ?, ?, ?, 'APPROVER')""")
        .params(of.value(), username, name)
        .update();
  }

  /** A job that carries out what this person has just decided. */
  private ActivatedJob completed(String taskId, String assignee) {
    tasks.completed(instance, taskId, Jobs.key(), assignee);
    return Jobs.decidedIn(instance, taskId);
  }

  private @Nullable String namedBy(ActivatedJob job) {
    return names.await(Deciders.of(job, Actor.STAFF)).orElse(null);
  }

  private static Request request(String action, @Nullable String start) {
    return new Request(
        1, action, start, null, null, null, null, null, null, null, null, null, null);
  }

  /** What was wrong with it. */
  private String asked(Request request, ActivatedJob job) {
    return desk.handle(request, booking.toString(), job).outcome().problem();
  }

  private @Nullable String decidedBy() {
    return jdbc.sql("select decided_by from booking where id = ?")
        .param(booking.value())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private String requestedBy() {
    return jdbc.sql("select requested_by from booking_change where booking_id = ?")
        .param(booking.value())
        .query(String.class)
        .single();
  }

  private List<String> agreedBy() {
    return jdbc.sql(
            """
            select agreed_by from booking_price
            where booking_id = ? order by priced_at, agreed_by nulls first""")
        .param(booking.value())
        .query(String.class)
        .list();
  }

  private List<String> actors(String type, UUID id) {
    return jdbc.sql(
            """
            select actor || ' ' || action from audit
            where subject_type = ? and subject_id = ? order by id""")
        .params(type, id)
        .query(String.class)
        .list();
  }

  private int openDecisions() {
    return jdbc.sql("select count(*) from decision where state = 'OPEN' and process_instance = ?")
        .param(instance)
        .query(Integer.class)
        .single();
  }
}
