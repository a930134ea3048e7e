package com.ailuxe.journey.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.booking.Occupied;
import com.ailuxe.shared.EventTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictLinesTests {
  private static final EventTime START = at("2026-12-01T10:00");
  private static final EventTime END = at("2026-12-01T13:00");

  @ParameterizedTest
  @CsvSource({
    "06:00, 08:01, ends 1 h 59 min before",
    "06:00, 10:00, ends right before",
    "07:00, 09:45, ends 15 min before",
    "09:00, 10:01, overlaps",
    "10:00, 13:00, overlaps",
    "13:00, 15:00, starts right after",
    "14:00, 15:00, starts 1 h after",
  })
  void eachSaysHowItIsInTheWay(String from, String to, String relation) {
    var other = taken(from, to, true);

    assertThat(ConflictLines.of(List.of(other), START, END))
        .isEqualTo(
            "BK-2026-0001, confirmed, Tuesday 1 December 2026, %s – %s (Paris time): %s"
                .formatted(from, to, relation));
  }

  @Test
  void eachStandsOnALineOfItsOwn() {
    assertThat(
            ConflictLines.of(
                List.of(taken("06:00", "09:00", true), taken("12:00", "14:00", false)), START, END))
        .hasLineCount(2)
        .contains(", held, ");
    assertThat(ConflictLines.of(List.of(), START, END)).isEmpty();
    assertThat(ConflictLines.of(List.of(), null, null)).isEmpty();
  }

  private static Occupied taken(String from, String to, boolean confirmed) {
    return new Occupied(
        "BK-2026-0001", at("2026-12-01T" + from), at("2026-12-01T" + to), confirmed);
  }

  private static EventTime at(String time) {
    return new EventTime(LocalDateTime.parse(time), ZoneId.of("Europe/Paris"));
  }
}
