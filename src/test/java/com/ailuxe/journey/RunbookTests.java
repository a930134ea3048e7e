package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads an incident finds its section, and no section is about nothing. */
class RunbookTests {
  private static final Path RUNBOOK = Path.of("src/docs/runbook.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\w+)$");

  /** Our models have no listeners, ad-hoc sub-processes and linked resources. */
  private static final Set<String> CANNOT_COME =
      Set.of(
          "UNSPECIFIED",
          "UNKNOWN_ENUM_VALUE",
          "EXECUTION_LISTENER_NO_RETRIES",
          "TASK_LISTENER_NO_RETRIES",
          "AD_HOC_SUB_PROCESS_NO_RETRIES",
          "RESOURCE_NOT_FOUND",
          // Ours, recognised by the code at its front.
          "JOB_NO_RETRIES");

  @Test
  void eachTypeHasASectionAndEachSectionAType() throws IOException {
    var engines =
        names(IncidentErrorType.values()).filter(name -> !CANNOT_COME.contains(name)).toList();
    var sections =
        SECTION.matcher(Files.readString(RUNBOOK)).results().map(found -> found.group(1)).toList();

    assertThat(sections)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(names(IncidentType.values()), engines.stream())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource
  void aSectionTellsWhatIsSeenWhatItMeansAndWhatToDo(IncidentType type) throws IOException {
    var section = Files.readString(RUNBOOK).split("(?m)^## " + type + "$")[1].split("(?m)^#")[0];

    assertThat(section)
        .contains("**Seen**", "**Means**", "**The contact**", "**Check**", "**Do**", "**Do not**");
  }

  @ParameterizedTest
  @EnumSource
  void aTextBeginsWithItsCodeAndEndsWithRetry(IncidentType type) {
    assertThat(type.text("job 7"))
        .startsWith(type + ": ")
        .contains(" (job 7). ")
        .endsWith("; then press Retry in Operate.");
  }

  private static Stream<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name);
  }
}
