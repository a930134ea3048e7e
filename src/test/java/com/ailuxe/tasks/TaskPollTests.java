package com.ailuxe.tasks;

import static com.ailuxe.tasks.GivenTasks.REVIEW;
import static com.ailuxe.tasks.GivenTasks.concierge;
import static com.ailuxe.tasks.GivenTasks.json;
import static com.ailuxe.tasks.GivenTasks.person;
import static com.ailuxe.tasks.GivenTasks.review;
import static com.ailuxe.tasks.GivenTasks.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.replicas.News;
import com.ailuxe.replicas.Replica;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.tasks.StaffTask.Holder;
import com.ailuxe.tasks.TaskEngine.OpenTask;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is kept of the engine's tasks is what the engine has, a moment later. */
@WorkersTest
class TaskPollTests {
  @Autowired Given given;
  @Autowired FakeUserTasks engine;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TaskReading reading;
  @Autowired StaffTasks tasks;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private final Replica replica = mock(Replica.class);
  private final News news = mock(News.class);
  private AgencyId agency;
  private ConversationId conversation;
  private TaskPoll poll;

  @BeforeEach
  void anAgencyWithAConversation() {
    clock.reset();
    engine.clear();
    GivenTasks.deployed(engine, "review-reply");
    when(replica.holds(any())).thenReturn(true);
    agency = given.agency();
    conversation = given.conversation(agency, given.contact(agency));
    poll = poll(Duration.ZERO);
    poll.poll();
    clearInvocations(news);
  }

  @Test
  void aNewTaskSaysWhoWhatWhySinceWhenAndUntilWhen() {
    var task = review(conversation);
    engine.open(task, variables(conversation));

    poll.poll();

    assertThat(open())
        .containsExactly(
            new StaffTask(
                new TaskKey(task.key()),
                REVIEW,
                "Review reply",
                "Ada Private",
                "The agency's rules ask for a look at this draft",
                TestClock.START.minusSeconds(60),
                TestClock.START.plusSeconds(900),
                List.of("concierge"),
                null,
                conversation,
                null));
    verify(news).changed("task", agency, conversation);
  }

