package com.ailuxe.local;

import com.ailuxe.simulator.ChannelSimulator;
import com.ailuxe.simulator.SimulatorSettings;
import com.ailuxe.simulator.SimulatorSettings.ClockTargets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * The channel simulator beside the app; the app knows it only as the addresses of the providers.
 */
final class SimulatedProviders implements AutoCloseable {
  private final ChannelSimulator simulator;

  private SimulatedProviders(ChannelSimulator simulator) {
    this.simulator = simulator;
  }

  static SimulatedProviders start(LocalStackSettings settings) {
    var app = local(settings.appPort());
    var engine =
        settings.camunda() == CamundaMode.NONE ? null : settings.camundaPorts().managementAddress();
    return new SimulatedProviders(
        ChannelSimulator.start(
            SimulatorSettings.local()
                .withPort(settings.simulatorPort())
                .withDirectory(settings.directory().resolve("simulator"))
                .withWebhook(app.resolve("/webhooks/whatsapp"))
                .withClockTargets(new ClockTargets(app, engine))));
  }

  /** What points the app at the simulator instead of Meta and Telegram. */
  static Map<String, String> properties(LocalStackSettings settings) {
    var simulator = local(settings.simulatorPort()).toString();
    var provider = SimulatorSettings.local();
    return Map.of(
        "ailuxe.channel.whatsapp.base-url", simulator,
        "ailuxe.channel.whatsapp.media-hosts", local(settings.simulatorPort()).getAuthority(),
        "ailuxe.channel.whatsapp.access-token", provider.whatsApp().accessToken(),
        "ailuxe.channel.whatsapp.app-secret", provider.whatsApp().appSecret(),
        "ailuxe.channel.whatsapp.verify-token", provider.whatsApp().verifyToken(),
        "ailuxe.channel.telegram.base-url", simulator,
        "ailuxe.channel.telegram.bot-token", provider.telegram().token());
  }

  /** Where a person chats with the app. */
  URI page() {
    return local(simulator.port());
  }

  /**
   * The simulator keeps over a restart how far its clock was moved; the app and the engine do not,
   * and follow it here.
   */
  void bringClocksTogether() {
    var request =
        HttpRequest.newBuilder(page().resolve("/simulator/api/clock/advance"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"PT0S\"}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new LocalStackException("The clocks did not come together: " + answer.body());
      }
    } catch (IOException e) {
      throw new LocalStackException("The clocks did not come together", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    simulator.close();
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
