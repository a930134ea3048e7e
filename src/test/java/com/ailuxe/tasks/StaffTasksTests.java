package com.ailuxe.tasks;

import static com.ailuxe.tasks.GivenTasks.REVIEW;
import static com.ailuxe.tasks.GivenTasks.concierge;
import static com.ailuxe.tasks.GivenTasks.person;
import static com.ailuxe.tasks.GivenTasks.review;
import static com.ailuxe.tasks.GivenTasks.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import com.ailuxe.tasks.TaskFilter.Whose;
import com.ailuxe.tasks.TaskRefused.Reason;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Staff do the engine's tasks here; whoever is faster wins, and the other one learns who it was.
 */
@WorkersTest
class StaffTasksTests {
  @Autowired Given given;
  @Autowired FakeUserTasks engine;
  @Autowired UserTaskRows rows;
  @Autowired TaskReading reading;
  @Autowired StaffTasks tasks;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private ConversationId conversation;
  private OpenTask task;
  private TaskKey key;
  private TaskPerson eva;
  private TaskPerson peter;

  @BeforeEach
  void aDraftWaits() {
    clock.reset();
    engine.clear();
    GivenTasks.deployed(engine, "review-reply");
    agency = given.agency();
    conversation = given.conversation(agency, given.contact(agency));
    eva = concierge(agency, "eva");
    peter = concierge(agency, "peter");
    staff("eva", "Eva Stern");
    staff("peter", "Peter Falk");
    task = review(conversation);
    key = new TaskKey(task.key());
    engine.open(task, variables(conversation));
    GivenTasks.poll(engine, rows, reading, clock).poll();
  }

  @Test
  void aTaskIsDoneWithWhatTheFormSaysUnderTheNameOfThePerson() {
    tasks.complete(eva, key, Map.of("decision", List.of("approve"), "reply", List.of("Yes.")));

    assertThat(engine.answers(task.key()))
        .isEqualTo(Map.of("decision", "approve", "reply", "Yes.", "followUp", false));
    assertThat(engine.fate(task.key()))
        .hasValueSatisfying(fate -> assertThat(fate.assignee()).isEqualTo("eva"));
    assertThat(tasks.open(eva, TaskFilter.ALL)).isEmpty();
  }

  @Test
  void aSheetShowsTheFactsAndWhatWasTypedSoFar() {
    var sheet =
        tasks.sheet(
            eva, key, Map.of("decision", List.of("discard"), "reply", List.of("Half a thou")));

    assertThat(sheet.task().name()).isEqualTo("Review reply");
    assertThat(sheet.form().rows().stream().flatMap(List::stream).map(FormPart::id))
        .containsExactly(
            "Field_Heading",
            "Field_Question",
            "Field_Decision",
            "Field_StillOwed",
            "Field_Transcript");
    assertThat(tasks.sheet(eva, key).form().rows().stream().flatMap(List::stream))
        .filteredOn(part -> part.key().equals("reply"))
        .singleElement()
        .satisfies(part -> assertThat(part.value()).startsWith("A colleague will tell you"));
  }

  @Test
  void whatTheFormDoesNotTakeChangesNothing() {
    var refused =
        refusal(
            () ->
                tasks.complete(
                    eva, key, Map.of("decision", List.of("approve"), "reply", List.of(" "))));

    assertThat(refused.reason()).isEqualTo(Reason.INVALID);
    assertThat(refused.form().rows().stream().flatMap(List::stream))
        .filteredOn(part -> part.problem() != null)
        .extracting(FormPart::key, FormPart::problem)
        .containsExactly(tuple("reply", "This is needed"));
    assertThat(engine.fate(task.key()).orElseThrow().assignee()).isNull();
  }

  @Test
  void whatAColleagueHasIsTheirs() {
    tasks.claim(eva, key);

    assertThat(refusal(() -> tasks.claim(peter, key)))
        .satisfies(refused(Reason.TAKEN, "Eva Stern"));
    assertThat(refusal(() -> tasks.complete(peter, key, Map.of())))
        .satisfies(refused(Reason.TAKEN, "Eva Stern"));
    assertThat(refusal(() -> tasks.release(peter, key)))
        .satisfies(refused(Reason.TAKEN, "Eva Stern"));
    assertThat(tasks.open(peter, new TaskFilter(Whose.NOBODY, null, null))).isEmpty();
    assertThat(tasks.open(eva, new TaskFilter(Whose.MINE, StaffGroup.CONCIERGE, REVIEW)))
        .hasSize(1);

    tasks.release(eva, key);
    tasks.claim(peter, key);

    assertThat(engine.fate(task.key()).orElseThrow().assignee()).isEqualTo("peter");
  }

  @Test
  void aSupervisorFreesWhatSomebodyLeftLying() {
    tasks.claim(eva, key);
    var owner = person(agency, "olivia", StaffGroup.values());

    tasks.release(owner, key);
    tasks.complete(owner, key, Map.of());

    assertThat(engine.fate(task.key()).orElseThrow().assignee()).isEqualTo("olivia");
  }

