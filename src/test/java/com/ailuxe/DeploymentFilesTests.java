package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;

/** What goes to a server: docker-compose.yml, Dockerfile, .env.example and .dockerignore. */
class DeploymentFilesTests {
  /** A variable of the compose file, and what stands for it when it is not set. */
  private static final Pattern VARIABLE =
      Pattern.compile("(?<!\\$)\\$\\{(?<name>\\w+)(?<otherwise>[^}]*)}");

  private static final Pattern SECRET = Pattern.compile("\\w*(PASSWORD|TOKEN|SECRET|KEY)");
  private static final String SYSTEM_ENVIRONMENT = "systemEnvironment";

  private static final Map<String, Object> COMPOSE = new Yaml().load(read("docker-compose.yml"));

  @Test
  void everyVariableOfTheAppIsAPropertyThatExists() throws IOException {
    var known = settings().values().stream().flatMap(DeploymentFilesTests::variablesOf);
    var knownToLibraries = new HashSet<String>();
    for (var metadata :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
      new ObjectMapper()
          .readTree(metadata.getInputStream())
          .path("properties")
          .forEach(property -> knownToLibraries.add(variable(property.path("name").asText())));
    }

    assertThat(environment("app").keySet())
        .hasSizeGreaterThan(10)
        .isSubsetOf(Stream.concat(known, knownToLibraries.stream()).toList());
  }

  /** What forms showed and people typed goes with the engine's history. */
  @Test
  void theHistoryOfTheEngineIsKeptAsShortAsTheLimitsSay() {
    var kept =
        Duration.parse(
            String.valueOf(
                environment("camunda")
                    .get("CAMUNDA_DATA_SECONDARYSTORAGE_RDBMS_HISTORY_DEFAULTHISTORYTTL")));

    assertThat(kept).isLessThanOrEqualTo(Duration.ofDays(7));
    assertThat(read("src/docs/limits.md"))
        .contains("in compose, %d days (`P%dD`) after it".formatted(kept.toDays(), kept.toDays()));
  }

  @Test
  void anEmptyVariableIsAsGoodAsNone() {
    var empty = new HashMap<String, Object>();
    environment("app")
        .forEach(
            (name, value) -> {
              if (value.endsWith(":-}")) {
                empty.put(name, "");
              }
            });

    assertThat(empty).hasSizeGreaterThan(5);
    settings()
        .forEach(
            (prefix, type) ->
                assertThat(bound(prefix, type, empty)).isEqualTo(bound(prefix, type, Map.of())));
  }

  @Test
  void theExampleNamesEachVariableThatIsUsed() {
    assertThat(example()).containsOnlyKeys(variables().keySet());
  }

  @Test
  void noSecretHasAValueOrADefault() {
    assertThat(secrets(variables()))
        .hasSizeGreaterThan(5)
        .allSatisfy((name, otherwise) -> assertThat(otherwise).isIn(":-", ":?set it in .env"));
    assertThat(secrets(example())).allSatisfy((name, value) -> assertThat(value).isEmpty());
    for (var service : services().keySet()) {
      assertThat(secrets(environment(service)))
          .allSatisfy((name, value) -> assertThat(value).matches(VARIABLE));
    }
  }

  @Test
  void everyImageHasAVersion() {
    var ours = services().values().stream().map(service -> String.valueOf(service.get("image")));
    var below = instructions("FROM").map(from -> from.split(" ")[0]);

    assertThat(Stream.concat(ours, below)).hasSize(6).allMatch(i -> i.matches("[a-z/-]+:\\d.*"));
  }

