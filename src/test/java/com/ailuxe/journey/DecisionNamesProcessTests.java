package com.ailuxe.journey;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.tasks.StaffTasks;
import com.ailuxe.tasks.TaskPerson;
import com.ailuxe.tasks.TaskRefused;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** People complete tasks of a real engine, and their names come to what they decided. */
@Tag("engine")
@ResourceLock("engine")
@WithPostgres
@CamundaSpringProcessTest
@SpringBootTest(
    classes = {WorkersTest.Workers.class, DecisionNamesProcessTests.Engine.class},
    webEnvironment = WebEnvironment.NONE,
    properties = {
      DemoAgency.IN_DATABASE,
      "camel.main.routes-include-pattern=false",
      "ailuxe.journey.tasks.ask-every=PT0.2S",
      "ailuxe.tasks.poll-every=PT0.2S",
      "ailuxe.journey.review=ALWAYS"
    })
class DecisionNamesProcessTests {
  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ComponentScan(
      basePackages = "com.ailuxe.journey",
      useDefaultFilters = false,
      includeFilters =
          @Filter(
              type = FilterType.REGEX,
              pattern =
                  "com\\.ailuxe\\.journey\\.(FailedJobs|UserTasksByVersion|ProcessTest\\$Path)"))
  static class Engine {}

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;
  @Autowired Given given;
  @Autowired Bookings bookings;
  @Autowired Inbox inbox;
  @Autowired StaffTasks tasks;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void now() {
    clock.reset();
  }

  @Test
  void whoTakesOverInTheReviewHasTheAnswerByHandAndStandsUnderBoth() {
    var conversation = says("May I bring my dog?");
    done("Task_ReviewReply", "demo", Map.of("decision", "take-over"));

    created("Task_AnswerByHand");
    assertThat(byElementId("Task_AnswerByHand")).hasAssignee("demo").hasCandidateGroup("concierge");
    awaitAudit("conversation", conversation, "Camille Laurent conversation.taken-over");
    assertThat(
            jdbc.sql("select handler_name from conversation where id = ?")
                .param(conversation)
                .query(String.class)
                .single())
        .isEqualTo("Camille Laurent");

    done(
        "Task_AnswerByHand",
        "kc-4711",
        Map.of("decision", "send", "reply", "Of course.", "handBack", true));

    awaitAudit("turn", turnOf(conversation), "kc-4711 turn.answered-by-hand");
    awaitAudit(
        "conversation",
        conversation,
        "Camille Laurent conversation.taken-over",
        "kc-4711 conversation.handed-back");
  }