  @Test
  void whoeverIsFasterInTasklistHasIt() {
    engine.assigned(task.key(), "peter");

    assertThat(refusal(() -> tasks.complete(eva, key, Map.of())))
        .satisfies(refused(Reason.TAKEN, "Peter Falk"));
    assertThat(tasks.open(eva, TaskFilter.ALL))
        .extracting(StaffTask::holder)
        .containsExactly(new StaffTask.Holder("peter", "Peter Falk"));
  }

  @Test
  void whoeverIsFasterInTasklistIsNamedToTheOther() {
    engine.completed(task.processInstance(), REVIEW, task.key(), "peter");

    assertThat(refusal(() -> tasks.complete(eva, key, Map.of())))
        .satisfies(refused(Reason.DONE, "Peter Falk"));
    assertThat(refusal(() -> tasks.sheet(eva, key))).satisfies(refused(Reason.DONE, "Peter Falk"));
  }

  @Test
  void whatIsNotKnownYetOfTasklistIsRefusedWithoutAName() {
    engine.isLate(true);
    engine.completed(task.processInstance(), REVIEW, task.key(), "peter");

    assertThat(refusal(() -> tasks.complete(eva, key, Map.of())))
        .satisfies(refused(Reason.OUTDATED, null));
  }

  @Test
  void whatTheCaseWentOnWithoutIsOutdated() {
    engine.cancelled(task.key());

    assertThat(refusal(() -> tasks.complete(eva, key, Map.of())))
        .satisfies(refused(Reason.OUTDATED, null));
    assertThat(tasks.open(eva, TaskFilter.ALL)).isEmpty();
  }

  @Test
  void whileTheEngineIsAwayNothingIsDoneAndNobodyHasTheTask() {
    engine.isAway(true);

    assertThat(refusal(() -> tasks.complete(eva, key, Map.of())))
        .satisfies(refused(Reason.ENGINE_AWAY, null));

    engine.isAway(false);
    tasks.complete(peter, key, Map.of());
    assertThat(engine.fate(task.key()).orElseThrow().assignee()).isEqualTo("peter");
  }

  @Test
  void ofTwoWhoCompleteAtOnceOneWinsAndTheOtherLearnsWho() throws Exception {
    try (var both = Executors.newFixedThreadPool(2)) {
      var results =
          both.invokeAll(
              List.<Callable<TaskPerson>>of(() -> completes(eva), () -> completes(peter)));

      var won = results.stream().filter(result -> failure(result::get) == null).toList();
      assertThat(won).hasSize(1);
      var winner = won.getFirst().get();
      var lost =
          results.stream()
              .map(result -> failure(result::get))
              .filter(TaskRefused.class::isInstance)
              .map(TaskRefused.class::cast)
              .toList();
      assertThat(lost)
          .singleElement()
          .satisfies(
              refused -> {
                assertThat(refused.reason()).isIn(Reason.TAKEN, Reason.DONE);
                assertThat(refused.by()).isEqualTo(winner.equals(eva) ? "Eva Stern" : "Peter Falk");
              });
      assertThat(engine.fate(task.key()).orElseThrow().assignee()).isEqualTo(winner.username());
    }
  }

  @Test
  void whatIsOfferedToOthersIsNotForEverybody() {
    var approver = person(agency, "arthur", StaffGroup.APPROVER);

    assertThat(refusal(() -> tasks.sheet(approver, key)))
        .satisfies(refused(Reason.NOT_YOURS, null));
    assertThat(refusal(() -> tasks.complete(approver, key, Map.of())))
        .satisfies(refused(Reason.NOT_YOURS, null));
  }

  @Test
  void aTaskOfAnotherAgencyIsNone() {
    var stranger = person(given.agency(), "eva", StaffGroup.values());

    assertThatThrownBy(() -> tasks.sheet(stranger, key)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> tasks.claim(stranger, key)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> tasks.release(stranger, key))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> tasks.complete(stranger, key, Map.of()))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(tasks.ofConversation(stranger, conversation)).isEmpty();
    assertThat(tasks.ofConversation(eva, conversation)).hasSize(1);
  }

  private TaskPerson completes(TaskPerson person) {
    tasks.complete(person, key, Map.of());
    return person;
  }

  private static @Nullable Throwable failure(Callable<?> call) {
    try {
      call.call();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (Exception e) {
      return e;
    }
  }

  private static TaskRefused refusal(ThrowingCallable call) {
    return catchThrowableOfType(TaskRefused.class, call);
  }

  private static Consumer<TaskRefused> refused(Reason reason, @Nullable String by) {
    return refused -> {
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused.by()).isEqualTo(by);
    };
  }

  private void staff(String username, String name) {
    jdbc.sql(
            "insert into staff (id, agency_id, username, name, role) values (gen_random_uuid(), ?, ?, ?, 'CONCIERGE')")
        .params(agency.value(), username, name)
        .update();
  }
}
