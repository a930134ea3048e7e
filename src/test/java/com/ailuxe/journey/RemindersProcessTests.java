package com.ailuxe.journey;

import static com.ailuxe.journey.JobTypes.PLAN_REMINDERS;
import static com.ailuxe.journey.JobTypes.SEND_REMINDER;
import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.mock.JobWorkerMockBuilder.JobWorkerMock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class RemindersProcessTests {
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @Test
  void planIsMadeFromTheDecisions() {
    var plan = plans();
    var reminders = start();

    assertThat(reminders).isCompleted();
    assertThat(plan.getActivatedJobs().getFirst().getVariablesAsMap())
        .containsEntry("bookingId", BOOKING)
        .containsEntry(
            "reminderPlan",
            List.of(
                rule("48h", "PT48H", "reminder-48h", "day"),
                rule("24h", "PT24H", "reminder-24h", "day"),
                rule("1h", "PT1H", "reminder-1h", "event")))
        .containsEntry(
            "quietHours",
            List.of(
                quiet("48h", "22:00", "00:00", "earlier"),
                quiet("48h", "00:00", "08:00", "later"),
                quiet("24h", "22:00", "00:00", "earlier"),
                quiet("24h", "00:00", "08:00", "later")));
  }

  @Test
  void eachReminderIsSentWhenItIsDue() {
    plans(due("two-days", 24), due("one-day", 48), due("one-hour", 71));
    var send = context.mockJobWorker(SEND_REMINDER).thenComplete();
    var reminders = start();
    assertThat(reminders).hasActiveElement("Event_ReminderDue", 3);

    context.increaseTime(Duration.ofHours(24));
    assertThat(reminders).hasCompletedElement("Task_SendReminder", 1);
    assertThat(reminders).hasActiveElement("Event_ReminderDue", 2);
    context.increaseTime(Duration.ofHours(24));
    assertThat(reminders).hasCompletedElement("Task_SendReminder", 2);
    assertThat(reminders).hasActiveElement("Event_ReminderDue", 1);
    context.increaseTime(Duration.ofHours(23));

    assertThat(reminders).isCompleted().hasCompletedElements("Event_RemindersDone");
    assertThat(send.getActivatedJobs())
        .extracting(job -> job.getVariablesAsMap().get("reminderId"))
        .containsExactly("two-days", "one-day", "one-hour");
  }

  @Test
  void bookingWithoutRemindersPassesAtOnce() {
    plans();

    assertThat(start())
        .isCompleted()
        .hasCompletedElements("Task_PlanReminders", "Event_RemindersDone")
        .hasNotActivatedElements("Event_ReminderDue", "Task_SendReminder");
  }

  @Test
  void reminderThatWasLeftOutOfThePlanIsNotSent() {
    plans(due("one-hour", 3));
    var send = context.mockJobWorker(SEND_REMINDER).thenComplete();
    var reminders = start();
    assertThat(reminders).hasActiveElement("Event_ReminderDue", 1);

    context.increaseTime(Duration.ofHours(3));

    assertThat(reminders).isCompleted().hasCompletedElement("Task_SendReminder", 1);
    assertThat(send.getInvocations()).isOne();
  }

  @Test
  void reminderThatCannotBeSentDoesNotHoldUpTheNext() {
    plans(due("one-day", 24), due("one-hour", 47));
    context
        .mockJobWorker(SEND_REMINDER)
        .withHandler(
            (jobs, job) -> {
              if ("one-day".equals(job.getVariable("reminderId"))) {
                jobs.newFailCommand(job).retries(0).errorMessage("No channel").send().join();
              } else {
                jobs.newCompleteCommand(job).send().join();
              }
            });
    var reminders = start();
    assertThat(reminders).hasActiveElement("Event_ReminderDue", 2);

    context.increaseTime(Duration.ofHours(24));
    assertThat(reminders).hasActiveIncidents().hasActiveElement("Event_ReminderDue", 1);
    context.increaseTime(Duration.ofHours(23));

    assertThat(reminders)
        .hasCompletedElement("Task_SendReminder", 1)
        .hasActiveElement("Task_SendReminder", 1)
        .hasNotActivatedElements("Event_RemindersDone");
  }

  @Test
  void aTimerWithoutADateWaitsForAnOperatorAndGoesOnOnce() {
    context
        .mockJobWorker(PLAN_REMINDERS)
        .thenComplete(Map.of("reminders", List.of(Map.of("reminderId", "one-day"))));
    var sent = context.mockJobWorker(SEND_REMINDER).thenComplete();
    var reminders = start();
    assertThat(reminders).hasActiveIncidents();
    var incident = client.newIncidentSearchRequest().send().join().singleItem();
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);

    var reminder = Map.of("reminderId", "one-day", "dueAt", context.getCurrentTime().toString());
    client
        .newSetVariablesCommand(incident.getElementInstanceKey())
        .variables(Map.of("reminder", reminder))
        .send()
        .join();
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();

    assertThat(reminders).isCompleted().hasNoActiveIncidents();
    assertThat(sent.getActivatedJobs()).hasSize(1);
  }

  private static Map<String, String> rule(
      String kind, String before, String template, String until) {
    return Map.of("kind", kind, "before", before, "template", template, "usefulUntil", until);
  }

  private static Map<String, String> quiet(String kind, String from, String until, String move) {
    return Map.of("kind", kind, "quietFrom", from, "quietUntil", until, "move", move);
  }

  private JobWorkerMock plans(Reminder... reminders) {
    return context
        .mockJobWorker(PLAN_REMINDERS)
        .thenComplete(Map.of("reminders", List.of(reminders)));
  }

  private Reminder due(String reminderId, int hours) {
    return new Reminder(
        reminderId, context.getCurrentTime().plus(hours, ChronoUnit.HOURS).toString());
  }

  /** One row of what the planner answers. */
  record Reminder(String reminderId, String dueAt) {}

  private ProcessInstanceEvent start() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("reminders")
        .latestVersion()
        .variables(Map.of("bookingId", BOOKING))
        .send()
        .join();
  }
}
