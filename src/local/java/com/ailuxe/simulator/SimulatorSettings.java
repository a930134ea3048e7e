package com.ailuxe.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator is given at its start: where it listens, whom it plays and where the app is.
 *
 * @param port where to listen on the loopback address; 0 picks a free port
 * @param directory where the journal and the media are kept; null keeps everything in memory
 */
public record SimulatorSettings(
    int port,
    @Nullable Path directory,
    WhatsApp whatsApp,
    Telegram telegram,
    ClockTargets clockTargets,
    Pace pace) {

  /** The business side of a WhatsApp number, as Meta would know it. */
  public record WhatsApp(
      String businessAccountId,
      String phoneNumberId,
      String displayPhoneNumber,
      String accessToken,
      String appSecret,
      String verifyToken,
      URI webhook) {}

  /** The bot, as BotFather would know it; its webhook is set by the app itself. */
  public record Telegram(String token, String username) {
    long botId() {
      return Long.parseLong(token.substring(0, token.indexOf(':')));
    }
  }

  /** Base addresses of those whose clocks move with the simulator's; null leaves one out. */
  public record ClockTargets(@Nullable URI app, @Nullable URI camundaManagement) {}

  /**
   * How fast the simulated world is.
   *
   * @param status pause before {@code sent}, and again before {@code delivered}
   * @param firstRetry pause after the first refused webhook; doubles from there
   * @param longestRetry upper bound of that pause
   * @param attempts refused attempts after which a webhook is given up until resumed
   */
  public record Pace(Duration status, Duration firstRetry, Duration longestRetry, int attempts) {
    /** The pause after the given number of failed attempts (1 and more). */
    Duration pauseAfter(int failures) {
      var pause = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
      return pause.compareTo(longestRetry) > 0 ? longestRetry : pause;
    }
  }

  /** The fixed values of the local stack. */
  public static SimulatorSettings local() {
    return new SimulatorSettings(
        8091,
        null,
        new WhatsApp(
            "200000000000001",
            "100000000000001",
            "+49 30 5550100",
            "local-whatsapp-token",
            "local-app-secret",
            "local-verify-token",
            URI.create("http://127.0.0.1:8090/webhooks/whatsapp")),
        new Telegram("100001:local-telegram-token", "ailuxe_local_bot"),
        new ClockTargets(URI.create("http://127.0.0.1:8090"), URI.create("http://127.0.0.1:9600")),
        new Pace(Duration.ofMillis(150), Duration.ofSeconds(1), Duration.ofSeconds(16), 12));
  }

  public SimulatorSettings withPort(int newPort) {
    return new SimulatorSettings(newPort, directory, whatsApp, telegram, clockTargets, pace);
  }

  public SimulatorSettings withDirectory(@Nullable Path newDirectory) {
    return new SimulatorSettings(port, newDirectory, whatsApp, telegram, clockTargets, pace);
  }

  /** Sends the WhatsApp webhooks to this address. */
  public SimulatorSettings withWebhook(URI webhook) {
    var moved =
        new WhatsApp(
            whatsApp.businessAccountId,
            whatsApp.phoneNumberId,
            whatsApp.displayPhoneNumber,
            whatsApp.accessToken,
            whatsApp.appSecret,
            whatsApp.verifyToken,
            webhook);
    return new SimulatorSettings(port, directory, moved, telegram, clockTargets, pace);
  }

  public SimulatorSettings withClockTargets(ClockTargets newTargets) {
    return new SimulatorSettings(port, directory, whatsApp, telegram, newTargets, pace);
  }

  public SimulatorSettings withPace(Pace newPace) {
    return new SimulatorSettings(port, directory, whatsApp, telegram, clockTargets, newPace);
  }
}
