package com.ailuxe.simulator;

import com.ailuxe.simulator.Delivery.State;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The bot's queue of updates: fetched by one poller, or carried to the webhook, never both. */
final class TelegramUpdates {
  private static final int LONGEST_POLL_SECONDS = 50;

  private final SimulatorState state;
  private final WebhookDispatcher dispatcher;
  private final AtomicLong polls = new AtomicLong();
  private volatile @Nullable Instant lastPoll;

  TelegramUpdates(SimulatorState state, WebhookDispatcher dispatcher) {
    this.state = state;
    this.dispatcher = dispatcher;
  }

  /** Queues an update if the bot wants to hear of its kind. */
  void add(Contact contact, String kind, ObjectNode content, List<Long> entries) {
    state.locked(
        () -> {
          if (state.webhook().wants(kind)) {
            var id = state.nextUpdateId();
            var update = Json.object().put("update_id", id);
            update.set(kind, content);
            dispatcher.post(Channel.TELEGRAM, contact.id(), kind, id, entries, Json.text(update));
          }
          return null;
        });
  }

  /** Queues an update of whatever content; one without a number gets the next one. */
  void raw(ObjectNode update) {
    state.locked(
        () -> {
          if (!update.path("update_id").isIntegralNumber()) {
            update.put("update_id", state.nextUpdateId());
          }
          var id = update.path("update_id").asLong();
          dispatcher.post(Channel.TELEGRAM, "raw", "raw", id, List.of(), Json.text(update));
          return null;
        });
  }

  /** When the bot asked last, in real time; null when it never did. */
  @Nullable Instant lastPoll() {
    return lastPoll;
  }

  Answer poll(ProviderCall call) {
    refuseBesideWebhook();
    var offset = number(call, "offset", 0);
    var limit = Math.clamp(number(call, "limit", 100), 1, 100);
    var timeout = Math.clamp(number(call, "timeout", 0), 0, LONGEST_POLL_SECONDS);
    var allowed = call.json("allowed_updates");
    if (allowed.isArray()) {
      state.record(new Fact.WebhookSet(state.webhook().allowing(texts(allowed))));
    }
    var mine = polls.incrementAndGet();
    state.wakeWaiting();
    lastPoll = Instant.now();
    confirm(offset);
    var found =
        state.await(
            Duration.ofSeconds(timeout),
            () -> {
              var waiting = state.pending(Channel.TELEGRAM);
              var over = polls.get() != mine || state.webhook().url() != null;
              return waiting.isEmpty() && !over ? Optional.empty() : Optional.of(waiting);
            });
    refuseBesideWebhook();
    if (polls.get() != mine) {
      throw TelegramError.conflict(
          "terminated by other getUpdates request; make sure that only one bot instance is"
              + " running");
    }
    var updates = Json.array();
    found.orElse(List.of()).stream().limit(limit).forEach(one -> updates.add(parsed(one)));
    return ok(updates);
  }

  /** Updates below the offset are done; a negative one keeps only so many of the newest. */
  private void confirm(long offset) {
    state.locked(
        () -> {
          var waiting = state.pending(Channel.TELEGRAM);
          var skip = waiting.size() + offset;
          for (var i = 0; i < waiting.size(); i++) {
            var one = waiting.get(i);
            var id = one.updateId();
            if (offset < 0 ? i < skip : id != null && id < offset) {
              state.record(new Fact.DeliveryMoved(one.id(), State.DELIVERED));
              one.entries().forEach(seq -> state.tick(seq, Entry.Status.DELIVERED, null));
            }
          }
          return null;
        });
  }

  private void refuseBesideWebhook() {
    if (state.webhook().url() != null) {
      throw TelegramError.conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
              + " webhook first");
    }
  }

  Answer setWebhook(ProviderCall call) {
    var url = call.text("url");
    if (url == null || url.isBlank()) {
      return deleteWebhook(call);
    }
    if (!url.matches("https?://[^\\s]+")) {
      throw TelegramError.badRequest("bad webhook: invalid URL");
    }
    var secret = call.text("secret_token");
    if (secret != null && !secret.matches("[A-Za-z0-9_-]{1,256}")) {
      throw TelegramError.badRequest("secret token contains unallowed characters");
    }
    drop(call);
    var allowed = call.json("allowed_updates");
    var webhook =
        new TelegramWebhook(
            url,
            secret,
            allowed.isArray() ? texts(allowed) : state.webhook().allowedUpdates(),
            Math.clamp(number(call, "max_connections", 40), 1, 100));
    state.record(new Fact.WebhookSet(webhook));
    dispatcher.submitPending(Channel.TELEGRAM);
    return done("Webhook was set");
  }

  Answer deleteWebhook(ProviderCall call) {
    var was = state.webhook().url() != null;
    drop(call);
    state.record(
        new Fact.WebhookSet(TelegramWebhook.NONE.allowing(state.webhook().allowedUpdates())));
    return done(was ? "Webhook was deleted" : "Webhook is already deleted");
  }

  private void drop(ProviderCall call) {
    if (Boolean.parseBoolean(call.text("drop_pending_updates"))) {
      state
          .pending(Channel.TELEGRAM)
          .forEach(one -> state.record(new Fact.DeliveryMoved(one.id(), State.LOST)));
    }
  }

  Answer webhookInfo() {
    var webhook = state.webhook();
    var info = Json.object().put("url", webhook.url() == null ? "" : webhook.url());
    var pending = state.pending(Channel.TELEGRAM);
    info.put("has_custom_certificate", false).put("pending_update_count", pending.size());
    if (webhook.url() != null) {
      info.put("max_connections", webhook.maxConnections());
    }
    if (!webhook.allowedUpdates().isEmpty()) {
      var allowed = info.putArray("allowed_updates");
      webhook.allowedUpdates().forEach(allowed::add);
    }
    lastError(pending)
        .ifPresent(
            attempt ->
                info.put("last_error_date", attempt.at().getEpochSecond())
                    .put(
                        "last_error_message",
                        "Wrong response from the webhook: " + attempt.error()));
    return ok(info);
  }

  private static Optional<Delivery.Attempt> lastError(List<Delivery> pending) {
    return pending.stream()
        .flatMap(one -> one.attempts().stream())
        .filter(attempt -> !attempt.accepted())
        .reduce((earlier, later) -> later);
  }

  static Answer ok(JsonNode result) {
    var body = Json.object().put("ok", true);
    body.set("result", result);
    return Answer.ok(body);
  }

  private static Answer done(String description) {
    return Answer.ok(
        Json.object().put("ok", true).put("result", true).put("description", description));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static long number(ProviderCall call, String field, long usual) {
    @Nullable String text = call.text(field);
    try {
      return text == null ? usual : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw TelegramError.badRequest(field + " must be a number");
    }
  }

  private static JsonNode parsed(Delivery delivery) {
    try {
      return Json.MAPPER.readTree(delivery.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
