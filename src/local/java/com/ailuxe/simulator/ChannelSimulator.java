package com.ailuxe.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A running simulator: an own web server with an own Spring context that reads no configuration
 * file, no environment and no bean of the app. Nothing here has a Spring stereotype, so the app's
 * component scan finds nothing.
 */
public final class ChannelSimulator implements AutoCloseable {

  /** What the server is made of; no configuration class, or the app's scan would take it. */
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  private static final class WebServer {}

  private final AnnotationConfigServletWebServerApplicationContext server;
  private final List<AutoCloseable> parts;

  private ChannelSimulator(
      AnnotationConfigServletWebServerApplicationContext server, List<AutoCloseable> parts) {
    this.server = server;
    this.parts = parts;
  }

  /** Starts a simulator; it takes up what the journal in its directory left pending. */
  public static ChannelSimulator start(SimulatorSettings settings) {
    var http = Http.client();
    var state = new SimulatorState(settings.directory(), new SimulatedClock());
    var mediaStore = new MediaStore(settings.directory(), state);
    var misbehaviour = new Misbehaviour();
    var dispatcher = new WebhookDispatcher(state, settings, misbehaviour, http);
    var events = new EventStream(state, misbehaviour);
    var desk = new ProviderDesk(state, misbehaviour);

    var webhooks = new WhatsAppWebhooks(settings.whatsApp(), dispatcher);
    var statuses = new WhatsAppStatuses(state, webhooks, misbehaviour, settings.pace().status());
    var contents = new WhatsAppContent(mediaStore, new LinkedMedia(http, mediaStore));
    var whatsAppApi =
        new WhatsAppApi(settings.whatsApp(), state, mediaStore, contents, statuses, events, desk);
    var whatsAppPhone =
        new WhatsAppPhone(settings.whatsApp(), state, mediaStore, webhooks, statuses);

    var messages = new TelegramMessages(settings.telegram(), state);
    var updates = new TelegramUpdates(state, dispatcher);
    var telegramApi =
        new TelegramApi(settings.telegram(), state, mediaStore, messages, updates, events, desk);
    var telegramPhone = new TelegramPhone(state, mediaStore, messages, updates);

    var time = new SimulatedTime(settings.clockTargets(), state, http);
    var controlApi =
        new ControlApi(
            settings,
            state,
            mediaStore,
            whatsAppPhone,
            telegramPhone,
            statuses,
            webhooks,
            updates,
            dispatcher,
            misbehaviour,
            time,
            events,
            http);

    var server =
        serve(
            settings.port(),
            Page.routes()
                .and(controlApi.routes())
                .and(whatsAppApi.routes())
                .and(telegramApi.routes()));
    for (var channel : Channel.values()) {
      dispatcher.submitPending(channel);
    }
    statuses.resume();
    return new ChannelSimulator(
        server,
        List.of(events, statuses, dispatcher, state::endWaiting, server, http::shutdownNow, state));
  }

  private static AnnotationConfigServletWebServerApplicationContext serve(
      int port, RouterFunction<ServerResponse> routes) {
    var environment = new StandardServletEnvironment();
    environment
        .getPropertySources()
        .forEach(source -> environment.getPropertySources().remove(source.getName()));
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "simulator",
                Map.of(
                    "server.address",
                    "127.0.0.1",
                    "server.port",
                    port,
                    "server.shutdown",
                    "immediate",
                    "server.servlet.encoding.force",
                    true,
                    "spring.threads.virtual.enabled",
                    true,
                    "spring.servlet.multipart.max-file-size",
                    "101MB",
                    "spring.servlet.multipart.max-request-size",
                    "102MB",
                    "spring.servlet.multipart.file-size-threshold",
                    "1MB",
                    "spring.web.resources.add-mappings",
                    false)));
    var server = new AnnotationConfigServletWebServerApplicationContext();
    server.setEnvironment(environment);
    server.register(WebServer.class);
    server.registerBean("routes", RouterFunction.class, () -> routes);
    server.refresh();
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return Objects.requireNonNull(server.getWebServer()).getPort();
  }

  /** Stops; what is pending stays in the journal. */
  @Override
  public void close() {
    try {
      for (var part : parts) {
        part.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("the simulator did not stop cleanly", e);
    }
  }

  /** Runs the simulator alone: optional arguments are the port and the directory. */
  public static void main(String[] args) {
    var settings = SimulatorSettings.local();
    if (args.length > 0) {
      settings = settings.withPort(Integer.parseInt(args[0]));
    }
    if (args.length > 1) {
      settings = settings.withDirectory(Path.of(args[1]));
    }
    start(settings);
  }
}
