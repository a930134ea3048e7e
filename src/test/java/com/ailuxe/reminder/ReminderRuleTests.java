package com.ailuxe.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.reminder.ReminderRule.Until;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderRuleTests {

  @ParameterizedTest
  @CsvSource({
    "DAY, Europe/Paris, 2026-12-05T18:00:00Z, 2026-12-06T18:00:00Z, 2026-12-05T23:00:00Z",
    "DAY, America/New_York, 2026-12-05T18:00:00Z, 2026-12-06T18:00:00Z, 2026-12-06T05:00:00Z",
    "DAY, Europe/Paris, 2026-10-25T06:00:00Z, 2026-10-26T06:00:00Z, 2026-10-25T23:00:00Z",
    "DAY, Europe/Paris, 2026-12-05T18:00:00Z, 2026-12-05T20:00:00Z, 2026-12-05T20:00:00Z",
    "EVENT, Europe/Paris, 2026-12-05T22:30:00Z, 2026-12-05T23:30:00Z, 2026-12-05T23:30:00Z",
  })
  void wordsAreTrueToTheEndOfTheirDayAtTheContactOrToTheEvent(
      Until until, ZoneId contact, Instant due, Instant event, Instant expected) {
    var rule = new ReminderRule("any", Duration.ofHours(24), "reminder", until);

    assertThat(rule.usefulUntil(due, contact, event)).isEqualTo(expected);
  }

  @Test
  void ruleIsForATimeBeforeTheEvent() {
    assertThatThrownBy(() -> new ReminderRule("0h", Duration.ZERO, "reminder", Until.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReminderRule("late", Duration.ofHours(-1), "reminder", Until.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReminderRule(" ", Duration.ofHours(1), "reminder", Until.DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
