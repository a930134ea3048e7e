package com.ailuxe.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a TCP port, as far as this user may know: by {@code /proc} on Linux,
 * by {@code lsof} elsewhere.
 */
record PortHolder(long pid, String command) {
  private static final int LONGEST_COMMAND = 160;
  private static final Path PROC = Path.of("/proc");
  private static final String LISTEN = "0A";

  static Optional<PortHolder> find(int port) {
    var pid = Files.isDirectory(PROC.resolve("net")) ? findInProc(port) : findByLsof(port);
    return pid.map(PortHolder::of);
  }

  private static PortHolder of(long pid) {
    var command = ProcessHandle.of(pid).map(ProcessHandle::info).flatMap(PortHolder::command);
    return new PortHolder(pid, command.orElse("unknown command"));
  }

  private static Optional<String> command(ProcessHandle.Info info) {
    return info.commandLine().or(info::command);
  }

  private static Optional<Long> findInProc(int port) {
    var inodes = new HashSet<String>();
    for (var table : List.of("tcp", "tcp6")) {
      inodes.addAll(listeningInodes(PROC.resolve("net").resolve(table), port));
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holdsAny(pid, inodes))
        .findFirst();
  }

  /** Columns of the table: slot, local address, remote address, state, five more, inode. */
  private static Set<String> listeningInodes(Path table, int port) {
    var localPort = ":%04X".formatted(port);
    var inodes = new HashSet<String>();
    for (var line : lines(table)) {
      var columns = line.trim().split("\\s+");
      if (columns.length > 9 && columns[1].endsWith(localPort) && columns[3].equals(LISTEN)) {
        inodes.add("socket:[" + columns[9] + "]");
      }
    }
    return inodes;
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean holdsAny(long pid, Collection<String> inodes) {
    try (var files = Files.newDirectoryStream(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
      for (var file : files) {
        if (target(file).filter(inodes::contains).isPresent()) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return false;
    }
    return false;
  }

  /** Empty when the file was closed in the meantime. */
  private static Optional<String> target(Path file) {
    try {
      return Optional.of(Files.readSymbolicLink(file).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> findByLsof(int port) {
    try {
      var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
      try (var pids = lsof.inputReader()) {
        return pids.lines().findFirst().map(Long::valueOf);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A long command loses its middle: the program comes first, the main class of Java last. */
  @Override
  public String toString() {
    var shown =
        command.length() <= LONGEST_COMMAND
            ? command
            : command.substring(0, LONGEST_COMMAND / 2)
                + " ... "
                + command.substring(command.length() - LONGEST_COMMAND / 2);
    return "process %d (%s)".formatted(pid, shown);
  }
}
