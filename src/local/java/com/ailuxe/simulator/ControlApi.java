package com.ailuxe.simulator;

import com.ailuxe.simulator.Contact.PhoneState;
import com.ailuxe.simulator.Misbehaviour.Fault;
import com.ailuxe.simulator.WhatsAppWebhooks.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What the page, tests and load generators use; the table of calls is in the package's Javadoc. */
final class ControlApi {
  private static final String CHAT = "/contacts/{contact}/{channel}";

  private final SimulatorSettings settings;
  private final SimulatorState state;
  private final MediaStore mediaStore;
  private final WhatsAppPhone whatsApp;
  private final TelegramPhone telegram;
  private final WhatsAppStatuses statuses;
  private final WhatsAppWebhooks webhooks;
  private final TelegramUpdates updates;
  private final WebhookDispatcher dispatcher;
  private final Misbehaviour misbehaviour;
  private final SimulatedTime time;
  private final EventStream events;
  private final HttpClient http;

  ControlApi(
      SimulatorSettings settings,
      SimulatorState state,
      MediaStore mediaStore,
      WhatsAppPhone whatsApp,
      TelegramPhone telegram,
      WhatsAppStatuses statuses,
      WhatsAppWebhooks webhooks,
      TelegramUpdates updates,
      WebhookDispatcher dispatcher,
      Misbehaviour misbehaviour,
      SimulatedTime time,
      EventStream events,
      HttpClient http) {
    this.settings = settings;
    this.state = state;
    this.mediaStore = mediaStore;
    this.whatsApp = whatsApp;
    this.telegram = telegram;
    this.statuses = statuses;
    this.webhooks = webhooks;
    this.updates = updates;
    this.dispatcher = dispatcher;
    this.misbehaviour = misbehaviour;
    this.time = time;
    this.events = events;
    this.http = http;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .path(
            "/simulator/api",
            api ->
                api.GET("", request -> json(index()))
                    .GET("/contacts", request -> json(state.contacts()))
                    .POST("/contacts", request -> json(addContact(body(request))))
                    .PUT("/contacts/{contact}/phone", request -> json(turnPhone(request)))
                    .GET(CHAT + "/log", request -> json(log(request)))
                    .POST(CHAT + "/messages", request -> json(EntryView.of(say(request))))
                    .POST(CHAT + "/press", request -> json(EntryView.of(press(request))))
                    .POST(CHAT + "/read", this::read)
                    .GET("/received", request -> json(received(request)))
                    .GET("/files/{media}", this::file)
                    .GET("/webhooks", request -> json(deliveries(request)))
                    .POST("/webhooks/resume", request -> json(resumed()))
                    .POST("/whatsapp/handshake", request -> json(handshake()))
                    .POST("/whatsapp/batch", request -> json(batch(body(request))))
                    .POST("/whatsapp/echo", request -> json(echo(body(request))))
                    .POST("/whatsapp/status", request -> json(forceStatus(body(request))))
                    .POST("/whatsapp/webhook", request -> json(rawWebhook(body(request))))
                    .POST("/telegram/update", request -> json(rawUpdate(body(request))))
                    .GET("/state", request -> json(summary()))
                    .GET("/clock", request -> json(clock()))
                    .POST("/clock/advance", this::advance)
                    .GET("/misbehaviour", request -> json(faults()))
                    .PUT("/misbehaviour", request -> json(misbehave(body(request))))
                    .POST("/misbehaviour", request -> json(misbehaveToo(body(request))))
                    .POST("/reset", request -> json(reset(request)))
                    .GET("/events", request -> events.open()))
        .onError(Refused.class, (problem, request) -> refusal((Refused) problem))
        .build();
  }

  private static ServerResponse json(Object value) {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(Json.text(value));
  }

  private static ServerResponse refusal(Refused refused) {
    return ServerResponse.status(refused.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.text(Json.object().put("error", refused.getMessage())));
  }

  private static JsonNode body(ServerRequest request) throws IOException {
    var bytes = request.servletRequest().getInputStream().readAllBytes();
    try {
      return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new Refused(400, "this is not JSON: " + e.getOriginalMessage());
    }
  }

  private static <T> T as(JsonNode node, Class<T> type) {
    try {
      return Json.MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new Refused(400, e.getOriginalMessage());
    }
  }

