package com.ailuxe.local.child;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs the main class named by the first argument for as long as the local stack holds its end of
 * the standard input: whether the stack stops, crashes or is killed, its children end with it.
 */
public final class ChildLauncher {
  private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(15);

  private ChildLauncher() {}

  public static void main(String[] arguments) throws Exception {
    leaveInterruptToParent();
    startDaemon("parent-watch", ChildLauncher::exitWithParent);
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /** Ctrl-C reaches every process of the terminal; the stack wants to stop the app before us. */
  private static void leaveInterruptToParent() {
    Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
  }

  private static void exitWithParent() {
    waitForEndOfInput();
    startDaemon("impatience", ChildLauncher::haltWhenExitHangs);
    System.exit(0);
  }

  private static void waitForEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      System.err.println("Lost the parent: " + e.getMessage());
    }
  }

  private static void haltWhenExitHangs() {
    try {
      Thread.sleep(SHUTDOWN_PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void startDaemon(String name, Runnable task) {
    Thread.ofPlatform().name(name).daemon().start(task);
  }
}
