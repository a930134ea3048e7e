package com.ailuxe.local;

import com.ailuxe.simulator.ChannelSimulator;
import com.ailuxe.simulator.SimulatorSettings;
import com.ailuxe.simulator.SimulatorSettings.ClockTargets;
import java.net.URI;
import java.util.Map;

/**
 * The channel simulator beside the app; the app knows it only as the addresses of the providers.
 */
final class SimulatedProviders implements LocalSimulator {
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
        "ailuxe.channel.whatsapp.access-token", provider.whatsApp().accessToken(),
        "ailuxe.channel.whatsapp.app-secret", provider.whatsApp().appSecret(),
        "ailuxe.channel.whatsapp.verify-token", provider.whatsApp().verifyToken(),
        "ailuxe.channel.telegram.base-url", simulator,
        "ailuxe.channel.telegram.bot-token", provider.telegram().token());
  }

  @Override
  public URI page() {
    return local(simulator.port());
  }

  @Override
  public void close() {
    simulator.close();
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