  private static String required(JsonNode body, String field) {
    var value = body.path(field).asText("");
    if (value.isBlank()) {
      throw new Refused(400, field + " is missing");
    }
    return value;
  }

  private ObjectNode index() {
    var index = Json.object().put("name", "AI LUXE channel simulator");
    index.put("description", "The package Javadoc of com.ailuxe.simulator explains each call.");
    var calls = index.putArray("calls");
    for (var call :
        List.of(
            "GET contacts",
            "POST contacts",
            "PUT contacts/{contact}/phone",
            "GET contacts/{contact}/{channel}/log",
            "POST contacts/{contact}/{channel}/messages",
            "POST contacts/{contact}/{channel}/press",
            "POST contacts/{contact}/{channel}/read",
            "GET received",
            "GET files/{media}",
            "GET webhooks",
            "POST webhooks/resume",
            "POST whatsapp/handshake",
            "POST whatsapp/batch",
            "POST whatsapp/echo",
            "POST whatsapp/status",
            "POST whatsapp/webhook",
            "GET state",
            "GET clock",
            "POST clock/advance",
            "GET misbehaviour",
            "PUT misbehaviour",
            "POST misbehaviour",
            "POST reset",
            "GET events")) {
      calls.add(call);
    }
    return index;
  }

  private Contact addContact(JsonNode body) {
    ObjectNode wanted = body.deepCopy();
    var name = required(wanted, "name");
    var id = wanted.path("id").asText(Contact.idFrom(name));
    return state.locked(
        () -> {
          var taken = state.contact(known -> known.id().equals(id)).isPresent();
          wanted.put(
              "id", taken || id.isBlank() ? id + UUID.randomUUID().toString().substring(0, 8) : id);
          if (wanted.path("phone").isTextual()) {
            wanted.put("phone", wanted.path("phone").asText().replaceAll("\\D", ""));
          }
          if (!wanted.has("language")) {
            wanted.put("language", "en");
          }
          wanted.put("state", PhoneState.ON.name());
          var contact = as(wanted, Contact.class);
          state
              .contact(known -> sameIdentity(known, contact))
              .ifPresent(
                  known -> {
                    throw new Refused(409, "that number or id belongs to " + known.name());
                  });
          state.record(new Fact.ContactKnown(contact));
          return contact;
        });
  }

  private static boolean sameIdentity(Contact one, Contact other) {
    return one.phone() != null && one.phone().equals(other.phone())
        || one.userId() != null && one.userId().equals(other.userId())
        || one.telegramId() != null && one.telegramId().equals(other.telegramId());
  }

  private Contact turnPhone(ServerRequest request) throws IOException {
    var id = request.pathVariable("contact");
    var wanted = as(body(request).path("state"), PhoneState.class);
    var contact =
        state
            .contact(known -> known.id().equals(id))
            .orElseThrow(() -> new Refused(404, "there is no contact '" + id + "'"))
            .withState(wanted);
    state.record(new Fact.ContactKnown(contact));
    if (wanted == PhoneState.ON && contact.uses(Channel.WHATSAPP)) {
      statuses.phoneIsOn(contact);
    }
    return contact;
  }

  private Channel channel(ServerRequest request) {
    return Channel.of(request.pathVariable("channel"));
  }

  private Phone phone(ServerRequest request) {
    return switch (channel(request)) {
      case WHATSAPP -> whatsApp;
      case TELEGRAM -> telegram;
    };
  }

  private Contact contact(ServerRequest request) {
    return state.contact(request.pathVariable("contact"), channel(request));
  }

  private ObjectNode log(ServerRequest request) {
    var contact = contact(request);
    var after = Long.parseLong(request.param("after").orElse("0"));
    var log = Json.object();
    log.set("contact", Json.tree(contact));
    log.put("channel", channel(request).word());
    var entries = log.putArray("entries");
    state.chat(contact.id(), channel(request)).stream()
        .filter(entry -> entry.seq() > after)
        .forEach(entry -> entries.add(withRequest(entry)));
    return log;
  }

  private ObjectNode withRequest(Entry entry) {
    var view = EntryView.of(entry);
    Optional.ofNullable(entry.call())
        .flatMap(state::call)
        .ifPresent(call -> view.put("request", call.body()));
    return view;
  }

