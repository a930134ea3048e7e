package com.ailuxe.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A Java program that runs beside this one and never outlives it: it ends when its standard input
 * does. What an earlier run left behind under the same name is replaced.
 */
final class ChildProcess {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

  private final Program program;
  private final PidFile pidFile;
  private final Path argumentFile;
  private final ChildLog log;
  private volatile @Nullable Process process;

  ChildProcess(Program program, Path runDirectory, Path logDirectory) {
    this.program = program;
    this.pidFile = new PidFile(runDirectory.resolve(program.name() + ".pid"));
    this.argumentFile = runDirectory.resolve(program.name() + ".args");
    this.log = new ChildLog(logDirectory.resolve(program.name() + ".log"));
  }

  String name() {
    return program.name();
  }

  ChildLog log() {
    return log;
  }

  synchronized Process start() {
    killLeftover(pidFile);
    log.startAnew();
    var builder =
        new ProcessBuilder(JavaCommand.with("@" + argumentFile))
            .directory(program.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.file().toFile()));
    builder.environment().putAll(program.environment());
    try {
      Files.createDirectories(program.directory());
      Files.createDirectories(argumentFile.getParent());
      Files.write(argumentFile, program.argumentLines());
      var started = builder.start();
      pidFile.write(started.toHandle());
      process = started;
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    var running = process;
    return running != null && running.isAlive();
  }

  /** Makes the next start quicker; see there. */
  void dumpSharedClasses() {
    var running = process;
    if (running != null) {
      program.sharedClasses().dumpFrom(running);
    }
  }

  /** Asks the child to end, and makes it when it does not. */
  synchronized void stop() {
    var running = process;
    if (running == null) {
      return;
    }
    try {
      running.getOutputStream().close();
      if (!running.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    pidFile.delete();
    process = null;
  }

  /** Ends the child as a power cut would. */
  synchronized void kill() {
    if (process != null) {
      kill(process.toHandle());
    }
  }

  /** Ends all that an earlier run left behind, so that its ports are free again. */
  static void killLeftovers(Path runDirectory) {
    try (var files = Files.newDirectoryStream(Files.createDirectories(runDirectory), "*.pid")) {
      files.forEach(file -> killLeftover(new PidFile(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void killLeftover(PidFile pidFile) {
    pidFile.running().ifPresent(ChildProcess::kill);
    pidFile.delete();
  }

  private static void kill(ProcessHandle handle) {
    handle.destroyForcibly();
    try {
      handle.onExit().get(KILL_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LocalStackException("Process %d does not end".formatted(handle.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What to run.
   *
   * @param name names pid file and log
   * @param sharedClasses speed up the start when they are there
   * @param directory the working directory
   */
  record Program(
      String name,
      List<Path> classPath,
      SharedClasses sharedClasses,
      List<String> options,
      String mainClass,
      List<String> arguments,
      Map<String, String> environment,
      Path directory) {
    private static final String LAUNCHER = "com.ailuxe.local.child.ChildLauncher";

    /**
     * The arguments as lines of a file: hundreds of jars make a command line too long for some
     * systems.
     */
    List<String> argumentLines() {
      var lines = new ArrayList<String>();
      lines.addAll(sharedClasses.options());
      lines.addAll(options);
      lines.add("-cp");
      lines.add(ClassPath.join(classPath));
      lines.add(LAUNCHER);
      lines.add(mainClass);
      lines.addAll(arguments);
      return lines.stream().map(Program::quoted).toList();
    }

    private static String quoted(String argument) {
      return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }
}
