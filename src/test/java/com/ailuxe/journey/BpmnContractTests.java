package com.ailuxe.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.contract.ContractKind;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.StaffTemplate;
import com.ailuxe.staff.StaffGroup;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.annotation.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** What is written in {@code bpmn/} and once more elsewhere agrees, and every diagram is whole. */
class BpmnContractTests {
  private static final Map<String, BpmnModelInstance> MODELS = models();
  private static final Set<String> PROCESSES = MODELS.keySet();
  private static final Set<String> PARTS_OF_A_BOOKING =
      Set.of("contract", "party", "pricing", "reminders");
  private static final Pattern ELEMENT_ID = Pattern.compile("[A-Z][A-Za-z]+_([A-Z][a-z0-9]*)+");
  private static final Pattern REMINDER_TEMPLATE = Pattern.compile("\"(reminder-\\w+)\"");
  private static final Pattern DOCUMENT =
      Pattern.compile("<outputEntry [^>]*>\\s*<text>\"([a-z-]+)\"</text>");
  private static final Pattern DECISION_ID = Pattern.compile("<decision id=\"(\\w+)\"");

  @Test
  void theseProcessesMakeThePath() {
    assertThat(PROCESSES)
        .containsExactlyInAnyOrder(
            "client-turn",
            "booking",
            "booking-desk",
            "new-booking",
            "pricing",
            "party",
            "contract",
            "promise",
            "reminders",
            "unknown-send");
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void processIsExecutableAndNamedAfterItsFile(String file) {
    assertThat(all(file, Process.class))
        .singleElement()
        .satisfies(process -> assertThat(process.getId()).isEqualTo(file))
        .satisfies(process -> assertThat(process.isExecutable()).isTrue())
        .satisfies(process -> assertThat(process.getName()).isNotBlank());
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void elementIdsTellTypeAndMeaning(String file) {
    assertThat(all(file, FlowElement.class))
        .allSatisfy(
            element ->
                assertThat(element.getId()).matches(ELEMENT_ID).startsWith(type(element) + "_"));
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void everyActivityEventAndGatewayHasAName(String file) {
    assertThat(all(file, FlowNode.class))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void everyElementIsDrawnOnce(String file) {
    var drawn =
        Stream.concat(
            all(file, BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
            all(file, BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement));

    assertThat(drawn.map(BaseElement::getId))
        .containsExactlyInAnyOrderElementsOf(
            all(file, FlowElement.class).stream().map(BaseElement::getId).toList());
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void flowsAndBoundaryEventsStayInTheirScope(String file) {
    assertThat(all(file, SequenceFlow.class))
        .allSatisfy(
            flow ->
                assertThat(List.of(flow.getSource(), flow.getTarget()))
                    .as(flow.getId())
                    .extracting(FlowNode::getParentElement)
                    .containsOnly(flow.getParentElement()));
    assertThat(all(file, BoundaryEvent.class))
        .allSatisfy(
            event ->
                assertThat(event.getParentElement())
                    .as(event.getId())
                    .isEqualTo(event.getAttachedTo().getParentElement()));
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void exclusiveGatewayAlwaysFindsAWayAndEachWayHasAName(String file) {
    assertThat(all(file, ExclusiveGateway.class))
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
              assertThat(gateway.getOutgoing())
                  .allSatisfy(
                      way -> {
                        assertThat(way.getName()).as(way.getId()).isNotBlank();
                        assertThat(isConditional(way))
                            .as("%s has a condition", way.getId())
                            .isNotEqualTo(way.equals(gateway.getDefault()));
                      });
            });
  }

  @Test
  void everyServiceTaskHasAJobTypeOfTheListAndNoneIsLeftOver() {
    assertThat(PROCESSES.stream().flatMap(file -> all(file, ServiceTask.class).stream()))
        .allSatisfy(
            task ->
                assertThat(task.getSingleExtensionElement(ZeebeTaskDefinition.class))
                    .as(task.getId())
                    .isNotNull());
    assertThat(inAll(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType))
        .isEqualTo(constants(JobTypes.class));
  }

  @Test
  void everyJobTypeHasOneWorker() {
    assertThat(workers())
        .extracting(Worker::job)
        .containsExactlyInAnyOrderElementsOf(constants(JobTypes.class));
  }

  /** Whoever looks for the code of a task looks for its diagram's folder. */
  @Test
  void aWorkerLivesInTheFolderOfTheProcessThatHasItsJob() {
    assertThat(workers())
        .allSatisfy(
            worker ->
                assertThat(worker.type().getPackageName())
                    .as(worker.type().getSimpleName())
                    .isEqualTo("com.ailuxe.journey." + folderOf(worker.job())));
  }

  private static String folderOf(String job) {
    var processes =
        PROCESSES.stream()
            .filter(file -> all(file, ServiceTask.class).stream().anyMatch(has(job)))
            .toList();
    return processes.size() == 1 ? processes.getFirst().replace("-", "") : "notice";
  }

  private static Predicate<ServiceTask> has(String job) {
    return task -> jobType(task).equals(job);
  }

  @Test
  void everyMessageIsInTheListAndNoneIsLeftOver() {
    assertThat(inAll(Message.class, Message::getName)).isEqualTo(constants(MessageNames.class));
  }

  @Test
  void everyErrorIsInTheListAndNoneIsLeftOver() {
    assertThat(inAll(Error.class, Error::getErrorCode)).isEqualTo(constants(ErrorCodes.class));
  }

  @Test
  void everyFormThatIsShownIsThereAndNoneIsLeftOver() throws IOException {
    var forms = new TreeSet<String>();
    for (var file : files("form").entrySet()) {
      var id = new ObjectMapper().readTree(file.getValue()).path("id").asText();
      assertThat(id).isEqualTo(file.getKey());
      forms.add(id);
    }

    assertThat(inAll(ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId)).isEqualTo(forms);
  }

  /** Tasklist offers all to be started and shows the form first; messages start the others. */
  @ParameterizedTest
  @FieldSource("PROCESSES")
  void partOfABookingSaysThatItStartsByItself(String file) {
    var says =
        all(file, Process.class).stream()
            .flatMap(process -> process.getChildElementsByType(StartEvent.class).stream())
            .map(start -> start.getSingleExtensionElement(ZeebeFormDefinition.class))
            .anyMatch(form -> form != null && form.getFormId().equals("starts-by-itself"));

    assertThat(says).isEqualTo(PARTS_OF_A_BOOKING.contains(file));
  }

  /** A variable of the scope around, be it null, keeps a form from what it would begin with. */
  @ParameterizedTest
  @FieldSource("PROCESSES")
  void whatAFormBeginsWithIsGivenByItsTask(String file) {
    assertThat(all(file, UserTask.class))
        .allSatisfy(task -> assertThat(inputs(task)).as(task.getId()).containsAll(defaults(task)));
  }

  @Test
  void everyDecisionThatIsCalledIsThereAndNoneIsLeftOver() {
    var decisions =
        files("dmn").values().stream()
            .flatMap(file -> DECISION_ID.matcher(new String(file, UTF_8)).results())
            .map(found -> found.group(1));

    var asked = inAll(ZeebeCalledDecision.class, ZeebeCalledDecision::getDecisionId);
    asked.addAll(constants(Decisions.class));

    assertThat(asked).containsExactlyInAnyOrderElementsOf(decisions.toList());
  }

  @Test
  void everyProcessThatIsCalledIsThere() {
    assertThat(inAll(ZeebeCalledElement.class, ZeebeCalledElement::getProcessId))
        .isNotEmpty()
        .isSubsetOf(PROCESSES);
  }

  @Test
  void everyNoticeNamesAMessageThatIsThere() {
    var notices =
        PROCESSES.stream()
            .flatMap(file -> all(file, ServiceTask.class).stream())
            .filter(task -> jobType(task).equals(JobTypes.NOTIFY_CONTACT));

    assertThat(notices)
        .isNotEmpty()
        .allSatisfy(
            task ->
                assertThat(templates())
                    .as(task.getId())
                    .contains(headers(task).getOrDefault("template", "")));
  }

  @Test
  void everyStaffNoticeNamesATemplateThatIsThereAndAGroup() {
    var notices =
        PROCESSES.stream()
            .flatMap(file -> all(file, ServiceTask.class).stream())
            .filter(task -> jobType(task).equals(JobTypes.NOTIFY_STAFF));

    assertThat(notices)
        .isNotEmpty()
        .allSatisfy(
            task -> {
              var template = headers(task).getOrDefault("template", "");
              assertThat(StaffTemplate.ofStem(template).stem())
                  .as(task.getId())
                  .isEqualTo(template);
              assertThat(headers(task).getOrDefault("group", "concierge"))
                  .as(task.getId())
                  .isIn(groups());
            });
  }

  @ParameterizedTest
  @FieldSource("PROCESSES")
  void whatAPersonDecidesIsCarriedOutInThatPersonsName(String file) {
    assertThat(all(file, UserTask.class))
        .allSatisfy(
            decided ->
                assertThat(decided.getSucceedingNodes().list())
                    .as("what follows %s", decided.getId())
                    .isNotEmpty()
                    .allSatisfy(
                        next ->
                            assertThat(next)
                                .as("its header decidedIn names the task: Deciders asks for it")
                                .isInstanceOfSatisfying(
                                    ServiceTask.class,
                                    task ->
                                        assertThat(headers(task))
                                            .containsEntry("decidedIn", decided.getId()))));
    assertThat(all(file, ServiceTask.class))
        .filteredOn(task -> headers(task).containsKey("decidedIn"))
        .allSatisfy(
            task ->
                assertThat(all(file, UserTask.class))
                    .extracting(UserTask::getId)
                    .contains(headers(task).get("decidedIn")));
  }

  /** What a contact is told that our people will do waits for them with a deadline. */
  @Test
  void everyPromiseOfAMessageIsKeptByATaskWithADeadlineAReminderAndAnEscalation() {
    var keepers =
        Stream.concat(
                Arrays.stream(MessageTemplate.values())
                    .flatMap(template -> template.keepers().stream()),
                Stream.of("Task_KeepPromise"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(keepers)
        .hasSize(4)
        .allSatisfy(
            keeper -> {
              var task =
                  PROCESSES.stream()
                      .flatMap(file -> all(file, UserTask.class).stream())
                      .filter(candidate -> candidate.getId().equals(keeper))
                      .findFirst()
                      .orElseThrow(() -> new AssertionError("No user task " + keeper));
              assertThat(task.getSingleExtensionElement(ZeebeTaskSchedule.class).getDueDate())
                  .as(keeper)
                  .isNotBlank();
              assertThat(
                      task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                          .filter(event -> keeper.equals(event.getAttachedTo().getId()))
                          .filter(
                              event ->
                                  event.getEventDefinitions().stream()
                                      .anyMatch(TimerEventDefinition.class::isInstance))
                          .map(BoundaryEvent::cancelActivity))
                  .as("reminder and escalation of %s", keeper)
                  .contains(true, false);
            });
  }

  @Test
  void everyReminderOfThePlanNamesAMessageThatIsThere() {
    var plan = new String(files("dmn").get("reminder-plan"), UTF_8);

    assertThat(REMINDER_TEMPLATE.matcher(plan).results().map(found -> found.group(1)))
        .isNotEmpty()
        .isSubsetOf(templates());
  }

  @Test
  void everyDocumentOfTheDecisionIsAKindOfContractAndNoneIsLeftOver() {
    var decision = new String(files("dmn").get("required-documents"), UTF_8);

    assertThat(DOCUMENT.matcher(decision).results().map(found -> found.group(1)))
        .hasSameElementsAs(Arrays.stream(ContractKind.values()).map(ContractKind::stem).toList());
  }

  private static Map<String, BpmnModelInstance> models() {
    var models = new TreeMap<String, BpmnModelInstance>();
    files("bpmn")
        .forEach(
            (stem, file) ->
                models.put(stem, Bpmn.readModelFromStream(new ByteArrayInputStream(file))));
    return models;
  }

  private static Map<String, byte[]> files(String extension) {
    var files = new TreeMap<String, byte[]>();
    try {
      var pattern = "classpath*:/bpmn/*." + extension;
      for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        files.put(
            StringUtils.stripFilenameExtension(String.valueOf(file.getFilename())),
            file.getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static <T extends ModelElementInstance> Collection<T> all(String file, Class<T> type) {
    return Objects.requireNonNull(MODELS.get(file)).getModelElementsByType(type);
  }

  private static <T extends ModelElementInstance> Set<String> inAll(
      Class<T> type, Function<T, String> text) {
    return PROCESSES.stream()
        .flatMap(file -> all(file, type).stream())
        .map(text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String type(FlowElement element) {
    return switch (element) {
      case SequenceFlow flow -> "Flow";
      case Event event -> "Event";
      case Gateway gateway -> "Gateway";
      case SubProcess subProcess -> "SubProcess";
      case CallActivity callActivity -> "CallActivity";
      case Task task -> "Task";
      default -> throw new IllegalArgumentException("No rule for " + element.getId());
    };
  }

  private static Set<String> inputs(BaseElement element) {
    var mapping = element.getSingleExtensionElement(ZeebeIoMapping.class);
    return mapping == null
        ? Set.of()
        : mapping.getInputs().stream().map(ZeebeInput::getTarget).collect(Collectors.toSet());
  }

  /** The fields of a task's form that have a value to begin with. */
  private static Set<String> defaults(UserTask task) {
    var form = task.getSingleExtensionElement(ZeebeFormDefinition.class).getFormId();
    try {
      return new ObjectMapper()
          .readTree(files("form").get(form))
          .path("components")
          .valueStream()
          .filter(field -> field.has("defaultValue"))
          .map(field -> field.path("key").asText())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isConditional(SequenceFlow flow) {
    return flow.getConditionExpression() != null;
  }

  private static String jobType(ServiceTask task) {
    return task.getSingleExtensionElement(ZeebeTaskDefinition.class).getType();
  }

  private static Map<String, String> headers(ServiceTask task) {
    var headers = task.getSingleExtensionElement(ZeebeTaskHeaders.class);
    return headers == null
        ? Map.of()
        : headers.getHeaders().stream()
            .collect(Collectors.toMap(ZeebeHeader::getKey, ZeebeHeader::getValue));
  }

  private static List<String> groups() {
    return Arrays.stream(StaffGroup.values()).map(StaffGroup::code).toList();
  }

  private static List<String> templates() {
    return Arrays.stream(MessageTemplate.values()).map(MessageTemplate::stem).toList();
  }

  private record Worker(Class<?> type, String job) {}

  private static List<Worker> workers() {
    var provider = new ClassPathScanningCandidateComponentProvider(true);
    return provider.findCandidateComponents("com.ailuxe.journey").stream()
        .map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(JobWorker.class))
        .map(
            method ->
                new Worker(
                    method.getDeclaringClass(), method.getAnnotation(JobWorker.class).type()))
        .toList();
  }

  private static Set<String> constants(Class<?> names) {
    return Arrays.stream(names.getDeclaredFields())
        .map(BpmnContractTests::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
