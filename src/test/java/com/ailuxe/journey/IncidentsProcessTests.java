package com.ailuxe.journey;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.Given;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.journey.contract.IssueContractWorker;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.BookingId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * The workers on a real PostgreSQL and a real engine: a failure is an incident that says what to
 * do, and once that is done Retry goes on with the case, as Operate does it.
 */
@Tag("engine")
@ResourceLock("engine")
@WithPostgres
@CamundaSpringProcessTest
@SpringBootTest(
    classes = {WorkersTest.Workers.class, IncidentsProcessTests.Engine.class},
    webEnvironment = WebEnvironment.NONE,
    properties = {DemoAgency.IN_DATABASE, "camel.main.routes-include-pattern=false"})
class IncidentsProcessTests {
  private static final Pattern QUERY = Pattern.compile("`(select [^`]+)`");
  private static final AtomicBoolean DATABASE_IS_AWAY = new AtomicBoolean();

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackages = "com.ailuxe.journey",
      useDefaultFilters = false,
      includeFilters =
          @Filter(
              type = FilterType.REGEX,
              pattern = "com\\.ailuxe\\.journey\\.(FailedJobs|ProcessTest\\$Path)"))
  static class Engine {
    @Bean
    static BeanPostProcessor databaseThatCanBeAway() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource database ? new Away(database) : bean;
        }
      };
    }
  }

  private static final class Away extends DelegatingDataSource {
    Away(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (DATABASE_IS_AWAY.get()) {
        throw new SQLTransientConnectionException("The database of the test is away");
      }
      return super.getConnection();
    }
  }

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;
  @Autowired Given given;
  @Autowired Bookings bookings;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired IssueContractWorker issue;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @MockitoSpyBean Templates templates;

  private AgencyId agency;
  private BookingId booking;

  @BeforeEach
  void aConfirmedBooking() {
    DATABASE_IS_AWAY.set(false);
    clock.reset();
    agency = given.agency();
    given.talent(agency, "Aurelia", "Yacht");
    booking = given.confirmed(agency, "Aurelia", "2026-12-20T14:00", "2026-12-20T20:00");
  }

  @Test
  void everyQueryOfTheRunbookRuns() throws IOException {
    var queries =
        QUERY
            .matcher(Files.readString(Path.of("src/docs/runbook.md")))
            .results()
            .map(found -> found.group(1).replace("…", booking.toString()))
            .toList();

    assertThat(queries)
        .hasSizeGreaterThan(5)
        .allSatisfy(query -> jdbc.sql(query).query().listOfRows());
  }

  @Test
  void aPlaceThatTheFontsDoNotHaveIsWrittenInLettersTheyHave() {
    placeIs("张江");
    var instance = contractCase(booking.toString());
    assertThatItSays(instance, IncidentType.CONTRACT_FONT, "U+5F20", "bookingId " + booking);
    assertThat(contracts()).isZero();

    placeIs("Zhangjiang");
    retry(instance);

    theContractIsAcceptedAndNothingWasDoneTwice(instance);
  }

  @Test
  void aChangedContractIsRestored() {
    issue.handle(booking.toString(), "service-agreement");
    var issued =
        jdbc.sql("select content from contract_file where contract_id = ?")
            .param(contract())
            .query(byte[].class)
            .single();
    theFileIs(new byte[1]);
    var instance = contractCase(booking.toString());
    assertThatItSays(instance, IncidentType.CONTRACT_CHANGED, "SHA-256");
    assertThat(sentContracts()).isZero();

    theFileIs(issued);
    retry(instance);

    theContractIsAcceptedAndNothingWasDoneTwice(instance);
  }

  @Test
  void aBrokenTemplateIsFixed() {
    doAnswer(call -> new Templates().render(TemplateKind.CONTRACT, "gone", ENGLISH, Map.of()))
        .when(templates)
        .render(eq(TemplateKind.CONTRACT), any(), any(), any());
    var instance = contractCase(booking.toString());
    assertThatItSays(instance, IncidentType.TEMPLATE_BROKEN, "bookingId " + booking);
    assertThat(contracts()).isZero();

    reset(templates);
    retry(instance);

    theContractIsAcceptedAndNothingWasDoneTwice(instance);
  }

  @Test
  void anErrorOfTheVirtualMachineIsAnIncidentToo() {
    doThrow(new NoClassDefFoundError("com/lowagie/text/Document"))
        .when(templates)
        .render(eq(TemplateKind.CONTRACT), any(), any(), any());
    var instance = contractCase(booking.toString());
    awaitIncidentAfterAllTries(instance);
    assertThatItSays(instance, IncidentType.UNFORESEEN, "NoClassDefFoundError");

    reset(templates);
    retry(instance);

    theContractIsAcceptedAndNothingWasDoneTwice(instance);
  }

  @Test
  void aDatabaseThatWasAwayForLongerThanTheTriesIsBack() {
    DATABASE_IS_AWAY.set(true);
    var instance = contractCase(booking.toString());
    var party = party();
    awaitIncidentAfterAllTries(party);
    assertThatItSays(party, IncidentType.DATABASE_AWAY, "bookingId " + booking);

    DATABASE_IS_AWAY.set(false);
    retry(party);

    theContractIsAcceptedAndNothingWasDoneTwice(instance);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000-0000-0000-0000-000000000009, DATA_MISSING, No booking",
    "none, PROGRAM_ERROR, IllegalArgumentException"
  })
  void aWrongIdIsCorrected(String wrong, IncidentType type, String detail) {
    var instance = contractCase(wrong);
    var party = party();
    assertThatItSays(party, type, detail);

    for (var each : List.of(instance, party)) {
      client
          .newSetVariablesCommand(each)
          .variables(Map.of("bookingId", booking.toString()))
          .send()
          .join();
    }
    retry(party);

    theContractIsAcceptedAndNothingWasDoneTwice(instance);
  }

  @Test
  void anAnswerThatCannotBeCarriedOutIsCorrected() {
    var conversation = bookings.facts(booking).conversation();
    jdbc.sql("update outbox set state = 'READ'").update();
    jdbc.sql("update conversation set last_inbound_at = ? where id = ?")
        .params(Timestamp.from(clock.instant()), conversation.value())
        .update();
    var message =
        outbox.queue(
            new QueuedMessage(
                conversation, Author.NOTICE, OutboundContent.text("Hello"), null, "hello"));
    claims.claimNext(Channel.WHATSAPP, Duration.ofMinutes(1)).orElseThrow();
    var attempt = new SendAttempt(message, 1);
    reports.unknown(attempt, "no answer");
    tell(
        "conversation.send-left-unknown",
        attempt.toString(),
        Map.of("conversationId", conversation.toString(), "sendAttempt", attempt.toString()));
    var instance = await().until(() -> instances("unknown-send"), found -> found.size() == 1);
    assertThat(byKey(instance.getFirst())).hasActiveElements("Gateway_ResolvedByItself");
    context.increaseTime(Duration.ofMinutes(5));
    assertThat(byElementId("Task_ResolveUnknownSend")).isCreated();
    context.completeUserTask("Task_ResolveUnknownSend", Map.of("decision", "shout"));
    assertThatItSays(
        instance.getFirst(), IncidentType.FORM_ANSWER, "decision is received, again or drop");

    var step = incidents(instance.getFirst()).getFirst().getElementInstanceKey();
    client.newSetVariablesCommand(step).variables(Map.of("decision", "drop")).send().join();
    retry(instance.getFirst());

    assertThat(byKey(instance.getFirst())).isCompleted().hasNoActiveIncidents();
    assertThat(outbox.stateOf(message)).isEqualTo(DeliveryState.WITHDRAWN);
    assertThat(
            count(
                "select count(*) from unknown_send_decision where message_id = ?", message.value()))
        .isEqualTo(1);
  }

  @Test
  void aDecisionAboutABookingThatWasCalledOffWaitsUntilTheCaseHasHeard() {
    var asked = given.inquiry(agency, "Aurelia", "2026-12-22T14:00", "2026-12-22T20:00");
    var conversation = bookings.facts(asked).conversation().value();
    tell(
        "booking.requested",
        asked.toString(),
        Map.of(
            "bookingId",
            asked.toString(),
            "conversationId",
            conversation.toString(),
            "detailsComplete",
            true));
    assertThat(byElementId("Task_ApproveBooking")).isCreated();
    bookings.cancel(asked, CancelledBy.CONTACT, Actor.named("Ada"), null);
    context.completeUserTask("Task_ApproveBooking", Map.of("approved", true));
    var instance = instances("booking").getFirst();
    awaitIncidentAfterAllTries(instance);
    assertThatItSays(instance, IncidentType.CASE_OVERTAKEN, "called off", "bookingId " + asked);

    tell("booking.cancelled", asked.toString(), Map.of());

    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
    assertThat(bookings.facts(asked).state()).isEqualTo(BookingState.CANCELLED);
    assertThat(noticesTo(conversation, "Your booking is cancelled")).isEqualTo(1);
  }

  /** A job keeps the headers that it was made with, so the step is begun anew. */
  @Test
  void aStepWithoutItsHeaderIsBegunAnewInTheFixedModel() {
    deploy(task -> task);
    var instance = newCase("fixed", booking.toString());
    assertThatItSays(instance, IncidentType.MODEL_MISMATCH, "Task_Tell has no header template");

    var fixed = deploy(task -> task.zeebeTaskHeader("template", "booking-approved"));
    var step = incidents(instance).getFirst().getElementInstanceKey();
    client
        .newMigrateProcessInstanceCommand(instance)
        .migrationPlan(fixed)
        .addMappingInstruction("Task_Tell", "Task_Tell")
        .send()
        .join();
    client
        .newModifyProcessInstanceCommand(instance)
        .activateElement("Task_Tell")
        .and()
        .terminateElement(step)
        .send()
        .join();

    assertThat(byKey(instance)).isCompleted().hasNoActiveIncidents();
    assertThat(noticesTo(bookings.facts(booking).conversation().value(), "Aurelia")).isEqualTo(1);
  }

  /**
   * @return the key of the process
   */
  private long deploy(UnaryOperator<ServiceTaskBuilder> header) {
    var model =
        header
            .apply(
                Bpmn.createExecutableProcess("fixed")
                    .startEvent()
                    .serviceTask("Task_Tell")
                    .zeebeJobType(JobTypes.NOTIFY_CONTACT))
            .endEvent()
            .done();
    return client
        .newDeployResourceCommand()
        .addProcessModel(model, "fixed.bpmn")
        .send()
        .join()
        .getProcesses()
        .getFirst()
        .getProcessDefinitionKey();
  }

  private void awaitIncidentAfterAllTries(long instance) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              context.increaseTime(Duration.ofSeconds(51));
              return !incidents(instance).isEmpty();
            });
  }

  private void tell(String fact, String key, Map<String, Object> variables) {
    client
        .newPublishMessageCommand()
        .messageName(fact)
        .correlationKey(key)
        .timeToLive(Duration.ofDays(1))
        .variables(variables)
        .send()
        .join();
  }

  private int noticesTo(UUID conversation, String words) {
    return jdbc.sql(
            """
            select count(*) from message
            where conversation_id = ? and author = 'NOTICE' and text like '%' || ? || '%'""")
        .params(conversation, words)
        .query(Integer.class)
        .single();
  }

  private void theContractIsAcceptedAndNothingWasDoneTwice(long instance) {
    assertThat(byKey(instance)).hasActiveElements("Task_AwaitAnswer").hasNoActiveIncidents();
    tell("contract.accepted", contract().toString(), Map.of());

    assertThat(byKey(instance)).isCompleted().hasVariable("contractOutcome", "accepted");
    assertThat(contracts()).isEqualTo(1);
    assertThat(sentContracts()).isEqualTo(1);
  }

  private void assertThatItSays(long instance, IncidentType type, String... details) {
    assertThat(byKey(instance)).hasActiveIncidents();
    assertThat(incidents(instance))
        .singleElement()
        .extracting(Incident::getErrorMessage)
        .asString()
        .startsWith(type + ": ")
        .contains(details)
        .endsWith("; then press Retry in Operate.")
        .doesNotContain("\n");
  }

  /** One more try of the failed job, then the incident is resolved. */
  private void retry(long instance) {
    for (var incident : incidents(instance)) {
      client.newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
      client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    }
  }

  private List<Incident> incidents(long instance) {
    return client
        .newIncidentSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance).state(IncidentState.ACTIVE))
        .send()
        .join()
        .items();
  }

  private long contractCase(String bookingId) {
    return newCase("contract", bookingId);
  }

  /** What a contract looks for first of all. */
  private long party() {
    await().atMost(Duration.ofSeconds(20)).until(() -> instances("party").size() == 1);
    return instances("party").getFirst();
  }

  private long newCase(String process, String bookingId) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(Map.of("bookingId", bookingId))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private List<Long> instances(String process) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processDefinitionId(process))
        .send()
        .join()
        .items()
        .stream()
        .map(found -> found.getProcessInstanceKey())
        .toList();
  }

  private void placeIs(String place) {
    jdbc.sql("update booking set place = ? where id = ?").params(place, booking.value()).update();
  }

  private void theFileIs(byte[] content) {
    jdbc.sql("update contract_file set content = ? where contract_id = ?")
        .params(content, contract())
        .update();
  }

  private UUID contract() {
    return jdbc.sql("select id from contract where booking_id = ?")
        .param(booking.value())
        .query(UUID.class)
        .single();
  }

  private int contracts() {
    return count("select count(*) from contract where booking_id = ?", booking.value());
  }

  private int sentContracts() {
    return count("select count(*) from attachment where agency_id = ?", agency.value());
  }

  private int count(String sql, UUID id) {
    return jdbc.sql(sql).param(id).query(Integer.class).single();
  }
}