  private Entry say(ServerRequest request) throws Exception {
    var contact = contact(request);
    var call = ProviderCall.read(0, request);
    if (!call.fields().isObject()) {
      throw new Refused(400, "this is not JSON");
    }
    var saying = as(call.fields(), Saying.class);
    return phone(request).say(contact, saying, call.files().get("file"));
  }

  private Entry press(ServerRequest request) throws IOException {
    var contact = contact(request);
    var body = body(request);
    var messageId = required(body, "messageId");
    var button = required(body, "button");
    var message =
        state
            .entry(channel(request), messageId)
            .filter(entry -> entry.contact().equals(contact.id()))
            .orElseThrow(() -> new Refused(404, "there is no message " + messageId));
    var choice =
        message.content().choices().stream()
            .filter(one -> button.equals(one.id()) || button.equals(one.title()))
            .findFirst()
            .orElseThrow(() -> new Refused(404, "the message has no button '" + button + "'"));
    return phone(request).press(contact, message, choice);
  }

  private ServerResponse read(ServerRequest request) {
    phone(request).read(contact(request));
    return ServerResponse.noContent().build();
  }

  private ArrayNode received(ServerRequest request) {
    var after = Long.parseLong(request.param("after").orElse("0"));
    var channel = request.param("channel").map(Channel::of);
    var operation = request.param("operation");
    var calls = Json.array();
    for (var call : state.callsAfter(after)) {
      if (channel.map(call.channel()::equals).orElse(true)
          && operation.map(call.operation()::equals).orElse(true)) {
        var view = Json.tree(call);
        state.entryOfCall(call.seq()).ifPresent(entry -> view.set("entry", EntryView.of(entry)));
        calls.add(view);
      }
    }
    return calls;
  }

  private ServerResponse file(ServerRequest request) {
    var found = state.media(request.pathVariable("media"));
    if (found.isEmpty()) {
      return ServerResponse.notFound().build();
    }
    var media = found.get();
    var disposition =
        ContentDisposition.inline().filename(media.name(), StandardCharsets.UTF_8).build();
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType(media.mimeType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(mediaStore.bytes(media));
  }

  private List<Delivery> deliveries(ServerRequest request) {
    var after = Long.parseLong(request.param("after").orElse("0"));
    var channel = request.param("channel").map(Channel::of);
    var wanted = request.param("state");
    return state.deliveries().stream()
        .filter(one -> one.id() > after)
        .filter(one -> channel.map(one.channel()::equals).orElse(true))
        .filter(one -> wanted.map(one.state().name()::equalsIgnoreCase).orElse(true))
        .toList();
  }

  private ObjectNode resumed() {
    return Json.object().put("resumed", dispatcher.resume());
  }

  private ObjectNode handshake() {
    var challenge = UUID.randomUUID().toString();
    var webhook = settings.whatsApp().webhook();
    var url =
        URI.create(
            webhook
                + "?hub.mode=subscribe&hub.challenge="
                + challenge
                + "&hub.verify_token="
                + URLEncoder.encode(settings.whatsApp().verifyToken(), StandardCharsets.UTF_8));
    var result = Json.object().put("url", webhook.toString());
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString());
      var ok = answer.statusCode() == 200 && answer.body().equals(challenge);
      return result.put("ok", ok).put("status", answer.statusCode()).put("answer", answer.body());
    } catch (IOException e) {
      return result.put("ok", false).put("error", Http.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return result.put("ok", false).put("error", "interrupted");
    }
  }

  private List<ObjectNode> batch(JsonNode body) {
    var shape = body.has("shape") ? as(body.path("shape"), Shape.class) : Shape.MESSAGES;
    var posts =
        body.path("messages")
            .valueStream()
            .map(one -> new WhatsAppPhone.Post(required(one, "contact"), as(one, Saying.class)))
            .toList();
    if (posts.isEmpty()) {
      throw new Refused(400, "messages is missing");
    }
    return whatsApp.sayTogether(posts, shape).stream().map(EntryView::of).toList();
  }

  private ObjectNode echo(JsonNode body) {
    var contact = state.contact(required(body, "contact"), Channel.WHATSAPP);
    return EntryView.of(whatsApp.echo(contact, required(body, "text")));
  }

