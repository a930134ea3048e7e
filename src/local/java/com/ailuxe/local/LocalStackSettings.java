package com.ailuxe.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What can be chosen about the local stack, by command line ({@code
 * -Dspring-boot.run.arguments=--ailuxe.local.camunda=broker}), system property or environment
 * variable ({@code AILUXE_LOCAL_CAMUNDA=broker}).
 *
 * @param camunda {@code full}: with Operate and Tasklist; {@code broker}: the engine alone; {@code
 *     none}: an engine elsewhere, named by {@code camunda.client.*}
 * @param past whether the demo agency has a past when the data begin empty
 * @param startsAgain whether it is worth half a minute of work to make the next start quicker
 * @param directory where data and logs are kept between starts
 * @param programs where the downloaded programs are kept
 * @param appPort where the app listens; follows {@code server.port}
 * @param appManagementPort the app's health and metrics; follows {@code management.server.port}
 * @param simulatorPort where the channel simulator listens
 * @param mailPort where the mail server for notices to the staff listens
 * @param postgresPort where PostgreSQL listens
 * @param camundaHttpPort REST, Operate and Tasklist
 * @param camundaGrpcPort the engine's gRPC API
 * @param camundaCommandPort the engine's own traffic, as the next one
 * @param camundaInternalPort the engine's own traffic
 * @param camundaManagementPort the engine's health, metrics and clock
 * @param searchPort the search store of Operate and Tasklist
 * @param searchTransportPort the search store's own traffic
 */
record LocalStackSettings(
    @DefaultValue("full") CamundaMode camunda,
    @DefaultValue("true") boolean past,
    @DefaultValue("true") boolean startsAgain,
    @DefaultValue(".local") Path directory,
    @DefaultValue(".local/camunda") Path programs,
    @DefaultValue("8090") int appPort,
    @DefaultValue("8093") int appManagementPort,
    @DefaultValue("8091") int simulatorPort,
    @DefaultValue("8092") int mailPort,
    @DefaultValue("15432") int postgresPort,
    @DefaultValue("8080") int camundaHttpPort,
    @DefaultValue("26500") int camundaGrpcPort,
    @DefaultValue("26501") int camundaCommandPort,
    @DefaultValue("26502") int camundaInternalPort,
    @DefaultValue("9600") int camundaManagementPort,
    @DefaultValue("9200") int searchPort,
    @DefaultValue("9300") int searchTransportPort) {
  static final String PREFIX = "ailuxe.local";

  LocalStackSettings {
    directory = directory.toAbsolutePath().normalize();
    programs = programs.toAbsolutePath().normalize();
  }

  /** Reads command line, system properties and environment variables, the first one winning. */
  static LocalStackSettings read(String... arguments) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    return read(environment);
  }

  static LocalStackSettings read(ConfigurableEnvironment environment) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "localStackDefaults",
                Map.of(
                    PREFIX + ".app-port",
                    "${server.port:8090}",
                    PREFIX + ".app-management-port",
                    "${management.server.port:8093}")));
    ConfigurationPropertySources.attach(environment);
    try {
      return Binder.get(environment)
          .bindOrCreate(
              PREFIX,
              Bindable.of(LocalStackSettings.class),
              new NoUnboundElementsBindHandler(
                  BindHandler.DEFAULT, LocalStackSettings::isSpelledExactly));
    } catch (BindException e) {
      throw new LocalStackException(
          "The settings of the local stack are wrong: "
              + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
          e);
    }
  }

  /** Environment variables have no hyphens: one may look like two settings. */
  private static boolean isSpelledExactly(ConfigurationPropertySource source) {
    return !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource);
  }

  /** The ports that the chosen parts listen on, by the property that moves each. */
  Map<String, Integer> ports() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("server.port", appPort);
    ports.put("management.server.port", appManagementPort);
    ports.put(PREFIX + ".simulator-port", simulatorPort);
    ports.put(PREFIX + ".mail-port", mailPort);
    ports.put(PREFIX + ".postgres-port", postgresPort);
    if (camunda != CamundaMode.NONE) {
      ports.put(PREFIX + ".camunda-http-port", camundaHttpPort);
      ports.put(PREFIX + ".camunda-grpc-port", camundaGrpcPort);
      ports.put(PREFIX + ".camunda-command-port", camundaCommandPort);
      ports.put(PREFIX + ".camunda-internal-port", camundaInternalPort);
      ports.put(PREFIX + ".camunda-management-port", camundaManagementPort);
    }
    if (camunda == CamundaMode.FULL) {
      ports.put(PREFIX + ".search-port", searchPort);
      ports.put(PREFIX + ".search-transport-port", searchTransportPort);
    }
    return ports;
  }

  Path postgres() {
    return directory.resolve("postgres");
  }

  Path logs() {
    return directory.resolve("logs");
  }

  /** Where the pid files are. */
  Path runs() {
    return directory.resolve("run");
  }

  CamundaPorts camundaPorts() {
    return new CamundaPorts(
        camundaHttpPort,
        camundaGrpcPort,
        camundaCommandPort,
        camundaInternalPort,
        camundaManagementPort,
        searchPort,
        searchTransportPort);
  }
}
