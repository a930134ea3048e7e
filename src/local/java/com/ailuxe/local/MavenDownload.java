package com.ailuxe.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Scanner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fetches through the developer's own Maven, so that mirrors, proxies, credentials and the offline
 * mode of this machine hold. Such options of the Maven that started us are passed on.
 */
final class MavenDownload {
  private static final Pattern PASSED_ON =
      Pattern.compile(
          "(?<!\\S)(?:-o|--offline|(?:-s|--settings|-gs|--global-settings)[ =]\\S+"
              + "|-Dmaven\\.repo\\.local=\\S+)(?!\\S)");
  private static final Pattern LARGE_TRANSFER =
      Pattern.compile("Progress \\(1\\): (\\d+)/(\\d{2,}) MB");
  private static final int REPORTED_EVERY_PERCENT = 10;
  private static final int KEPT_LINES = 12;

  private final Path pom;
  private final Progress progress;

  MavenDownload(Path pom, Progress progress) {
    this.pom = pom;
    this.progress = progress;
  }

  /**
   * @param goal of the pom
   * @param what for the progress lines
   */
  void run(String goal, Path target, String what) {
    var command = command(System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", ""), goal, target);
    try {
      var maven =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(nothing()))
              .redirectErrorStream(true)
              .start();
      var lastLines = follow(maven, what);
      if (maven.waitFor() != 0) {
        throw new LocalStackException(
            "Could not fetch %s with: %s%n%s"
                .formatted(
                    what, String.join(" ", command), String.join("\n", lastLines).indent(4)));
      }
    } catch (IOException e) {
      throw new LocalStackException(
          "Could not run Maven (%s): is it on the PATH?".formatted(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while fetching " + what, e);
    }
  }

  List<String> command(String ourMavensArguments, String goal, Path target) {
    var command = new ArrayList<String>();
    command.add(isWindows() ? "mvn.cmd" : "mvn");
    PASSED_ON
        .matcher(ourMavensArguments)
        .results()
        .map(MatchResult::group)
        .flatMap(Pattern.compile(" ")::splitAsStream)
        .forEach(command::add);
    command.addAll(List.of("-f", pom.toString(), goal, "-Dtarget=" + target));
    return command;
  }

  /** Maven writes a line for each piece of a transfer; every tenth per cent is reported. */
  private Deque<String> follow(Process maven, String what) {
    var lastLines = new ArrayDeque<String>();
    var reported = 0;
    try (var output = new Scanner(maven.inputReader()).useDelimiter("[\r\n]+")) {
      while (output.hasNext()) {
        var line = output.next();
        var transfer = LARGE_TRANSFER.matcher(line);
        if (transfer.find()) {
          var done = Integer.parseInt(transfer.group(1));
          var all = Integer.parseInt(transfer.group(2));
          if (100 * done / all >= reported + REPORTED_EVERY_PERCENT) {
            reported = 100 * done / all;
            progress.say("Camunda: downloading %s, %d of %d MB", what, done, all);
          }
        } else {
          lastLines.add(line);
          if (lastLines.size() > KEPT_LINES) {
            lastLines.remove();
          }
        }
      }
    }
    return lastLines;
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  private static File nothing() {
    return new File(isWindows() ? "NUL" : "/dev/null");
  }
}
