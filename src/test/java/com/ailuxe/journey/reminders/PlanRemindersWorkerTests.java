package com.ailuxe.journey.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.reminders.PlanRemindersWorker.Due;
import com.ailuxe.journey.reminders.PlanRemindersWorker.Plan;
import com.ailuxe.journey.reminders.PlanRemindersWorker.Quiet;
import com.ailuxe.journey.reminders.PlanRemindersWorker.Rule;
import com.ailuxe.reminder.PlannedReminder;
import com.ailuxe.reminder.QuietHours;
import com.ailuxe.reminder.QuietHours.Move;
import com.ailuxe.reminder.ReminderId;
import com.ailuxe.reminder.ReminderRule;
import com.ailuxe.reminder.ReminderRule.Until;
import com.ailuxe.reminder.Reminders;
import com.ailuxe.shared.BookingId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRemindersWorkerTests {
  private static final String BOOKING = "8a1f7d0c-3a0e-4d0b-9b6e-1f2d3c4b5a11";
  private static final Rule TWO_DAYS = new Rule("48h", "PT48H", "reminder-48h", "day");

  private final Reminders reminders = mock();
  private final PlanRemindersWorker worker = new PlanRemindersWorker(reminders);

  @Test
  void rowsOfTheDecisionsBecomeThePlan() {
    var planned = new PlannedReminder(ReminderId.random(), Instant.parse("2026-12-01T09:00:00Z"));
    when(reminders.plan(
            BookingId.parse(BOOKING),
            List.of(
                new ReminderRule("48h", Duration.ofHours(48), "reminder-48h", Until.DAY),
                new ReminderRule("1h", Duration.ofHours(1), "reminder-1h", Until.EVENT)),
            List.of(
                new QuietHours("48h", LocalTime.of(22, 0), LocalTime.MIDNIGHT, Move.EARLIER),
                new QuietHours("48h", LocalTime.MIDNIGHT, LocalTime.of(8, 0), Move.LATER))))
        .thenReturn(List.of(planned));

    var answer =
        worker.handle(
            new Plan(
                BOOKING,
                List.of(TWO_DAYS, new Rule("1h", "PT1H", "reminder-1h", "event")),
                List.of(
                    new Quiet("48h", "22:00", "00:00", "earlier"),
                    new Quiet("48h", "00:00", "08:00", "later"))));

    assertThat(answer.reminders())
        .containsExactly(new Due(planned.id().toString(), "2026-12-01T09:00:00Z"));
  }

  @Test
  void decisionsWithoutRowsMakeAnEmptyPlan() {
    worker.handle(new Plan(BOOKING, null, null));

    verify(reminders).plan(BookingId.parse(BOOKING), List.of(), List.of());
  }

  @Test
  void wordThatNoDecisionMaySayIsRefused() {
    var plan =
        new Plan(
            BOOKING, List.of(TWO_DAYS), List.of(new Quiet("48h", "22:00", "08:00", "sideways")));

    assertThatThrownBy(() -> worker.handle(plan))
        .isInstanceOf(JobFailed.class)
        .hasMessageContainingAll("quiet-hours.dmn", "SIDEWAYS");
  }
}