  @Test
  void nobodyIsGivenTheTaskOfATurnThatNobodyTookOver() {
    says("May I bring my dog?");
    done("Task_ReviewReply", "demo", Map.of("decision", "discard"));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select actor from audit where action = 'turn.discarded'")
                            .query(String.class)
                            .list())
                    .containsOnly("Camille Laurent")
                    .isNotEmpty());
  }

  @Test
  void twoRoundsOfAnApprovalHaveTwoNames() {
    var agency = given.agency();
    given.talent(agency, "Aurelia", "Yacht");
    var booking = given.inquiry(agency, "Aurelia", "2026-12-22T14:00", "2026-12-22T20:00");
    requested(booking);
    var instance = done("Task_ApproveBooking", "olivia", Map.of("approved", true, "price", "1"));
    done("Task_ApproveBooking", "peter", Map.of("approved", false, "note", "no crew"));

    awaitAudit("booking", booking.value(), "peter booking.declined");
    assertThat(
            jdbc.sql("select decided_by from booking where id = ?")
                .param(booking.value())
                .query(String.class)
                .single())
        .isEqualTo("peter");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select name from decision
                                where process_instance = ? order by carried_out_in""")
                            .param(instance)
                            .query(String.class)
                            .list())
                    .containsExactly("olivia", "peter"));
  }

  @Test
  void whoeverDoesATaskInTheConsoleStandsUnderTheDecisionAndTheOtherLearnsIt() {
    var conversation = says("May I bring my dog?");
    var camille = new TaskPerson(DemoAgency.ID, "demo", Set.of(StaffGroup.CONCIERGE));
    var peter = new TaskPerson(DemoAgency.ID, "peter", Set.of(StaffGroup.CONCIERGE));
    var id = new ConversationId(conversation);
    await().atMost(Duration.ofSeconds(60)).until(() -> !tasks.ofConversation(peter, id).isEmpty());
    var task = tasks.ofConversation(peter, id).getFirst();
    assertThat(task.name()).isEqualTo("Review reply");
    assertThat(task.groups()).containsExactly("concierge");
    assertThat(task.why()).isNotEmpty();
    assertThat(tasks.sheet(peter, task.key()).form().rows().toString())
        .contains("May I bring my dog?");

    tasks.claim(peter, task.key());
    tasks.release(peter, task.key());
    tasks.complete(
        camille,
        task.key(),
        Map.of("decision", List.of("approve"), "reply", List.of("Dogs are welcome.")));

    assertThatThrownBy(() -> tasks.complete(peter, task.key(), Map.of()))
        .isInstanceOfSatisfying(
            TaskRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(TaskRefused.Reason.DONE);
              assertThat(refused.by()).isEqualTo("Camille Laurent");
            });
    awaitAudit("turn", turnOf(conversation), "Camille Laurent turn.approved");
    assertThat(
            jdbc.sql("select text from message where turn_id = ? and direction = 'OUTBOUND'")
                .param(turnOf(conversation))
                .query(String.class)
                .list())
        .anySatisfy(text -> assertThat(text).contains("Dogs are welcome."));
  }

  @Test
  void aTaskThatIsCompletedWithoutAnAssigneeSaysSo() {
    var agency = given.agency();
    given.talent(agency, "Aurelia", "Yacht");
    var booking = given.inquiry(agency, "Aurelia", "2026-12-22T14:00", "2026-12-22T20:00");
    requested(booking);
    created("Task_ApproveBooking");

    context.completeUserTask("Task_ApproveBooking", Map.of("approved", false));

    awaitAudit("booking", booking.value(), "staff (the engine does not tell who) booking.declined");
  }

  private UUID says(String text) {
    var ada = BookingChat.newIdentity();
    inbox.accept(
        List.of(
            BookingChat.received(
                ada, new Content(MessageType.TEXT, text, null, null), clock.instant())));
    var conversation =
        jdbc.sql("select id from conversation where recipient_value = ?")
            .param(ada.value())
            .query(UUID.class)
            .single();
    tell(
        "conversation.message-received",
        conversation,
        Map.of(
            "conversationId", conversation.toString(), "quietTime", "PT0S", "settleCap", "PT1S"));
    return conversation;
  }

  private void requested(BookingId booking) {
    tell(
        "booking.requested",
        booking.value(),
        Map.of(
            "bookingId",
            booking.toString(),
            "conversationId",
            bookings.facts(booking).conversation().value().toString(),
            "detailsComplete",
            true));
  }

  private void tell(String fact, UUID key, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(fact)
        .correlationKey(key.toString())
        .timeToLive(Duration.ofDays(1))
        .variables(variables)
        .send()
        .join();
  }

  /**
   * Completes a task as Tasklist does: assigned to the person, then completed.
   *
   * @return the process instance
   */
  private long done(String elementId, String person, Map<String, Object> answers) {
    var task = created(elementId);
    client.newAssignUserTaskCommand(task.getUserTaskKey()).assignee(person).send().join();
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(answers).send().join();
    return task.getProcessInstanceKey();
  }

  private UserTask created(String elementId) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                tasks(elementId).stream()
                    .filter(found -> found.getState() == UserTaskState.CREATED)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<UserTask> tasks(String elementId) {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.elementId(elementId))
        .send()
        .join()
        .items();
  }

  private UUID turnOf(UUID conversation) {
    return jdbc.sql("select id from turn where conversation_id = ?")
        .param(conversation)
        .query(UUID.class)
        .single();
  }

  private void awaitAudit(String type, UUID id, String... entries) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select actor || ' ' || action from audit
                                where subject_type = ? and subject_id = ? order by id""")
                            .params(type, id)
                            .query(String.class)
                            .list())
                    .containsExactly(entries));
  }
}
