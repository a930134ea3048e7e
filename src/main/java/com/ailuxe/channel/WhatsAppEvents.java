package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.coordinates;
import static com.ailuxe.channel.ProviderJson.fingerprint;
import static com.ailuxe.channel.ProviderJson.id;
import static com.ailuxe.channel.ProviderJson.instant;
import static com.ailuxe.channel.ProviderJson.payload;
import static com.ailuxe.channel.ProviderJson.reference;
import static com.ailuxe.channel.ProviderJson.text;

import com.ailuxe.channel.EventReading.Unreadable;
import com.ailuxe.contact.Consent;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.ConsentStated;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a webhook call of the WhatsApp Cloud API into our words: every message and status of every
 * change of every entry. Nothing is dropped; what cannot be read or does not concern us becomes
 * {@link NotForUs} with the reason.
 */
@Component("whatsAppEvents")
class WhatsAppEvents {
  private static final String NO_ACCOUNT = "unknown";

  private final Clock clock;

  WhatsAppEvents(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws WebhookRefused when the body is no JSON object
   */
  public List<InboundEvent> read(@Body byte @Nullable [] body) {
    var document = ProviderJson.readWebhook(body);
    if (!"whatsapp_business_account".equals(text(document, "object"))) {
      return List.of(notForUs(NO_ACCOUNT, document, "not about a WhatsApp business account"));
    }
    var events = new ArrayList<InboundEvent>();
    for (var entry : document.path("entry")) {
      for (var change : entry.path("changes")) {
        read(entry, change, events);
      }
    }
    if (events.isEmpty()) {
      events.add(notForUs(NO_ACCOUNT, document, "carries no event"));
    }
    return events;
  }

  private void read(JsonNode entry, JsonNode change, List<InboundEvent> events) {
    var value = change.path("value");
    var account = account(entry, value);
    var field = text(change, "field");
    var before = events.size();
    switch (Objects.requireNonNullElse(field, "")) {
      case "messages" -> readMessages(account, value, events);
      case "smb_message_echoes" -> readEchoes(account, value, events);
      case "user_preferences" -> readPreferences(account, value, events);
      default -> events.add(notForUs(account, change, reasonFor(field)));
    }
    if (events.size() == before) {
      events.add(notForUs(account, change, "carries no event"));
    }
  }

  private void readMessages(String account, JsonNode value, List<InboundEvent> events) {
    for (var message : value.path("messages")) {
      var origin = origin(account, id(message, "id"), message);
      events.add(EventReading.read(origin, () -> message(origin, value, message)));
    }
    for (var status : value.path("statuses")) {
      var messageId = id(status, "id");
      var eventId = messageId == null ? null : messageId + ":" + id(status, "status");
      var origin = origin(account, eventId, status);
      events.add(EventReading.read(origin, () -> status(origin, messageId, status)));
    }
    for (var error : value.path("errors")) {
      events.add(notForUs(account, error, "an error of the account: " + describe(error)));
    }
  }

  private void readEchoes(String account, JsonNode value, List<InboundEvent> events) {
    for (var message : value.path("message_echoes")) {
      var origin = origin(account, id(message, "id"), message);
      events.add(EventReading.read(origin, () -> echo(origin, message)));
    }
  }

  /** The preferences have no ids; two that say the same of the same second are the same. */
  private void readPreferences(String account, JsonNode value, List<InboundEvent> events) {
    for (var preference : value.path("user_preferences")) {
      var origin = origin(account, null, preference);
      events.add(EventReading.read(origin, () -> preference(origin, preference)));
    }
  }

  private static String account(JsonNode entry, JsonNode value) {
    var phoneNumberId = id(value.path("metadata"), "phone_number_id");
    return phoneNumberId == null
        ? Objects.requireNonNullElse(id(entry, "id"), NO_ACCOUNT)
        : phoneNumberId;
  }

  private static String reasonFor(@Nullable String field) {
    return field == null ? "a change without a field" : "a change of " + field;
  }

  private InboundEvent message(Origin origin, JsonNode value, JsonNode message) {
    if (id(message, "id") == null) {
      throw new Unreadable("a message without an id");
    }
    if (id(message, "group_id") != null) {
      throw new Unreadable("group chat");
    }
    return new MessageReceived(origin, sender(value, message), content(message), sentAt(message));
  }

  /**
   * Only what is written to a contact; that one was changed or taken back later is kept as it is.
   */
  private InboundEvent echo(Origin origin, JsonNode message) {
    if (id(message, "id") == null) {
      throw new Unreadable("a message without an id");
    }
    if (id(message, "group_id") != null) {
      throw new Unreadable("group chat");
    }
    var content = content(message);
    return switch (content.type()) {
      case REACTION, SYSTEM, UNSUPPORTED ->
          new NotForUs(origin, "our own " + text(message, "type") + " in the phone app");
      default ->
          new PersonWrote(
              origin,
              new Sender(
                  identities(
                      Stream.of(text(message, "to")),
                      Stream.of(id(message, "to_user_id")),
                      id(message, "to")),
                  null,
                  null),
              content,
              sentAt(message));
    };
  }

  private InboundEvent preference(Origin origin, JsonNode preference) {
    var category = text(preference, "category");
    return "marketing_messages".equals(category)
        ? new ConsentStated(
            origin,
            new Sender(
                identities(
                    Stream.of(text(preference, "wa_id")),
                    Stream.of(id(preference, "user_id")),
                    null),
                null,
                null),
            consent(text(preference, "value")),
            sentAt(preference))
        : new NotForUs(origin, "a preference about " + category);
  }

  private static Consent consent(@Nullable String preference) {
    return switch (Objects.requireNonNullElse(preference, "")) {
      case "stop" -> Consent.STOP;
      case "resume" -> Consent.START;
      default -> throw new Unreadable("an unknown preference: " + preference);
    };
  }

  private Instant sentAt(JsonNode message) {
    return Objects.requireNonNullElseGet(instant(message, "timestamp"), clock::instant);
  }

  private static Content content(JsonNode message) {
    var type = Objects.requireNonNullElse(text(message, "type"), "");
    var body = message.path(type);
    return switch (type) {
      case "text" -> plain(MessageType.TEXT, required(text(body, "body"), "a text without a body"));
      case "button" ->
          new Content(MessageType.BUTTON_REPLY, text(body, "text"), text(body, "payload"), null);
      case "interactive" -> interactive(body);
      case "image" -> file(MessageType.IMAGE, MediaKind.IMAGE, body);
      case "video" -> file(MessageType.VIDEO, MediaKind.VIDEO, body);
      case "audio", "voice" -> file(MessageType.AUDIO, MediaKind.AUDIO, body);
      case "document" -> file(MessageType.DOCUMENT, MediaKind.DOCUMENT, body);
      case "sticker" -> file(MessageType.STICKER, MediaKind.STICKER, body);
      case "location" -> plain(MessageType.LOCATION, place(body));
      case "contacts" -> plain(MessageType.CONTACTS, names(body));
      case "reaction" -> plain(MessageType.REACTION, text(body, "emoji"));
      case "system" -> plain(MessageType.SYSTEM, text(body, "body"));
      default -> plain(MessageType.UNSUPPORTED, null);
    };
  }

  private static Content interactive(JsonNode body) {
    var reply = body.path(Objects.requireNonNullElse(text(body, "type"), ""));
    var payload = text(reply, "id");
    return payload == null
        ? plain(MessageType.UNSUPPORTED, null)
        : new Content(MessageType.BUTTON_REPLY, text(reply, "title"), payload, null);
  }

  private static Content plain(MessageType type, @Nullable String text) {
    return new Content(type, text, null, null);
  }

  private static Content file(MessageType type, MediaKind kind, JsonNode body) {
    var file =
        new SentFile(
            reference(body, "id"),
            kind,
            id(body, "mime_type"),
            id(body, "sha256"),
            id(body, "filename"));
    return new Content(type, text(body, "caption"), null, file);
  }

  private static String place(JsonNode location) {
    return Stream.of(text(location, "name"), text(location, "address"), coordinates(location))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String names(JsonNode cards) {
    return elements(cards)
        .map(card -> text(card.path("name"), "formatted_name"))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  /**
   * Who wrote, by phone number first. After a change of number the new one comes first, so that
   * replies go there, and the old one tells who it was.
   */
  private static Sender sender(JsonNode value, JsonNode message) {
    var contact = contactOf(value, message);
    var system = message.path("system");
    var identities =
        identities(
            Stream.of(text(system, "wa_id"), text(message, "from"), text(contact, "wa_id")),
            Stream.of(id(system, "user_id"), id(message, "from_user_id"), id(contact, "user_id")),
            id(message, "from"));
    return new Sender(identities, text(contact.path("profile"), "name"), null);
  }

  /**
   * @param other stands in when there is no phone number
   */
  private static List<Identity> identities(
      Stream<@Nullable String> numbers, Stream<@Nullable String> userIds, @Nullable String other) {
    var identities = new LinkedHashSet<Identity>();
    numbers
        .filter(Objects::nonNull)
        .flatMap(number -> phone(number).stream())
        .forEach(identities::add);
    Stream.concat(userIds, Stream.ofNullable(identities.isEmpty() ? other : null))
        .filter(Objects::nonNull)
        .filter(userId -> userId.length() <= Identity.MAX_LENGTH)
        .forEach(userId -> identities.add(new Identity(IdentityKind.WHATSAPP_USER, userId)));
    if (identities.isEmpty()) {
      throw new Unreadable("an event that does not tell who it is from");
    }
    return List.copyOf(identities);
  }

  private static JsonNode contactOf(JsonNode value, JsonNode message) {
    var contacts = value.path("contacts");
    return elements(contacts)
        .filter(contact -> same(contact, "wa_id", message, "from"))
        .findFirst()
        .or(
            () ->
                elements(contacts)
                    .filter(contact -> same(contact, "user_id", message, "from_user_id"))
                    .findFirst())
        .orElseGet(
            () ->
                contacts.size() == 1 && value.path("messages").size() == 1
                    ? contacts.path(0)
                    : MissingNode.getInstance());
  }

  private static boolean same(JsonNode contact, String field, JsonNode message, String other) {
    var value = text(contact, field);
    return value != null && value.equals(text(message, other));
  }

  /** The number as the provider gives it, which is where answers go; empty when it is none. */
  private static Optional<Identity> phone(String number) {
    var e164 = number.startsWith("+") ? number : "+" + number;
    try {
      return Optional.of(
          new Identity(
              IdentityKind.PHONE,
              PhoneNumber.isOne(e164) ? e164 : PhoneNumber.parse(number).e164()));
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }

  private InboundEvent status(Origin origin, @Nullable String messageId, JsonNode status) {
    return new DeliveryReported(
        origin,
        required(messageId, "a status without an id"),
        id(status, "biz_opaque_callback_data"),
        state(text(status, "status")),
        sentAt(status),
        status.path("errors").isEmpty() ? null : describe(status.path("errors").path(0)));
  }

  private static DeliveryState state(@Nullable String status) {
    return switch (Objects.requireNonNullElse(status, "")) {
      case "sent" -> DeliveryState.SENT;
      case "delivered" -> DeliveryState.DELIVERED;
      case "read", "played" -> DeliveryState.READ;
      case "failed" -> DeliveryState.FAILED;
      default -> throw new Unreadable("a status of an unknown kind: " + status);
    };
  }

  private static String describe(JsonNode error) {
    return Stream.of(
            text(error, "code"),
            error.hasNonNull("title") ? text(error, "title") : text(error, "message"),
            text(error.path("error_data"), "details"))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static <T> T required(@Nullable T value, String problem) {
    if (value == null) {
      throw new Unreadable(problem);
    }
    return value;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static NotForUs notForUs(String account, JsonNode node, String reason) {
    return new NotForUs(origin(account, null, node), reason);
  }

  private static Origin origin(String account, @Nullable String eventId, JsonNode node) {
    return new Origin(
        Channel.WHATSAPP, account, eventId == null ? fingerprint(node) : eventId, payload(node));
  }
}
