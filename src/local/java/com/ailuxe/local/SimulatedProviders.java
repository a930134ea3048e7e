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
    var answer = post("/simulator/api/clock/advance", "{\"by\":\"PT0S\"}");
    if (answer.statusCode() != 200) {
      throw new LocalStackException("The clocks did not come together: " + answer.body());
    }
  }

  /**
   * Adds a phone, unless there is one with that number.
   *
   * @param phone as the control API takes it, in JSON
   */
  void addPhone(String phone) {
    var answer = post("/simulator/api/contacts", phone);
    if (answer.statusCode() != 200 && answer.statusCode() != 409) {
      throw new LocalStackException("There is no phone for it: " + answer.body());
    }
  }

  private HttpResponse<String> post(String path, String json) {
    var request =
        HttpRequest.newBuilder(page().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LocalStackException("The simulator does not answer: " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted: " + path, e);
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
