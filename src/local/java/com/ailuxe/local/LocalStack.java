package com.ailuxe.local;

import com.ailuxe.AiLuxeApplication;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts the parts. Camunda takes longest, so it starts first and in the background; the app waits
 * for PostgreSQL and the engine, nobody waits for Operate and Tasklist.
 */
final class LocalStack {
  private final LocalStackSettings settings;
  private final Progress progress = new Progress();

  LocalStack(LocalStackSettings settings) {
    this.settings = settings;
  }

  /**
   * @param arguments of the app
   * @throws LocalStackException before anything is started, if a port is taken or the stack runs
   */
  void run(String... arguments) {
    progress.say("AI LUXE: starting, files are kept in %s", settings.directory());
    claimDirectory();
    ChildProcess.killLeftovers(settings.runs());
    PortCheck.requireFree(portsToTake());
    var camunda = LocalCamunda.start(settings, progress);
    SpringApplication.getShutdownHandlers().add(camunda::close);
    setDefaults();
    SpringApplication.withHook(
        application -> {
          application.addPrimarySources(Set.of(LocalStackConfiguration.class));
          application.addInitializers(context -> prepare(context, camunda));
          return new Announcement(camunda);
        },
        () -> AiLuxeApplication.main(arguments));
  }

  /** What a living stack has started must not be taken for leftovers. */
  private void claimDirectory() {
    var owner = new PidFile(settings.directory().resolve("stack.pid"));
    owner
        .running()
        .ifPresent(
            process -> {
              throw new LocalStackException(
                  "The local stack runs already, as process %d.".formatted(process.pid()));
            });
    owner.write(ProcessHandle.current());
  }

  /** PostgreSQL that an earlier run left behind may keep its port: it is taken over. */
  private Map<String, Integer> portsToTake() {
    var ports = new LinkedHashMap<>(settings.ports());
    if (LocalPostgres.isLeftover(settings.postgres(), settings.postgresPort())) {
      ports.values().remove(settings.postgresPort());
    }
    return ports;
  }

  /** Stronger than the app's own defaults, weaker than what the developer has set. */
  private void setDefaults() {
    var environment = new StandardEnvironment();
    ConfigurationPropertySources.attach(environment);
    defaults()
        .forEach(
            (name, value) -> {
              if (!environment.containsProperty(name)) {
                System.setProperty(name, value);
              }
            });
  }

  private Map<String, String> defaults() {
    var defaults = new HashMap<String, String>();
    defaults.put("server.address", "127.0.0.1");
    defaults.put("server.port", Integer.toString(settings.appPort()));
    defaults.put("management.server.address", "127.0.0.1");
    defaults.put("management.server.port", Integer.toString(settings.appManagementPort()));
    defaults.put("server.shutdown", "immediate");
    defaults.put("spring.main.banner-mode", "off");
    defaults.put("spring.flyway.locations", "classpath:db/migration,classpath:db/demo");
    defaults.putAll(SimulatedProviders.properties(settings));
    defaults.put("ailuxe.journey.staff-url", "http://localhost:" + settings.appPort());
    defaults.put("ailuxe.media.directory", settings.directory().resolve("media").toString());
    defaults.putAll(LocalMail.properties(settings.mailPort()));
    if (settings.camunda() != CamundaMode.NONE) {
      var ports = settings.camundaPorts();
      defaults.put("logging.level.io.camunda.client.impl.CamundaCallCredentials", "error");
      defaults.put("camunda.client.mode", "self-managed");
      defaults.put("camunda.client.auth.method", "none");
      defaults.put("camunda.client.grpc-address", ports.grpcAddress().toString());
      defaults.put("camunda.client.rest-address", ports.restAddress().toString());
      defaults.put("camunda.client.prefer-rest-over-grpc", "false");
      defaults.put("ailuxe.journey.tasks.username", "demo");
      defaults.put("ailuxe.journey.tasks.password", "demo");
      defaults.put(
          "ailuxe.tasks.tasklist",
          "http://localhost:%d/tasklist".formatted(settings.camundaHttpPort()));
    }
    return defaults;
  }

  private void prepare(ConfigurableApplicationContext context, LocalCamunda camunda) {
    makeKnown(settings, context);
    var beans = context.getBeanFactory();
    beans.registerSingleton("localStackProgress", progress);
    beans.registerSingleton("localCamunda", camunda);
    beans.registerSingleton("onlyTheApp", new OnlyTheApp());
  }

  /**
   * Registers a definition, which is still there when a start has failed and {@link EarlierData}
   * asks for it.
   */
  static void makeKnown(LocalStackSettings settings, ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context)
        .registerBean("localStackSettings", LocalStackSettings.class, () -> settings);
  }

  /** Says when the app works, and later when all does. */
  private final class Announcement implements SpringApplicationRunListener {
    private final LocalCamunda camunda;

    Announcement(LocalCamunda camunda) {
      this.camunda = camunda;
    }

    @Override
    public void ready(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
      var simulator = context.getBean(SimulatedProviders.class);
      progress.say("AI LUXE: the chat is ready");
      Thread.ofVirtual()
          .name("announcement")
          .start(
              () -> {
                camunda.awaitAll();
                simulator.bringClocksTogether();
                progress.say("AI LUXE: ready%n%s", new Addresses(settings, simulator));
              });
    }
  }
}
