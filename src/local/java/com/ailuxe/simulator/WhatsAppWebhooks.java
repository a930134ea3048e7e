package com.ailuxe.simulator;

import com.ailuxe.simulator.Entry.Status;
import com.ailuxe.simulator.Entry.Tick;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes webhook bodies as Meta does and hands them to the dispatcher. */
final class WhatsAppWebhooks {

  /** How several events share one webhook. */
  enum Shape {
    MESSAGES,
    CHANGES,
    ENTRIES
  }

  private final SimulatorSettings.WhatsApp settings;
  private final WebhookDispatcher dispatcher;

  WhatsAppWebhooks(SimulatorSettings.WhatsApp settings, WebhookDispatcher dispatcher) {
    this.settings = settings;
    this.dispatcher = dispatcher;
  }

  /** One or more messages of contacts, in one webhook. */
  void messages(String lane, List<ObjectNode> values, List<Long> entries, Shape shape) {
    var body = Json.object().put("object", "whatsapp_business_account");
    var entry = body.putArray("entry");
    switch (shape) {
      case MESSAGES -> entry.add(entry(change("messages", merged(values))));
      case CHANGES ->
          entry.add(
              entry(
                  values.stream()
                      .map(value -> change("messages", value))
                      .toArray(ObjectNode[]::new)));
      case ENTRIES -> values.forEach(value -> entry.add(entry(change("messages", value))));
    }
    post(lane, "message", body, entries);
  }

  /** The part of a webhook that carries one message. */
  ObjectNode value(@Nullable Contact sender, ObjectNode message) {
    var value = value();
    if (sender != null) {
      value.putArray("contacts").add(profile(sender));
    }
    value.putArray("messages").add(message);
    return value;
  }

  void status(Contact recipient, Entry entry, Tick tick) {
    var status = Json.object().put("id", entry.id());
    status.put("status", tick.status().name().toLowerCase(Locale.ROOT));
    status.put("timestamp", seconds(tick.at()));
    status.put("recipient_id", recipient.phone());
    status.put("recipient_user_id", recipient.userId());
    status.put("biz_opaque_callback_data", entry.callbackData());
    var value = value();
    if (tick.status() == Status.FAILED) {
      status.putArray("errors").add(error(tick.code() == null ? 131000 : tick.code()));
    } else {
      value.putArray("contacts").add(profile(recipient));
      status
          .putObject("pricing")
          .put("billable", entry.content().type().equals("template"))
          .put("pricing_model", "PMP")
          .put("category", entry.content().type().equals("template") ? "utility" : "service")
          .put("type", "regular");
    }
    value.putArray("statuses").add(Json.compact(status));
    post(entry.contact(), "status", envelope("messages", value), List.of());
  }

  /** The owner wrote to the contact from the business phone. */
  void echo(Entry entry, ObjectNode message) {
    var value = value();
    value.putArray("message_echoes").add(message);
    post(entry.contact(), "echo", envelope("smb_message_echoes", value), List.of());
  }

  /** The contact stops or resumes marketing messages. */
  void preference(Contact contact, boolean stop, Instant at) {
    var value = value();
    value.putArray("contacts").add(profile(contact));
    value
        .putArray("user_preferences")
        .add(
            Json.compact(
                Json.object()
                    .put("wa_id", contact.phone())
                    .put("user_id", contact.userId())
                    .put(
                        "detail",
                        "User requested to " + (stop ? "stop" : "resume") + " marketing messages")
                    .put("category", "marketing_messages")
                    .put("value", stop ? "stop" : "resume")
                    .put("timestamp", at.getEpochSecond())));
    post(contact.id(), "preference", envelope("user_preferences", value), List.of());
  }

  /** Any body a test wants the app to get, properly signed. */
  void raw(String lane, JsonNode body) {
    post(lane, "raw", body, List.of());
  }

  private void post(String lane, String kind, JsonNode body, List<Long> entries) {
    dispatcher.post(Channel.WHATSAPP, lane, kind, null, entries, Json.ascii(body));
  }

  private ObjectNode envelope(String field, ObjectNode value) {
    var body = Json.object().put("object", "whatsapp_business_account");
    body.putArray("entry").add(entry(change(field, value)));
    return body;
  }

  private ObjectNode entry(ObjectNode... changes) {
    var entry = Json.object().put("id", settings.businessAccountId());
    entry.putArray("changes").addAll(List.of(changes));
    return entry;
  }

  private static ObjectNode change(String field, ObjectNode value) {
    var change = Json.object();
    change.set("value", value);
    return change.put("field", field);
  }

  private ObjectNode value() {
    var value = Json.object().put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", settings.displayPhoneNumber().replaceAll("\\D", ""))
        .put("phone_number_id", settings.phoneNumberId());
    return value;
  }

  private ObjectNode merged(List<ObjectNode> values) {
    var all = value();
    var contacts = Json.array();
    var messages = Json.array();
    for (var value : values) {
      value.path("contacts").forEach(contact -> addOnce(contacts, contact));
      value.path("messages").forEach(messages::add);
    }
    if (!contacts.isEmpty()) {
      all.set("contacts", contacts);
    }
    all.set("messages", messages);
    return all;
  }

  private static void addOnce(ArrayNode nodes, JsonNode node) {
    for (var known : nodes) {
      if (known.equals(node)) {
        return;
      }
    }
    nodes.add(node);
  }

  private static ObjectNode profile(Contact contact) {
    var node = Json.object();
    node.set(
        "profile",
        Json.compact(
            Json.object().put("name", contact.name()).put("username", contact.username())));
    node.put("wa_id", contact.phone());
    node.put("user_id", contact.userId());
    return Json.compact(node);
  }

  static String seconds(Instant at) {
    return String.valueOf(at.getEpochSecond());
  }

  private static ObjectNode error(int code) {
    var title =
        switch (code) {
          case 131026 -> "Message undeliverable";
          case 131047 -> "Re-engagement message";
          case 131053 -> "Media upload error";
          case 131049 -> "This message was not delivered to maintain healthy ecosystem engagement.";
          default -> "Something went wrong";
        };
    var details =
        switch (code) {
          case 131026 -> "Message Undeliverable.";
          case 131047 ->
              "Message failed to send because more than 24 hours have passed since the customer last"
                  + " replied to this number.";
          default -> title;
        };
    var error = Json.object().put("code", code).put("title", title).put("message", title);
    error.putObject("error_data").put("details", details);
    return error.put(
        "href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
  }
}
