package com.ailuxe.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the processors have done so far.
 *
 * @param app this JVM, so with what makes the messages
 * @param engine none when it is in no process of its own
 */
record CpuTime(Duration app, Duration postgres, Duration engine) {
  static CpuTime now(JdbcClient jdbc) {
    var self = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    var backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    var server = ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
    return new CpuTime(
        Duration.ofNanos(self.getProcessCpuTime()),
        sum(Stream.concat(Stream.of(server), server.descendants())),
        sum(ProcessHandle.current().descendants().filter(CpuTime::isJava)));
  }

  CpuTime since(CpuTime start) {
    return new CpuTime(
        app.minus(start.app), postgres.minus(start.postgres), engine.minus(start.engine));
  }

  /** What each message took, in milliseconds. */
  static double each(Duration total, long messages) {
    return total.toNanos() / 1e6 / messages;
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/java")).isPresent();
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