  @Test
  void portsAreOpenOnThisMachineOnly() {
    assertThat(listed("ports")).hasSize(3).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void nobodyStartsBeforeWhatItNeedsIsHealthy() {
    var healthy = Map.of("condition", "service_healthy");

    assertThat(services().get("app"))
        .containsEntry("depends_on", Map.of("postgres", healthy, "camunda", healthy));
    assertThat(services().get("camunda"))
        .containsEntry("depends_on", Map.of("postgres", healthy))
        .containsKey("healthcheck");
    assertThat(services().get("postgres")).containsKey("healthcheck");
    assertThat(instructions("HEALTHCHECK")).hasSize(1);
  }

  @Test
  void dataAreKeptInNamedVolumes() {
    assertThat(listed("volumes").map(mount -> mount.replaceFirst(":.*", "")))
        .containsExactlyInAnyOrderElementsOf(section("volumes").keySet());
  }

  @Test
  void theAppDoesNotRunAsRoot() {
    assertThat(instructions("USER")).singleElement().asString().matches("[1-9]\\d+:[1-9]\\d+");
    assertThat(services().get("app"))
        .doesNotContainKeys("user", "privileged", "cap_add")
        .contains(entry("read_only", true), entry("cap_drop", List.of("ALL")));
  }

  @Test
  void theBuildIsGivenWhatItCopies() {
    var given =
        read(".dockerignore").lines().filter(line -> line.startsWith("!")).map(s -> s.substring(1));
    var copied =
        instructions("COPY").filter(copy -> !copy.startsWith("--")).map(copy -> copy.split(" ")[0]);

    assertThat(read(".dockerignore")).startsWith("*\n");
    assertThat(copied)
        .allSatisfy(source -> assertThat(Path.of(source)).exists())
        .map(source -> source.replaceFirst("/.*", ""))
        .containsOnlyOnceElementsOf(given.filter(folder -> !folder.equals("src")).toList())
        .contains("src")
        .isSubsetOf("src", "pom.xml", "bpmn", "camel-routes", "templates");
  }

  private static Map<String, Class<?>> settings() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    var settings = new TreeMap<String, Class<?>>();
    for (var module :
        List.of(
            "booking",
            "calendar",
            "channel",
            "concierge",
            "conversation",
            "journey",
            "media",
            "staff",
            "tasks")) {
      for (var found : scanner.findCandidateComponents("com.ailuxe." + module)) {
        var type =
            ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
        settings.put(type.getAnnotation(ConfigurationProperties.class).value(), type);
      }
    }
    return settings;
  }

  private static Stream<String> variablesOf(Class<?> settings) {
    return properties(settings.getAnnotation(ConfigurationProperties.class).value(), settings)
        .map(DeploymentFilesTests::variable);
  }

  private static Stream<String> properties(String prefix, Class<?> settings) {
    return Arrays.stream(settings.getRecordComponents())
        .flatMap(
            component -> {
              var property = prefix + "." + component.getName();
              return component.getType().getEnclosingClass() == settings
                      && component.getType().isRecord()
                  ? properties(property, component.getType())
                  : Stream.of(property);
            });
  }

  private static Object bound(String prefix, Class<?> type, Map<String, Object> environment) {
    var source = new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT, environment);
    return new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(source)))
        .bindOrCreate(prefix, Bindable.of(type));
  }

  /** The environment variable by which Spring Boot reads a property. */
  private static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> secrets(Map<String, String> variables) {
    return variables.entrySet().stream()
        .filter(variable -> SECRET.matcher(variable.getKey()).matches())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> variables() {
    var variables = new TreeMap<String, String>();
    var found = VARIABLE.matcher(read("docker-compose.yml"));
    while (found.find()) {
      variables.put(found.group("name"), found.group("otherwise"));
    }
    return variables;
  }

  private static Map<String, String> example() {
    return read(".env.example")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }

  private static Map<String, Map<String, Object>> services() {
    return section("services").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, service -> asMap(service.getValue())));
  }

  private static Map<String, String> environment(String service) {
    return asMap(Objects.requireNonNull(services().get(service)).get("environment"))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().toString()));
  }

  private static Stream<String> listed(String key) {
    return services().values().stream()
        .flatMap(service -> ((Collection<?>) service.getOrDefault(key, Set.of())).stream())
        .map(Object::toString);
  }

  private static Map<String, Object> section(String key) {
    return asMap(COMPOSE.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(@Nullable Object yaml) {
    return (Map<String, Object>) Objects.requireNonNull(yaml);
  }

  private static Stream<String> instructions(String name) {
    return read("Dockerfile")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
