package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.InboxReceipt;
import com.ailuxe.replicas.Replica;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The poll runs by itself; each test scripts the next answers and stops it in the end. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_OUT)
@ChannelSlice
@TestPropertySource(
    properties = {"ailuxe.channel.telegram.mode=polling", "ailuxe.channel.telegram.poll-wait=1s"})
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class TelegramPollTests {
  private static final String NOTHING = "{\"ok\":true,\"result\":[]}";

  @Autowired Inbox inbox;
  @Autowired Replica replica;
  @Autowired CamelContext camel;
  @Autowired LoggingSystem logging;

  @BeforeEach
  void holdBack() throws Exception {
    camel.getRouteController().stopRoute("telegram-poll");
    LoopbackProvider.reset();
    when(replica.holds("telegram-poll/7000000001")).thenReturn(true);
  }

  @AfterEach
  void pollUntilNothingIsLeft() {
    await().until(() -> !polls().isEmpty() && !polls().getLast().has("offset"));
  }

  @Test
  void offsetMovesWhenTheUpdatesAreStoredAndIsForgottenWhenNothingIsLeft() throws Exception {
    LoopbackProvider.willAnswer(200, updates("{\"update_id\":5,\"message\":{}},{\"update_id\":9}"));
    LoopbackProvider.willAnswer(200, NOTHING);
    LoopbackProvider.willAnswer(200, NOTHING);

    camel.getRouteController().startRoute("telegram-poll");

    await().until(() -> polls().size() >= 3);
    assertThat(polls().get(0).has("offset")).isFalse();
    assertThat(polls().get(1).path("offset").asLong()).isEqualTo(10);
    assertThat(polls().get(2).has("offset")).isFalse();
    assertThat(polls().getFirst().path("timeout").asLong()).isEqualTo(1);
    assertThat(polls().getFirst().path("allowed_updates"))
        .extracting(JsonNode::asText)
        .contains("message", "callback_query");
  }

  @Test
  void asksForNothingWhileAnotherReplicaPolls() throws Exception {
    when(replica.holds(any())).thenReturn(false);
    camel.getRouteController().startRoute("telegram-poll");
    await().untilAsserted(() -> verify(replica, atLeast(5)).holds("telegram-poll/7000000001"));
    assertThat(polls()).isEmpty();

    LoopbackProvider.willAnswer(200, NOTHING);
    when(replica.holds(any())).thenReturn(true);
    await().until(() -> !polls().isEmpty());
  }

  @Test
  void updatesThatCouldNotBeStoredAreAskedForAgain() throws Exception {
    when(inbox.accept(any()))
        .thenThrow(new DataAccessResourceFailureException("no connection"))
        .thenReturn(new InboxReceipt(1, 0));
    LoopbackProvider.willAnswer(200, updates("{\"update_id\":5}"));
    LoopbackProvider.willAnswer(200, updates("{\"update_id\":5}"));
    LoopbackProvider.willAnswer(200, NOTHING);

    camel.getRouteController().startRoute("telegram-poll");

    await().until(() -> polls().size() >= 3);
    assertThat(polls().get(1).has("offset")).isFalse();
    assertThat(polls().get(2).path("offset").asLong()).isEqualTo(6);
  }

  @Test
  void pressedButtonStopsToSpin() throws Exception {
    var button = new String(Samples.bytes("telegram-button.json"), StandardCharsets.UTF_8);
    LoopbackProvider.willAnswer(200, updates(button));

    camel.getRouteController().startRoute("telegram-poll");

    await()
        .until(
            () ->
                LoopbackProvider.requests().stream()
                    .anyMatch(call -> call.target().endsWith("/answerCallbackQuery")));
    ArgumentCaptor<List<InboundEvent>> events = ArgumentCaptor.captor();
    verify(inbox, atLeastOnce()).accept(events.capture());
    assertThat(events.getAllValues()).filteredOn(stored -> !stored.isEmpty()).hasSize(1);
  }

  @Test
  void secondReaderOfTheSameBotIsExplained(CapturedOutput log) throws Exception {
    LoopbackProvider.willAnswer(
        409,
        "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other"
            + " getUpdates request\"}");
    LoopbackProvider.willAnswer(200, NOTHING);

    camel.getRouteController().startRoute("telegram-poll");

    await().until(() -> polls().size() >= 2);
    assertThat(log.getOut())
        .contains("terminated by other getUpdates request. A bot has one reader")
        .contains("Updates come in from Telegram again");
  }

  @Test
  void pollPausesWhileTelegramIsAway(CapturedOutput log) {
    logging.setLogLevel("org.apache.camel", LogLevel.TRACE);
    LoopbackProvider.whileDown(
        () -> {
          try {
            camel.getRouteController().startRoute("telegram-poll");
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          await().until(() -> log.getOut().contains("next try in 2 s"));
        });
    LoopbackProvider.willAnswer(200, NOTHING);

    await().until(() -> log.getOut().contains("Updates come in from Telegram again"));
    logging.setLogLevel("org.apache.camel", null);
    assertThat(log.getOut()).contains("Executing http").doesNotContain(ChannelSlice.BOT_TOKEN);
  }

  private static List<JsonNode> polls() {
    return LoopbackProvider.requests().stream()
        .filter(call -> call.target().endsWith("/getUpdates"))
        .map(call -> ProviderJson.read(call.body()).orElseThrow())
        .toList();
  }

  private static String updates(String updates) {
    return "{\"ok\":true,\"result\":[" + updates + "]}";
  }
}
