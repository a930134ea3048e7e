package com.ailuxe.local;

import com.ailuxe.local.ChildProcess.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the engine and its search store are started: small heaps, quick start, loopback only. */
final class CamundaPrograms {
  private final CamundaDistribution distribution;
  private final CamundaPorts ports;
  private final Path data;

  /**
   * @param data where engine and search store keep what must survive a restart
   */
  CamundaPrograms(CamundaDistribution distribution, CamundaPorts ports, Path data) {
    this.distribution = distribution;
    this.ports = ports;
    this.data = data;
  }

  Program engine(CamundaMode mode) {
    var full = mode == CamundaMode.FULL;
    var classPath = distribution.engine();
    var directory = data.resolve("engine");
    var configuration =
        Stream.of("camunda.yaml", "camunda-search.yaml")
            .limit(full ? 2 : 1)
            .map(name -> distribution.configuration(name).toUri().toString())
            .collect(Collectors.joining(","));
    return new Program(
        "camunda",
        classPath,
        distribution.sharedClasses(full ? "camunda-full" : "camunda-broker", classPath),
        options(
            "-Xmx384m",
            "-Dzeebe.clock.controlled=true",
            "-Dbasedir=" + directory,
            "-Dspring.config.additional-location=" + configuration),
        "io.camunda.application.StandaloneCamunda",
        List.of(),
        Map.of(
            "LOCAL_PROFILES", full ? "operate,tasklist,broker,auth" : "broker",
            "LOCAL_HTTP_PORT", Integer.toString(ports.http()),
            "LOCAL_GRPC_PORT", Integer.toString(ports.grpc()),
            "LOCAL_COMMAND_PORT", Integer.toString(ports.command()),
            "LOCAL_INTERNAL_PORT", Integer.toString(ports.internal()),
            "LOCAL_MANAGEMENT_PORT", Integer.toString(ports.management()),
            "LOCAL_SEARCH_PORT", Integer.toString(ports.search())),
        directory);
  }

  Program search() {
    var classPath = distribution.search();
    var directory = data.resolve("search");
    return new Program(
        "opensearch",
        classPath,
        distribution.sharedClasses("opensearch", classPath),
        options("-Xmx384m"),
        "com.ailuxe.local.search.SearchNode",
        List.of(
            directory.toString(),
            Integer.toString(ports.search()),
            Integer.toString(ports.searchTransport())),
        Map.of(),
        directory);
  }

  private static List<String> options(String... special) {
    var options = new ArrayList<>(JavaCommand.SHORT_LIVED);
    options.add("-XX:+UseSerialGC");
    options.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 24) {
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    options.addAll(List.of(special));
    return List.copyOf(options);
  }
}
