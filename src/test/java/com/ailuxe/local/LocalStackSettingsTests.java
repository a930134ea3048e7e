package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class LocalStackSettingsTests {
  @Test
  void fullCamundaOnTheUsualPortsIsTheDefault() {
    var settings = LocalStackSettings.read();

    assertThat(settings.camunda()).isEqualTo(CamundaMode.FULL);
    assertThat(settings.directory()).isEqualTo(Path.of(".local").toAbsolutePath());
    assertThat(settings.ports())
        .containsExactly(
            entry("server.port", 8090),
            entry("management.server.port", 8093),
            entry("ailuxe.local.simulator-port", 8091),
            entry("ailuxe.local.mail-port", 8092),
            entry("ailuxe.local.postgres-port", 15432),
            entry("ailuxe.local.camunda-http-port", 8080),
            entry("ailuxe.local.camunda-grpc-port", 26500),
            entry("ailuxe.local.camunda-command-port", 26501),
            entry("ailuxe.local.camunda-internal-port", 26502),
            entry("ailuxe.local.camunda-management-port", 9600),
            entry("ailuxe.local.search-port", 9200),
            entry("ailuxe.local.search-transport-port", 9300));
  }

  @Test
  void commandLineWins() {
    var settings =
        LocalStackSettings.read(
            "--ailuxe.local.camunda=broker", "--ailuxe.local.camunda-grpc-port=36500");

    assertThat(settings.camunda()).isEqualTo(CamundaMode.BROKER);
    assertThat(settings.camundaPorts().grpcAddress()).hasToString("http://127.0.0.1:36500");
  }

  @Test
  void environmentVariablesAreRead() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("AILUXE_LOCAL_CAMUNDAGRPCPORT", "36500", "SERVER_PORT", "9090")));

    var settings = LocalStackSettings.read(environment);

    assertThat(settings.camundaGrpcPort()).isEqualTo(36500);
    assertThat(settings.appPort()).isEqualTo(9090);
  }

  @Test
  void partsThatAreNotStartedNeedNoPort() {
    assertThat(LocalStackSettings.read("--ailuxe.local.camunda=broker").ports())
        .doesNotContainKey("ailuxe.local.search-port")
        .containsKey("ailuxe.local.camunda-grpc-port");
    assertThat(LocalStackSettings.read("--ailuxe.local.camunda=none").ports())
        .containsOnlyKeys(
            "server.port",
            "management.server.port",
            "ailuxe.local.simulator-port",
            "ailuxe.local.mail-port",
            "ailuxe.local.postgres-port");
  }

  @Test
  void nonsenseIsRefusedByName() {
    assertThatThrownBy(() -> LocalStackSettings.read("--ailuxe.local.camunda=half"))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("half");
  }

  @Test
  void misspeltSettingIsRefused() {
    assertThatThrownBy(() -> LocalStackSettings.read("--ailuxe.local.postgres-prot=1"))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("postgres-prot");
  }
}
