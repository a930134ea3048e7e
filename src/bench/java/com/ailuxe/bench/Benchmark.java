package com.ailuxe.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the sections that {@code -Dbench.only=ack,answer} names, all without it. Figures of two runs
 * or of two machines do not compare; those within one run do.
 */
final class Benchmark {
  /** A part of the measurements with a table of its own. */
  interface Section {
    Table run() throws Exception;
  }

  private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("contract", new ContractSection());
    SECTIONS.put("ack", new AckSection());
    SECTIONS.put("answer", new AnswerSection());
    SECTIONS.put("load", new LoadSection());
    SECTIONS.put("reminders", new ReminderSection());
    SECTIONS.put("start", new StartSection());
  }

  private Benchmark() {}

  public static void main(String[] arguments) {
    try {
      run();
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run() throws Exception {
    var only = System.getProperty("bench.only", "");
    var chosen = only.isBlank() ? List.copyOf(SECTIONS.keySet()) : List.of(only.split(","));
    for (var name : chosen) {
      if (!SECTIONS.containsKey(name)) {
        throw new IllegalArgumentException(
            "There is no section '%s': bench.only is one or more of %s"
                .formatted(name, String.join(",", SECTIONS.keySet())));
      }
    }
    var output = new StringBuilder();
    for (var name : chosen) {
      var before = load();
      var table = Objects.requireNonNull(SECTIONS.get(name)).run();
      output.append(
          "%n%s%nLoad average before %.1f, after %.1f%n".formatted(table, before, load()));
    }
    System.out.printf(
        "%n%d cores, Java %s%n%s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version(), output);
  }

  /**
   * The load of the last minute: more than the number of cores means that others wanted them too.
   */
  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
