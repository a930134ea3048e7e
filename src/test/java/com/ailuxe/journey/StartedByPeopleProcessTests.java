package com.ailuxe.journey;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasklist offers every process to be started; only those of the desk do something then. */
@ProcessTest
class StartedByPeopleProcessTests {
  @Autowired CamundaClient client;

  @ParameterizedTest
  @ValueSource(strings = {"contract", "party", "pricing", "reminders"})
  void partOfABookingThatIsStartedForNoneEndsAtOnceAndSaysSo(String process) {
    assertThat(byKey(start(process)))
        .isCompleted()
        .hasCompletedElement("Event_NoCase", 1)
        .hasNoActiveIncidents();
  }

  @ParameterizedTest
  @ValueSource(strings = {"client-turn", "booking", "promise", "unknown-send"})
  void whatAMessageStartsIsStartedByNobodyElse(String process) {
    assertThatThrownBy(() -> start(process)).hasMessageContaining("none start event");
  }

  private long start(String process) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .send()
        .join()
        .getProcessInstanceKey();
  }
}
