package com.ailuxe.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.reminder.QuietHours.Move;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<QuietHours> NIGHT =
      List.of(quiet("22:00", "00:00", Move.EARLIER), quiet("00:00", "08:00", Move.LATER));
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant FAR_AWAY = Instant.parse("2028-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-12-05T21:59:59, 2026-12-05T21:59:59",
    "2026-12-05T22:00:00, 2026-12-05T22:00:00",
    "2026-12-05T22:00:01, 2026-12-05T22:00:00",
    "2026-12-05T23:59:59, 2026-12-05T22:00:00",
    "2026-12-06T00:00:00, 2026-12-06T08:00:00",
    "2026-12-06T07:59:59, 2026-12-06T08:00:00",
    "2026-12-06T08:00:00, 2026-12-06T08:00:00",
    "2026-12-06T12:00:00, 2026-12-06T12:00:00",
  })
  void beforeMidnightItMovesEarlierAndAfterMidnightLater(String due, String moved) {
    assertThat(around(due, NIGHT)).isEqualTo(wall(moved));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-05T23:00:00, LATER, 2026-12-06T08:00:00",
    "2026-12-06T02:00:00, LATER, 2026-12-06T08:00:00",
    "2026-12-05T23:00:00, EARLIER, 2026-12-05T22:00:00",
    "2026-12-06T02:00:00, EARLIER, 2026-12-05T22:00:00",
  })
  void oneRowMayHoldTheWholeNight(String due, Move move, String moved) {
    assertThat(around(due, List.of(quiet("22:00", "08:00", move)))).isEqualTo(wall(moved));
  }

  @Test
  void hoursThatFollowOnEachOtherAreLeftTogether() {
    var rules = List.of(quiet("22:00", "00:00", Move.LATER), quiet("00:00", "08:00", Move.LATER));

    assertThat(around("2026-12-05T23:00:00", rules)).isEqualTo(wall("2026-12-06T08:00:00"));
  }

  @Test
  void otherKindsAreNotMoved() {
    var due = wall("2026-12-05T23:00:00");

    assertThat(QuietHours.around(due, "1h", NIGHT, PARIS, LONG_AGO, FAR_AWAY)).isEqualTo(due);
  }

  @Test
  void whatWouldBePastMovesTheOtherWay() {
    var now = wall("2026-12-05T22:30:00");

    assertThat(QuietHours.around(wall("2026-12-05T23:00:00"), "24h", NIGHT, PARIS, now, FAR_AWAY))
        .isEqualTo(wall("2026-12-06T08:00:00"));
  }

  @Test
  void whatWouldComeAfterTheEventMovesTheOtherWay() {
    var event = wall("2026-12-06T05:00:00");

    assertThat(QuietHours.around(wall("2026-12-06T02:00:00"), "24h", NIGHT, PARIS, LONG_AGO, event))
        .isEqualTo(wall("2026-12-05T22:00:00"));
  }

  @Test
  void whatCanMoveNeitherWayStays() {
    var due = wall("2026-12-06T02:00:00");
    var now = wall("2026-12-06T01:00:00");
    var event = wall("2026-12-06T03:00:00");

    assertThat(QuietHours.around(due, "24h", NIGHT, PARIS, now, event)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, 02:30, LATER, 2027-03-28T00:10:00Z",
    "02:30, 08:00, EARLIER, 2027-03-28T01:10:00Z",
  })
  void timeThatTheClocksSkipIsReachedWhenTheyDo(String from, String until, Move move, Instant due) {
    // Paris, 28 March 2027: 02:00 becomes 03:00, which is 01:00 UTC.
    var rules = List.of(quiet(from, until, move));

    assertThat(QuietHours.around(due, "24h", rules, PARIS, LONG_AGO, FAR_AWAY))
        .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
  }

  @Test
  void endInTheHourThatTheClocksShowTwiceIsTheSecondOne() {
    // Paris, 25 October 2026: 03:00 becomes 02:00. The reminder is due at the second 02:10.
    var rules = List.of(quiet("00:00", "02:30", Move.LATER));
    var due = Instant.parse("2026-10-25T01:10:00Z");

    assertThat(QuietHours.around(due, "24h", rules, PARIS, LONG_AGO, FAR_AWAY))
        .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Test
  void theNightOfTheChangeHasItsEightOClockToo() {
    assertThat(around("2027-03-28T01:00:00", NIGHT))
        .isEqualTo(Instant.parse("2027-03-28T06:00:00Z"));
    assertThat(around("2026-10-25T01:00:00", NIGHT))
        .isEqualTo(Instant.parse("2026-10-25T07:00:00Z"));
  }

  @Test
  void quietHoursHaveAKindAndALength() {
    assertThatThrownBy(() -> quiet("08:00", "08:00", Move.LATER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("08:00");
    assertThatThrownBy(() -> new QuietHours(" ", LocalTime.MIDNIGHT, LocalTime.NOON, Move.LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant around(String due, List<QuietHours> rules) {
    return QuietHours.around(wall(due), "24h", rules, PARIS, LONG_AGO, FAR_AWAY);
  }

  private static QuietHours quiet(String from, String until, Move move) {
    return new QuietHours("24h", LocalTime.parse(from), LocalTime.parse(until), move);
  }

  private static Instant wall(String time) {
    return LocalDateTime.parse(time).atZone(PARIS).toInstant();
  }
}
