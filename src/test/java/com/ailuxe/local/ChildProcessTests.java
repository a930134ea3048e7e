package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.ChildProcess.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class ChildProcessTests {
  private static final String SLEEPER =
      """
      public class Sleeper {
        public static void main(String[] arguments) throws Exception {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
          System.out.println("hello");
          %s
        }
      }
      """;

  @TempDir static Path jars;
  @TempDir Path directory;
  private ChildProcess child;

  @BeforeEach
  void setUp() throws IOException {
    child = sleeper();
  }

  @AfterEach
  void tearDown() {
    child.stop();
    ChildProcess.killLeftovers(directory.resolve("run"));
  }

  @Test
  void childThatIsStoppedEndsInGoodOrder() throws InterruptedException {
    var process = startAndAwaitHello(child);

    child.stop();

    assertThat(process.waitFor(0, TimeUnit.SECONDS)).isTrue();
    assertThat(child.log().file()).content().contains("goodbye");
    assertThat(directory.resolve("run/sleeper.pid")).doesNotExist();
  }

  @Test
  void childThatIsKilledHasNoTimeToSayGoodbye() {
    startAndAwaitHello(child);

    child.kill();

    assertThat(child.isAlive()).isFalse();
    assertThat(child.log().file()).content().doesNotContain("goodbye");
  }

  @Test
  void childThatAnEarlierRunLeftBehindIsReplaced() throws IOException {
    var leftover = startAndAwaitHello(sleeper());

    var process = startAndAwaitHello(child);

    assertThat(leftover.isAlive()).isFalse();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void childThatDiesAloneIsReportedAndStartedAgain(CapturedOutput console) {
    try (var supervisor = new Supervisor(child, new Progress())) {
      supervisor.start();
      await().until(() -> child.log().tail(1).contains("hello"));

      child.kill();

      await().until(() -> console.getOut().contains("sleeper: has died"));
      assertThat(console.getOut()).contains("(1 of 5)", "    hello");
      await().until(child::isAlive);
    }
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void childThatKeepsDyingIsGivenUp(CapturedOutput console) throws IOException {
    var dying = sleeper("throw new IllegalStateException(\"no disk\");");
    try (var supervisor = new Supervisor(dying, new Progress(), Duration.ofMillis(1))) {
      supervisor.start();

      await().atMost(Duration.ofSeconds(60)).until(supervisor::hasGivenUp);
    }
    assertThat(console.getOut()).contains("(5 of 5)", "no disk", "is not started again");
  }

  private static Process startAndAwaitHello(ChildProcess child) {
    var process = child.start();
    await().until(() -> child.log().tail(1).contains("hello"));
    return process;
  }

  private ChildProcess sleeper() throws IOException {
    return sleeper("Thread.sleep(600_000);");
  }

  private ChildProcess sleeper(String afterHello) throws IOException {
    var sources = Files.createDirectories(directory.resolve("sources/sleeper"));
    Files.writeString(sources.resolve("Sleeper.java"), SLEEPER.formatted(afterHello));
    var classPath =
        List.of(
            new ChildCode(Path.of("src/local/camunda"), jars).compile("launcher", List.of()),
            new ChildCode(directory.resolve("sources"), jars).compile("sleeper", List.of()));
    return new ChildProcess(
        new Program(
            "sleeper",
            classPath,
            new SharedClasses("sleeper", classPath, directory),
            List.of("-XX:TieredStopAtLevel=1"),
            "Sleeper",
            List.of(),
            Map.of(),
            directory),
        directory.resolve("run"),
        directory.resolve("logs"));
  }
}
