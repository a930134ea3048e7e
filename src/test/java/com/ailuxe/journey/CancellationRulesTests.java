package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a cancellation as they stand in {@code bpmn/}. */
class CancellationRulesTests {
  private static final Pattern ENTRY = Pattern.compile("<text>\"([^\"]*)\"</text>");
  private final ModelDecisions decisions = new ModelDecisions();

  @ParameterizedTest
  @CsvSource({
    "contact,true,200,0",
    "contact,true,36.000001,0",
    "contact,true,36,50",
    "contact,true,17,50",
    "contact,true,0.1,50",
    "contact,true,0,100",
    "contact,true,-3,100",
    "contact,false,17,0",
    "contact,false,-1,0",
    "talent,true,1,0",
    "agency,true,1,0"
  })
  void feeFollowsFromWhoCallsOffAndWhen(
      String by, boolean agreed, BigDecimal noticeHours, int percent) {
    var facts =
        Map.<String, Object>of(
            "cancelledBy",
            by,
            "agreed",
            agreed,
            "noticeHours",
            noticeHours,
            "freeHours",
            36,
            "latePercent",
            50,
            "noShowPercent",
            100);

    var answer = decisions.ask(Decisions.CANCELLATION, facts);

    assertThat(answer).containsEntry("feePercent", percent);
    assertThat(answer.get("reason")).asString().isNotBlank();
  }

  /** It does so also at its latest, when quiet hours move it to the morning. */
  @Test
  void firstReminderComesBeforeFreeCancellationEnds() throws IOException {
    var terms = decisions.ask(Decisions.CANCELLATION_TERMS, Map.of("service", "yacht"));
    var free =
        Duration.ofHours(((Number) Objects.requireNonNull(terms.get("freeHours"))).longValue());
    var plan = entries("bpmn/reminder-plan.dmn");
    var quiet = entries("bpmn/quiet-hours.dmn");
    var latest = Duration.ZERO;
    for (var at = 0; at + 3 < quiet.length; at += 4) {
      if (quiet[at].equals(plan[0]) && quiet[at + 3].equals("later")) {
        var length =
            Duration.between(LocalTime.parse(quiet[at + 1]), LocalTime.parse(quiet[at + 2]));
        latest = length.compareTo(latest) > 0 ? length : latest;
      }
    }

    assertThat(Duration.parse(plan[1]).minus(latest)).isGreaterThan(free);
  }

  private static String[] entries(String model) throws IOException {
    return ENTRY
        .matcher(
            Files.readString(Path.of(model)).replaceAll("(?s)<outputValues.*?</outputValues>", ""))
        .results()
        .map(found -> found.group(1))
        .toArray(String[]::new);
  }
}
