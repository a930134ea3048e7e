package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.springframework.beans.factory.annotation.Autowired;

/** What the decisions of the price say; the process itself runs with that of the booking. */
@ProcessTest
class PricingProcessTests {
  @Autowired CamundaClient client;

  /** Dynamic tests share one engine: none of them leaves anything in it. */
  @TestFactory
  Stream<DynamicTest> surchargesAreTheRowsThatFitInTheirOrder() {
    return rows(
        """
        model,hour,3,tuesday,0,400,2,
        model,hour,3,saturday,0,400,2,Weekend=15
        model,hour,3,sunday,0,400,2,Weekend=15
        yacht,hour,6,saturday,0,400,2,
        villa,day,48,sunday,16,400,2,
        model,hour,6,friday,4,400,2,Night=20
        model,hour,6,friday,3.99,400,2,
        private chef,event,6,friday,4,400,2,Night=20
        model,day,24,friday,8,400,2,
        chauffeur,hour,3,tuesday,0,47.99,2,Short notice=25
        chauffeur,hour,3,tuesday,0,48,2,
        yacht,hour,6,tuesday,0,400,11,More than ten guests=10
        yacht,hour,6,tuesday,0,400,10,
        model,hour,6,tuesday,0,400,11,
        villa,day,168,tuesday,0,400,2,Long stay=-10
        villa,day,167,tuesday,0,400,2,
        private chef,event,6,sunday,4,10,20,Weekend=15;Night=20;Short notice=25;More than ten guests=10
        estate,,6,tuesday,0,400,,
        """,
        row ->
            assertThat(
                    decide(
                        "pricing",
                        row[0],
                        row[1].isEmpty() ? null : row[1],
                        Double.parseDouble(row[2]),
                        row[3],
                        Double.parseDouble(row[4]),
                        Double.parseDouble(row[5]),
                        row[6].isEmpty() ? null : Integer.valueOf(row[6])))
                .isEqualTo(lines(row[7])));
  }

  @TestFactory
  Stream<DynamicTest> depositIsTheFirstRowThatFits() {
    return rows(
        """
        yacht,400,50
        villa,72,50
        villa,71.99,100
        model,400,30
        model,10,100
        """,
        row ->
            assertThat(
                    decide(
                        "deposit", row[0], "hour", 3, "tuesday", 0, Double.parseDouble(row[1]), 2))
                .isEqualTo(row[2]));
  }

  private static Stream<DynamicTest> rows(String table, ThrowingConsumer<String[]> test) {
    return table
        .lines()
        .map(line -> DynamicTest.dynamicTest(line, () -> test.accept(line.split(",", -1))));
  }

  private static String lines(String rows) {
    return rows.isEmpty()
        ? "null"
        : Arrays.stream(rows.split(";"))
            .map(row -> row.split("="))
            .map(row -> "{\"line\":\"%s\",\"percent\":%s}".formatted(row[0], row[1]))
            .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void depositIsKnownForAPriceOnRequestToo() {
    assertThat(decide("deposit", "estate", null, 3, "tuesday", 0, 400, null)).isEqualTo("30");
  }

  private String decide(
      String decision,
      String service,
      @Nullable String rateKind,
      double hours,
      String weekday,
      double nightHours,
      double leadHours,
      @Nullable Integer guests) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("service", service);
    facts.put("rateKind", rateKind);
    facts.put("hours", hours);
    facts.put("weekday", weekday);
    facts.put("nightHours", nightHours);
    facts.put("leadHours", leadHours);
    facts.put("guests", guests);
    return client
        .newEvaluateDecisionCommand()
        .decisionId(decision)
        .variables(facts)
        .send()
        .join()
        .getDecisionOutput();
  }
}