  private ObjectNode forceStatus(JsonNode body) {
    var messageId = required(body, "messageId");
    var entry =
        state
            .entry(Channel.WHATSAPP, messageId)
            .orElseThrow(() -> new Refused(404, "there is no message " + messageId));
    var status = as(body.path("status"), Entry.Status.class);
    var code = body.has("code") ? body.path("code").asInt() : null;
    var contact = state.contact(entry.contact(), Channel.WHATSAPP);
    state.tick(entry.seq(), status, code);
    webhooks.status(contact, entry, new Entry.Tick(status, state.now(), code));
    return EntryView.of(state.entry(entry.seq()).orElse(entry));
  }

  private ObjectNode rawWebhook(JsonNode body) {
    webhooks.raw("raw", body);
    return Json.object().put("queued", true);
  }

  private ObjectNode rawUpdate(JsonNode body) {
    if (!(body instanceof ObjectNode update)) {
      throw new Refused(400, "an update is a JSON object");
    }
    updates.raw(update);
    return Json.object().put("queued", true);
  }

  private ObjectNode summary() {
    var summary = clock();
    var deliveries = state.deliveries();
    var channels = summary.putObject("channels");
    var whatsAppState = channels.putObject("whatsapp");
    whatsAppState.put("mode", "webhook").put("url", settings.whatsApp().webhook().toString());
    describe(whatsAppState, deliveries, Channel.WHATSAPP);
    var telegramState = channels.putObject("telegram");
    var webhook = state.webhook();
    var lastPoll = updates.lastPoll();
    if (webhook.url() != null) {
      telegramState.put("mode", "webhook").put("url", webhook.url());
    } else if (lastPoll != null) {
      telegramState.put("mode", "polling").put("lastPoll", lastPoll.toString());
    } else {
      telegramState.put("mode", "none");
    }
    describe(telegramState, deliveries, Channel.TELEGRAM);
    return summary;
  }

  private static void describe(ObjectNode node, Collection<Delivery> deliveries, Channel channel) {
    var ours = deliveries.stream().filter(one -> one.channel() == channel).toList();
    node.put("pending", count(ours, one -> one.state() == Delivery.State.PENDING));
    node.put("givenUp", count(ours, one -> one.state() == Delivery.State.GIVEN_UP));
    ours.stream()
        .flatMap(one -> one.attempts().stream())
        .max(Comparator.comparing(Delivery.Attempt::at))
        .ifPresent(attempt -> node.set("last", Json.tree(attempt)));
  }

  private static long count(List<Delivery> deliveries, Predicate<Delivery> which) {
    return deliveries.stream().filter(which).count();
  }

  private ObjectNode clock() {
    var offset = state.clock().offsetMilli();
    return Json.object()
        .put("now", state.now().toString())
        .put("offsetMilli", offset)
        .put("offset", Duration.ofMillis(offset).toString());
  }

  private ServerResponse advance(ServerRequest request) throws IOException {
    var moved = time.advance(duration(body(request)));
    return ServerResponse.status(moved.ok() ? 200 : 502)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.text(moved));
  }

  private Duration duration(JsonNode body) {
    try {
      return body.has("to")
          ? Duration.between(state.now(), Instant.parse(required(body, "to")))
          : Duration.parse(required(body, "by"));
    } catch (DateTimeException e) {
      throw new Refused(
          400, "by is a duration like PT24H, to an instant like 2030-05-01T10:00:00Z");
    }
  }

  private ObjectNode faults() {
    var node = Json.object();
    node.set("faults", Json.MAPPER.valueToTree(misbehaviour.faults()));
    return node;
  }

  private ObjectNode misbehave(JsonNode body) {
    var faults = body.path("faults").valueStream().map(one -> as(one, Fault.class)).toList();
    misbehaviour.replace(faults);
    return faults();
  }

  private ObjectNode misbehaveToo(JsonNode body) {
    required(body, "kind");
    misbehaviour.add(as(body, Fault.class));
    return faults();
  }

  private ObjectNode reset(ServerRequest request) throws IOException {
    @Nullable String contact = body(request).path("contact").asText(null);
    state.record(new Fact.LogsCleared(contact));
    return Json.object().put("reset", true);
  }
}
