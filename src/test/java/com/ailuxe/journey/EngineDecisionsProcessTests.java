package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class EngineDecisionsProcessTests {
  @Autowired CamundaClient client;
  @Autowired JsonMapper json;

  @Test
  void engineAnswersAsTheModelSays() {
    var decisions = new EngineDecisions(client, json);
    var late =
        Map.<String, Object>of(
            "cancelledBy", "contact",
            "agreed", true,
            "noticeHours", 17,
            "freeHours", 36,
            "latePercent", 50,
            "noShowPercent", 100);

    assertThat(decisions.ask(Decisions.CANCELLATION_TERMS, Map.of("service", "yacht")))
        .containsOnlyKeys("freeHours", "latePercent", "noShowPercent");
    assertThat(decisions.ask(Decisions.CANCELLATION, late))
        .containsEntry("feePercent", 50)
        .containsEntry("reason", "called off within 36 hours before the start");
  }
}
