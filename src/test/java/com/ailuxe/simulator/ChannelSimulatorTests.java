package com.ailuxe.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ailuxe.AiLuxeApplication;
import com.ailuxe.simulator.SimulatorSettings.Pace;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

@Tag("slow")
class ChannelSimulatorTests {
  private static final Pace PATIENT =
      new Pace(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(100), 10_000);

  @TempDir Path directory;

  @BeforeAll
  static void quietLogs() {
    SimulatorTestBed.quietLogs();
  }

  @Test
  void componentScanOfTheAppFindsNothingOfTheSimulator() {
    var scan = new ClassPathScanningCandidateComponentProvider(true);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    var all = scan.findCandidateComponents(AiLuxeApplication.class.getPackageName());
    assertThat(all).isNotEmpty();
    assertThat(all)
        .extracting(BeanDefinition::getBeanClassName)
        .noneMatch(name -> name.startsWith("com.ailuxe.simulator"));
  }

  @Test
  void simulatorUsesNoClassOfTheApp() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("com.ailuxe.simulator")
        .and()
        .haveSimpleNameNotEndingWith("Tests")
        .and()
        .doNotBelongToAnyOf(FakeApp.class)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to the app",
                type ->
                    type.getPackageName().startsWith("com.ailuxe")
                        && !type.getPackageName().startsWith("com.ailuxe.simulator")))
        .check(new ClassFileImporter().importPackages("com.ailuxe.simulator"));
  }

  @Test
  void chatsMediaAndNumbersOutliveARestart() throws Exception {
    var bytes = "%PDF".getBytes(StandardCharsets.UTF_8);
    try (var app = new FakeApp()) {
      var settings = SimulatorTestBed.settings(app, directory);
      String mediaId;
      long updateId;
      JsonNode whatsApp;
      JsonNode telegram;
      try (var simulator = ChannelSimulator.start(settings)) {
        var caller = new Caller(settings, simulator.port());
        caller.says("james", "whatsapp", "Hello");
        caller.whatsAppText("447700900123", "Good evening");
        mediaId = caller.uploadMedia("c.pdf", "application/pdf", bytes).text("/id");
        caller.sendsFile("yuki", "telegram", Map.of(), "id.pdf", "application/pdf", bytes);
        caller.bot("sendMessage", "{\"chat_id\":700003,\"text\":\"Thank you\"}");
        updateId = caller.bot("getUpdates", "{}").at("/result/0/update_id").asLong();
        caller.post("/clock/advance", "{\"by\":\"PT48H\"}");
        caller.post("/contacts", "{\"name\":\"Nora Berg\",\"phone\":\"4915112345678\"}");
        await()
            .until(() -> caller.get("/webhooks?state=pending&channel=whatsapp").json().isEmpty());
        await().until(() -> app.statuses().contains("delivered"));
        whatsApp = caller.log("james", "whatsapp");
        telegram = caller.log("yuki", "telegram");
      }
      tearLastLine();
      try (var simulator = ChannelSimulator.start(settings)) {
        var caller = new Caller(settings, simulator.port());
        assertThat(caller.log("james", "whatsapp")).isEqualTo(whatsApp);
        assertThat(caller.log("yuki", "telegram")).isEqualTo(telegram);
        assertThat(caller.graphGet(mediaId).at("/file_size").asInt()).isEqualTo(bytes.length);
        assertThat(caller.plain(telegram.at("/0/file/url").asText()).bytes()).isEqualTo(bytes);
        assertThat(caller.get("/clock").text("/offset")).isEqualTo("PT48H");
        assertThat(caller.get("/contacts").json())
            .anySatisfy(contact -> assertThat(contact.path("id").asText()).isEqualTo("nora-berg"));
        caller.says("yuki", "telegram", "more");
        var updates = caller.bot("getUpdates", "{}").at("/result");
        assertThat(updates)
            .extracting(update -> update.path("update_id").asLong())
            .containsExactly(updateId, updateId + 1);
        assertThat(updates.at("/1/message/message_id").asLong())
            .isGreaterThan(telegram.at("/1/id").asLong());
        assertThat(caller.get("/received?operation=messages").json()).hasSize(1);
        assertThat(caller.get("/received?operation=sendMessage").json()).hasSize(1);
      }
    }
  }

  private void tearLastLine() throws IOException {
    Files.writeString(
        directory.resolve("journal.jsonl"), "{\"fact\":\"Fact$Entry", StandardOpenOption.APPEND);
  }

  @Test
  void webhookThatTheAppMissedComesAfterTheRestart() throws Exception {
    int port;
    SimulatorSettings settings;
    try (var gone = new FakeApp()) {
      port = gone.port();
      settings = SimulatorTestBed.settings(gone, directory).withPace(PATIENT);
    }
    try (var simulator = ChannelSimulator.start(settings)) {
      var caller = new Caller(settings, simulator.port());
      caller.says("james", "whatsapp", "Anybody there?");
      await().until(() -> caller.get("/webhooks").at("/0/attempts").size() > 1);
      assertThat(caller.get("/webhooks").at("/0/attempts/0/error").asText())
          .isEqualTo("nobody listens there");
    }
    try (var app = new FakeApp(port);
        var simulator = ChannelSimulator.start(settings)) {
      await().until(() -> app.messages().size() == 1);
      assertThat(app.messages().getFirst().value().at("/messages/0/text/body").asText())
          .isEqualTo("Anybody there?");
      assertThat(simulator.port()).isPositive();
    }
  }

  @Test
  void openPollsAndStreamsDoNotHoldUpTheEnd() {
    var settings = SimulatorSettings.local().withPort(0);
    var simulator = ChannelSimulator.start(settings);
    var caller = new Caller(settings, simulator.port());
    var poll = CompletableFuture.supplyAsync(() -> caller.bot("getUpdates", "{\"timeout\":50}"));
    await().until(() -> caller.get("/state").text("/channels/telegram/mode").equals("polling"));

    assertTimeoutPreemptively(Duration.ofSeconds(5), simulator::close);
    assertThat(poll.handle((reply, gone) -> true)).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void twoSimulatorsLiveSideBySideOnTheLoopbackAddress() {
    var settings = SimulatorSettings.local().withPort(0);
    try (var one = ChannelSimulator.start(settings);
        var two = ChannelSimulator.start(settings)) {
      assertThat(one.port()).isNotEqualTo(two.port());
      assertThat(new Caller(settings, two.port()).get("").text("/name"))
          .isEqualTo("AI LUXE channel simulator");
    }
    assertThat(settings.whatsApp().webhook())
        .isEqualTo(URI.create("http://127.0.0.1:8090/webhooks/whatsapp"));
  }
}
