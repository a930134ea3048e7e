package com.ailuxe.local;

/**
 * Starts everything on this machine with one command, {@code mvn spring-boot:test-run}: PostgreSQL,
 * Camunda, the channel simulator and the app. {@link LocalStackSettings} says what can be chosen.
 */
public final class LocalStackApplication {
  private LocalStackApplication() {}

  public static void main(String[] arguments) {
    try {
      new LocalStack(LocalStackSettings.read(arguments)).run(arguments);
    } catch (LocalStackException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
