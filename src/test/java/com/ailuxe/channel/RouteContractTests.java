package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the route files and the Java code promise each other. */
@ChannelSlice
class RouteContractTests {
  @Autowired ApplicationContext beans;
  @Autowired CamelContext camel;

  static List<Resource> files() throws IOException {
    return List.of(
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:camel-routes/*.camel.yaml"));
  }

  static List<Resource> routes() throws IOException {
    return withA("route");
  }

  /** What routes of one kind do when something goes wrong. */
  static List<Resource> configurations() throws IOException {
    return withA("routeConfiguration");
  }

  private static List<Resource> withA(String part) throws IOException {
    var found = new ArrayList<Resource>();
    for (var file : files()) {
      if (elements(read(file)).anyMatch(item -> item.has(part))) {
        found.add(file);
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("routes")
  void fileHoldsOneRouteOfItsNameWithDescriptionAndErrorHandling(Resource file) throws IOException {
    var document = read(file);
    var routes = elements(document).filter(item -> item.has("route")).toList();

    assertThat(routes).hasSize(1);
    var route = routes.getFirst().path("route");
    assertThat(route.path("id").asText() + ".camel.yaml").isEqualTo(file.getFilename());
    assertThat(route.path("description").asText()).isNotBlank();
    assertThat(route.path("autoStartup").asText()).startsWith("{{bean:channels.");
    var configuration = route.path("routeConfigurationId").asText();
    assertThat(configuration.isEmpty() ? exceptions(document) : exceptions(named(configuration)))
        .as("whatever goes wrong is handled")
        .contains("java.lang.Exception");
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void fileHoldsOneConfigurationOfItsName(Resource file) throws IOException {
    assertThat(
            elements(read(file)).map(item -> item.path("routeConfiguration").path("id").asText()))
        .singleElement()
        .satisfies(id -> assertThat(id + ".camel.yaml").isEqualTo(file.getFilename()));
  }

  @Test
  void onlyWhatNobodyWaitsForAnswersItsErrorsInAWayOfItsOwn() throws IOException {
    var answers = new HashMap<String, JsonNode>();
    for (var file : routes()) {
      var document = read(file);
      var route = elements(document).map(item -> item.path("route")).filter(JsonNode::isObject);
      var own = elements(document).filter(item -> item.has("onException")).toList();
      var configuration = route.findFirst().orElseThrow().path("routeConfigurationId");
      assertThat(own).as(file.getFilename()).hasSize(configuration.isMissingNode() ? 1 : 0);
      for (var item : own) {
        answers.put(name(file), item.path("onException").path("steps"));
      }
      assertThat(
              Stream.of("errorHandler", "doTry", "circuitBreaker")
                  .flatMap(step -> document.findValues(step).stream()))
          .as("errors are handled in one place")
          .isEmpty();
    }

    assertThat(answers)
        .containsOnlyKeys("telegram-button-answers", "telegram-poll", "telegram-registration");
    assertThat(answers.values()).doesNotHaveDuplicates();
  }

  private static String name(Resource file) {
    return Objects.requireNonNull(file.getFilename()).replace(".camel.yaml", "");
  }

  private static JsonNode named(String configuration) throws IOException {
    for (var file : configurations()) {
      if ((configuration + ".camel.yaml").equals(file.getFilename())) {
        return read(file);
      }
    }
    throw new AssertionError("No configuration " + configuration);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyBeanHasTheMethodThatTheRouteCalls(Resource file) throws IOException {
    var document = read(file);
    var calls =
        Stream.of("bean", "method")
            .flatMap(step -> document.findValues(step).stream())
            .filter(JsonNode::isObject)
            .toList();

    assertThat(calls).isNotEmpty();
    for (var call : calls) {
      var bean = beans.getBean(call.path("ref").asText());
      assertThat(Arrays.stream(bean.getClass().getMethods()).map(Method::getName))
          .contains(call.path("method").asText());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyHttpClientAndExceptionThatTheRouteNamesExists(Resource file) throws Exception {
    var document = read(file);

    for (var client : document.findValuesAsText("httpClient")) {
      assertThat(beans.containsBean(client.substring(1))).as(client).isTrue();
    }
    for (var exception : exceptions(document).toList()) {
      assertThat(Throwable.class).isAssignableFrom(Class.forName(exception));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCallToAProviderUsesOurConnectionsAndLeavesTheVerdictToUs(Resource file)
      throws IOException {
    var http =
        read(file).findParents("uri").stream()
            .filter(step -> step.path("uri").asText().startsWith("http"))
            .map(step -> step.path("parameters"))
            .toList();

    assertThat(http)
        .allMatch(parameters -> parameters.path("httpClient").asText().startsWith("#"))
        .allMatch(
            parameters ->
                parameters.has("throwExceptionOnFailure")
                    && !parameters.path("throwExceptionOnFailure").asBoolean());
  }

  /** Camel takes a text as well, in which no test would find the address. */
  @ParameterizedTest
  @MethodSource("files")
  void everyStepThatHasAnAddressIsWrittenInFull(Resource file) throws IOException {
    var document = read(file);

    assertThat(
            Stream.of("from", "to", "wireTap", "poll", "interceptFrom", "interceptSendToEndpoint")
                .flatMap(step -> document.findValues(step).stream()))
        .allSatisfy(step -> assertThat(step.path("uri").isTextual()).as("%s", step).isTrue());
    assertThat(document.findValues("bean")).allMatch(JsonNode::isObject);
  }

  @Test
  void everyComponentOfAProviderCallsThroughTheGuard() throws IOException {
    assertThat(camel.getComponent("telegram")).isInstanceOf(TelegramSends.class);
    assertThat(parametersOf("telegram:"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(bean(step, "client")).isInstanceOf(GuardedHttpClient.class));
    assertThat(parametersOf("whatsapp:"))
        .isNotEmpty()
        .allSatisfy(
            step -> {
              assertThat(bean(step, "httpClient")).isInstanceOf(GuardedHttpClient.class);
              assertThat(bean(step, "whatsappService")).isInstanceOf(WhatsAppSends.class);
            });
  }

  private static List<JsonNode> parametersOf(String scheme) throws IOException {
    var steps = new ArrayList<JsonNode>();
    for (var file : files()) {
      read(file).findParents("uri").stream()
          .filter(step -> step.path("uri").asText().startsWith(scheme))
          .map(step -> step.path("parameters"))
          .forEach(steps::add);
    }
    return steps;
  }

  private Object bean(JsonNode parameters, String name) {
    return beans.getBean(parameters.path(name).asText().substring(1));
  }

  /** Camel evaluates what these make of a message's text; values are handed on whole. */
  @ParameterizedTest
  @MethodSource("files")
  void noRouteMakesAnAddressOrAnExpressionOfWhatComesIn(Resource file) throws IOException {
    var document = read(file);

    for (var step :
        List.of(
            "toD",
            "recipientList",
            "routingSlip",
            "dynamicRouter",
            "enrich",
            "pollEnrich",
            "script",
            "language",
            "spel",
            "groovy",
            "mvel",
            "exchangeProperty")) {
      assertThat(document.findValues(step)).as(step).isEmpty();
    }
    assertThat(document.findValuesAsText("uri")).noneMatch(uri -> uri.contains("${"));
    assertThat(document.findValuesAsText("simple"))
        .allMatch(
            simple ->
                simple.matches(
                    "\\$\\{(body|exception\\.outcome)}"
                        + "|\\$\\{header\\.CamelHttpMethod} == '[A-Z]+'"
                        + "|\\$\\{variable\\.[a-z.]+} != null"));
  }

  @Test
  void everyFileIsLoadedAndEveryDirectEndpointHasItsRoute() throws IOException {
    var ids = routes().stream().map(file -> Objects.requireNonNull(file.getFilename())).toList();

    assertThat(camel.getRoutes())
        .extracting(route -> route.getRouteId() + ".camel.yaml")
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(((ModelCamelContext) camel).getRouteConfigurationDefinitions())
        .extracting(configuration -> configuration.getId() + ".camel.yaml")
        .containsExactlyInAnyOrderElementsOf(
            configurations().stream().map(Resource::getFilename).toList());
    for (var file : files()) {
      assertThat(read(file).findValuesAsText("uri"))
          .filteredOn(uri -> uri.startsWith("direct:"))
          .allMatch(uri -> ids.contains(uri.substring("direct:".length()) + ".camel.yaml"));
    }
  }

  private static Stream<String> exceptions(JsonNode document) {
    return document.findValues("exception").stream()
        .flatMap(RouteContractTests::elements)
        .map(JsonNode::asText);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(Resource file) throws IOException {
    return new YAMLMapper(new YAMLFactory()).readTree(file.getContentAsByteArray());
  }
}
