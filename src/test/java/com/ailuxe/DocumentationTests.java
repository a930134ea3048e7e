package com.ailuxe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What people read before they read code: it is short, leads somewhere and is true. */
class DocumentationTests {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("src/docs");
  private static final Path ADRS = DOCS.resolve("adr");
  private static final Path PATH = DOCS.resolve("pictures/path.svg");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?<link>[^)\\s]+)\\)|(?:src|href)=\"(?<attribute>[^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern PROOF = Pattern.compile("(?m)^\\|[^|]+\\| `(\\w+)#(\\w+)` \\|$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|\n]+\\|[^|\n]+\\|([^|\n]+)\\|$");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern FILE =
      Pattern.compile("`((?:src|bpmn|templates|camel-routes)/[^`]*)`");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");

  static List<Path> pages() {
    return Stream.concat(
            Stream.of(README),
            ProjectFiles.in(DOCS).stream().filter(file -> file.toString().endsWith(".md")))
        .toList();
  }

  @Test
  void theReadmeIsAtMostSevenKilobytes() throws IOException {
    assertThat(Files.size(README)).isLessThan(7 * 1024);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    var folder = Objects.requireNonNull(page.toAbsolutePath().getParent());

    assertThat(links(page))
        .allSatisfy(
            link -> {
              var parts = link.split("#", 2);
              var target = parts[0].isEmpty() ? page : folder.resolve(parts[0]).normalize();
              assertThat(target).exists();
              if (parts.length == 2) {
                assertThat(anchors(target)).contains(parts[1]);
              }
            });
  }

  @Test
  void everyFileOfTheProjectThatIsNamedExists() {
    var named =
        pages().stream()
            .flatMap(page -> FILE.matcher(ProjectFiles.read(page)).results())
            .map(file -> file.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(named)
        .allSatisfy(
            file -> assertThat(Files.exists(Path.of(file)) || isMatched(file)).as(file).isTrue());
  }

  @Test
  void theReadmeLeadsToEveryPage() {
    var reached =
        links(README).stream().map(link -> Path.of(link.replaceFirst("#.*", "")).normalize());

    assertThat(reached.toList())
        .containsAll(
            pages().stream()
                .filter(page -> page.getParent() != null)
                .filter(DocumentationTests::isNoDecision)
                .toList());
  }

  @Test
  void eachOfTheSixGuaranteesHasATestThatProvesIt() throws IOException {
    var proofs = PROOF.matcher(Files.readString(README)).results().toList();

    assertThat(proofs).hasSize(6);
    assertThat(proofs)
        .allSatisfy(proof -> assertThat(tests(proof.group(1))).contains(proof.group(2)));
  }

  @Test
  void theIndexOfDecisionsListsEachOnceUnderItsTitle() throws IOException {
    var index = Files.readString(ADRS.resolve("README.md"));

    assertThat(LINK.matcher(index).results().map(DocumentationTests::target))
        .filteredOn(link -> link.matches("\\d{4}-.*"))
        .containsExactlyElementsOf(
            decisions().stream().map(file -> file.getFileName().toString()).toList());
    for (var decision : decisions()) {
      assertThat(index).contains("[%s](%s): ".formatted(title(decision), decision.getFileName()));
    }
  }

  @Test
  void aDecisionHasTheNumberOfItsFile() throws IOException {
    for (var decision : decisions()) {
      assertThat(title(decision))
          .startsWith(Integer.parseInt(decision.getFileName().toString().substring(0, 4)) + ". ");
    }
  }

  @Test
  void thePictureOfThePathNamesTasksOfTheModels() throws IOException {
    var tasks =
        Pattern.compile("<text class=\"t\"[^>]*>([^<]+)</text>")
            .matcher(Files.readString(PATH))
            .results()
            .map(task -> task.group(1))
            .filter(task -> !List.of("WhatsApp", "Telegram").contains(task))
            .toList();
    var models =
        Files.readString(Path.of("bpmn/client-turn.bpmn"))
            + Files.readString(Path.of("bpmn/booking.bpmn"));

    assertThat(tasks).hasSizeGreaterThan(5);
    assertThat(tasks)
        .allSatisfy(task -> assertThat(models).contains("name=\"%s\"".formatted(task)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Case", "Slot", "Hold", "Draft", "Epoch", "Notice", "Lane", "Ledger", "Replica"})
  void theGlossaryExplains(String word) throws IOException {
    assertThat(ROW.matcher(Files.readString(DOCS.resolve("glossary.md"))).results())
        .filteredOn(row -> row.group().startsWith("| %s |".formatted(word)))
        .hasSize(1);
  }

  @Test
  void everyNameInTheGlossaryIsInUse() throws IOException {
    var names =
        NAME.matcher(
                ROW.matcher(Files.readString(DOCS.resolve("glossary.md")))
                    .results()
                    .map(row -> row.group(1))
                    .collect(Collectors.joining("\n")))
            .results()
            .map(name -> name.group(1))
            .toList();
    var sources = sources();

    assertThat(names).hasSizeGreaterThan(20);
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(
                        Files.exists(Path.of(name))
                            || Pattern.compile("(?<![\\w-])%s(?![\\w-])".formatted(name))
                                .matcher(sources)
                                .find())
                    .as(name)
                    .isTrue());
  }

  /** Whether it is a pattern of names, such as {@code bpmn/*.dmn}, that fits a file. */
  private static boolean isMatched(String glob) {
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return ProjectFiles.in(Path.of(glob.replaceFirst("/.*", ""))).stream()
        .anyMatch(matcher::matches);
  }

  private static String sources() {
    return Stream.of("src/main", "bpmn")
        .flatMap(folder -> ProjectFiles.in(Path.of(folder)).stream())
        .filter(file -> file.toString().matches(".*\\.(java|sql|bpmn)"))
        .map(ProjectFiles::read)
        .collect(Collectors.joining());
  }

  private static boolean isNoDecision(Path page) {
    return !page.getFileName().toString().matches("\\d{4}-.*");
  }

  private static List<Path> decisions() throws IOException {
    try (var files = Files.list(ADRS)) {
      return files.filter(file -> !isNoDecision(file)).sorted().toList();
    }
  }

  private static String title(Path page) throws IOException {
    return Files.readAllLines(page).getFirst().replaceFirst("^# ", "");
  }

  private static List<String> links(Path page) {
    return LINK.matcher(FENCE.matcher(ProjectFiles.read(page)).replaceAll(""))
        .results()
        .map(DocumentationTests::target)
        .filter(link -> !link.startsWith("http"))
        .toList();
  }

  private static String target(MatchResult link) {
    return link.group(1) == null ? link.group(2) : link.group(1);
  }

  /** The anchors that GitHub makes of headings. */
  private static List<String> anchors(Path page) {
    return HEADING
        .matcher(ProjectFiles.read(page))
        .results()
        .map(
            heading ->
                heading
                    .group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w\\- ]", "")
                    .replace(' ', '-'))
        .toList();
  }

  private static List<String> tests(String simpleName) {
    var source =
        ProjectFiles.in(Path.of("src/test/java")).stream()
            .filter(file -> file.endsWith(simpleName + ".java"))
            .findFirst()
            .orElseThrow();
    var name =
        Path.of("src/test/java")
            .relativize(source)
            .toString()
            .replace(".java", "")
            .replace('/', '.');
    try {
      return Arrays.stream(
              Class.forName(name, false, DocumentationTests.class.getClassLoader())
                  .getDeclaredMethods())
          .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
          .map(Method::getName)
          .toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("No such test: " + simpleName, e);
    }
  }
}
