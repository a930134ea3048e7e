package com.ailuxe.journey;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at the end of a run how much of each process in {@code bpmn/} its tests went through,
 * elements and flows, over all test classes. The numbers are those of Camunda Process Test.
 */
final class PathCoverage implements BeforeAllCallback, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PathCoverage.class);
  private static final Path REPORT = Path.of("target", "coverage-report", "report.json");
  private static final Path PROCESSES = Path.of("bpmn");

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(PathCoverage.class, key -> this);
  }

  @Override
  public void close() throws IOException {
    var coverage = new TreeMap<String, Double>();
    for (var process : new ObjectMapper().readTree(REPORT.toFile()).path("coverages")) {
      var id = process.path("processDefinitionId").asText();
      if (Files.exists(PROCESSES.resolve(id + ".bpmn"))) {
        coverage.put(id, process.path("coverage").asDouble());
      }
    }
    log.info(
        "Path covered by process tests{}",
        coverage.entrySet().stream()
            .map(
                process ->
                    "\n  %-12s %3.0f %%".formatted(process.getKey(), 100 * process.getValue()))
            .collect(joining()));
  }
}