  @Test
  void aTaskOfABookingIsOfTheAgencyOfTheBooking() {
    given.talent(agency, "Aurora", "yacht");
    var booking = given.held(agency, "Aurora", "2026-12-05T10:00", "2026-12-05T20:00");
    GivenTasks.deployed(engine, "enter-legal-name");
    var task = task("Task_EnterLegalName", "enter-legal-name/1");
    engine.open(task, json(Map.of("bookingId", booking.toString(), "reference", "BK-2026-0007")));

    poll.poll();

    assertThat(tasks.ofBooking(concierge(agency, "eva"), booking))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.contact()).isEqualTo("Ada Private");
              assertThat(found.why()).isEqualTo("BK-2026-0007 needs a legal name");
              assertThat(found.conversation()).isNotNull();
            });
  }

  @Test
  void aTaskIsSeenByThoseOfItsAgencyToWhomItIsOffered() {
    var task = review(conversation);
    engine.open(task, variables(conversation));

    poll.poll();

    assertThat(tasks.open(concierge(given.agency(), "eva"), TaskFilter.ALL)).isEmpty();
    assertThat(tasks.open(person(agency, "eva", StaffGroup.APPROVER), TaskFilter.ALL)).isEmpty();
    assertThat(tasks.open(person(agency, "eva", StaffGroup.values()), TaskFilter.ALL)).hasSize(1);
    assertThat(tasks.count(concierge(agency, "eva"))).isEqualTo(1);
  }

  @Test
  void aTaskThatIsAboutNobodyIsOfTheAgencyThatItNames() {
    var anybodys = task("Task_FillInBooking", null);
    engine.open(anybodys, Map.of());
    var named = task("Task_FileRequest", null);
    engine.open(named, json(Map.of("agency", agency.toString())));

    poll.poll();

    assertThat(open()).extracting(StaffTask::key).containsExactly(new TaskKey(named.key()));
    assertThat(open()).extracting(StaffTask::contact).containsOnlyNulls();
  }

  @Test
  void anotherAssigneeAndAnotherGroupAreKept() {
    var task = review(conversation);
    engine.open(task, variables(conversation));
    poll.poll();
    staff("eva", "Eva Stern");

    engine.assigned(task.key(), "eva");
    poll.poll();

    assertThat(open())
        .extracting(StaffTask::holder)
        .containsExactly(new Holder("eva", "Eva Stern"));

    engine.assigned(task.key(), null);
    poll.poll();

    assertThat(open()).extracting(StaffTask::holder).containsOnlyNulls();
    verify(news, times(3)).changed("task", agency, conversation);
  }

  @Test
  void whatNothingChangedAboutCostsNoQuestionAndNoNews() {
    engine.open(review(conversation), variables(conversation));
    poll.poll();
    var asked = engine.questions();
    clearInvocations(news);

    poll.poll();
    poll.poll();

    assertThat(engine.questions()).isEqualTo(asked + 2);
    assertThat(engine.variablesRead()).isEqualTo(1);
    verifyNoInteractions(news);
  }

  @Test
  void aTaskThatIsDoneInTasklistIsClosedUnderItsName() {
    staff("eva", "Eva Stern");
    var task = review(conversation);
    engine.open(task, variables(conversation));
    poll.poll();

    engine.completed(task.processInstance(), REVIEW, task.key(), "eva");
    poll.poll();

    assertThat(open()).isEmpty();
    assertThat(row(task)).containsExactly("COMPLETED", "eva", "");
    verify(news, times(2)).changed("task", agency, conversation);
  }

  @Test
  void aTaskThatTheCaseWentOnWithoutIsClosed() {
    var withdrawn = review(conversation);
    var forgotten = review(conversation);
    engine.open(withdrawn, variables(conversation));
    engine.open(forgotten, variables(conversation));
    poll.poll();

    engine.cancelled(withdrawn.key());
    engine.forgets(forgotten.key());
    poll.poll();

    assertThat(open()).isEmpty();
    assertThat(row(withdrawn)).containsExactly("CANCELLED", "", "");
    assertThat(row(forgotten)).containsExactly("CANCELLED", "", "");
  }

  @Test
  void whatIsClosedStaysClosedWhileTheEngineStillListsIt() {
    var task = review(conversation);
    engine.open(task, variables(conversation));
    poll.poll();
    engine.isLate(true);

    tasks.complete(concierge(agency, "eva"), new TaskKey(task.key()), Map.of());
    poll.poll();

    assertThat(open()).isEmpty();
  }

  @Test
  void whoClaimedATaskHereKeepsItWhileTheEngineStillListsItAsNobodys() {
    var task = review(conversation);
    engine.open(task, variables(conversation));
    poll.poll();
    engine.isLate(true);

    tasks.claim(concierge(agency, "eva"), new TaskKey(task.key()));
    poll.poll();

    assertThat(open()).extracting(StaffTask::holder).containsExactly(new Holder("eva", "eva"));
  }

  @Test
  void whatIsListedBeforeItsVariablesAreIsReadAgainUntilTheyAreThere() {
    var task = review(conversation);
    var all = variables(conversation);
    var early = new HashMap<>(all);
    early.keySet().retainAll(List.of("conversationId", "contactName"));
    engine.open(task, early);
    poll.poll();
    assertThat(open()).extracting(StaffTask::why).containsExactly("");

    engine.adds(task.key(), all);
    timePasses();
    poll.poll();

    assertThat(open())
        .extracting(StaffTask::why)
        .containsExactly("The agency's rules ask for a look at this draft");
    clock.advance(Duration.ofMinutes(1));
    timePasses();
    poll.poll();
    timePasses();
    poll.poll();
    assertThat(engine.variablesRead()).isEqualTo(3);
  }

  @Test
  void whileTheEngineIsAwayItIsAskedLessAndLessAndTheTasksStay() {
    engine.open(review(conversation), variables(conversation));
    poll.poll();
    poll = poll(Duration.ofHours(1));
    engine.isAway(true);
    var asked = engine.questions();

    poll.poll();
    poll.poll();

    assertThat(engine.questions()).isEqualTo(asked + 1);
    assertThat(tasks.engineAwaySince()).isPresent();
    assertThat(open()).hasSize(1);

    engine.isAway(false);
    poll(Duration.ZERO).poll();

    assertThat(tasks.engineAwaySince()).isEmpty();
  }

  @Test
  void aTaskThatCannotBeReadHoldsNoOtherOneBack() {
    var broken = task("Task_OfSomebody", "broken/1");
    engine.has("broken/1", "no schema");
    engine.open(broken, variables(conversation));
    engine.open(review(conversation), variables(conversation));

    poll.poll();

    assertThat(open()).extracting(StaffTask::taskId).containsExactly(REVIEW);
    assertThat(tasks.engineAwaySince()).isEmpty();
  }

  @Test
  void aReplicaWithoutTheDutyAsksNothing() {
    when(replica.holds(any())).thenReturn(false);
    var asked = engine.questions();

    poll.poll();

    assertThat(engine.questions()).isEqualTo(asked);
  }

  @Test
  void theReplicaThatTakesOverAnnouncesNothingTwice() {
    engine.open(review(conversation), variables(conversation));
    poll.poll();
    clearInvocations(news);

    poll(Duration.ZERO).poll();

    assertThat(open()).hasSize(1);
    verifyNoInteractions(news);
  }

  /** A poll of a replica, which waits for no more than this while the engine is away. */
  private TaskPoll poll(Duration longestPause) {
    return new TaskPoll(
        engine,
        new UserTaskRows(jdbc, transactions, news),
        reading,
        replica,
        new StaffTaskProperties(Duration.ofSeconds(1), longestPause, null),
        clock);
  }

  private static OpenTask task(String taskId, @Nullable String form) {
    return new OpenTask(
        Jobs.key(),
        Jobs.key(),
        taskId,
        taskId,
        form,
        List.of("concierge"),
        null,
        TestClock.START,
        null);
  }

  private List<StaffTask> open() {
    return tasks.open(concierge(agency, "eva"), TaskFilter.ALL);
  }

  /** What is due to be read again is due now. */
  private void timePasses() {
    jdbc.sql("update user_task set read_again_at = now() where read_again_at is not null").update();
  }

  private List<String> row(OpenTask task) {
    return jdbc.sql(
            """
            select state, coalesce(completed_by, ''), coalesce(variables, '')
            from user_task where key = ?""")
        .param(task.key())
        .query((row, index) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .single();
  }

  private void staff(String username, String name) {
    jdbc.sql(
            "insert into staff (id, agency_id, username, name, role) values (gen_random_uuid(), ?, ?, ?, 'CONCIERGE')")
        .params(agency.value(), username, name)
        .update();
  }
}
