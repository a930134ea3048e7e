package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.coordinates;
import static com.ailuxe.channel.ProviderJson.fingerprint;
import static com.ailuxe.channel.ProviderJson.id;
import static com.ailuxe.channel.ProviderJson.moment;
import static com.ailuxe.channel.ProviderJson.payload;
import static com.ailuxe.channel.ProviderJson.plain;
import static com.ailuxe.channel.ProviderJson.readable;
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
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.MessageTakenBack;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.PersonEdited;
import com.ailuxe.conversation.InboundEvent.PersonTookBack;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Quote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** How the builder of flows names the fields and the choices in them. */
  private static final Pattern BUILT_FIELD = Pattern.compile("screen_\\d+_(?<name>.+)_\\d+");

  private static final Pattern BUILT_CHOICE = Pattern.compile("^\\d+_");

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
    requireNoGroup(message);
    var sender = sender(value, message);
    return switch (type(message)) {
      case "edit" -> {
        var edited = message.path("edit").path("message");
        var original = original(message.path("edit"));
        if (original.isEmpty() && edited.isObject()) {
          yield new MessageReceived(origin, sender, content(edited), sentAt(message));
        }
        yield new MessageEdited(origin, named(original), sender, content(edited), sentAt(message));
      }
      case "revoke" ->
          new MessageTakenBack(
              origin, named(original(message.path("revoke"))), sender, sentAt(message));
      default -> new MessageReceived(origin, sender, content(message), sentAt(message));
    };
  }

  private static void requireNoGroup(JsonNode message) {
    if (id(message, "group_id") != null) {
      throw new Unreadable("group chat");
    }
  }

  private static String type(JsonNode message) {
    return Objects.requireNonNullElse(text(message, "type"), "");
  }

  private static Optional<String> original(JsonNode change) {
    return Optional.ofNullable(id(change, "original_message_id"));
  }

  private static String named(Optional<String> original) {
    return required(original.orElse(null), "a change that does not name its message");
  }

  /** What a person writes on the phone, changes there and takes back. */
  private InboundEvent echo(Origin origin, JsonNode message) {
    requireNoGroup(message);
    return switch (type(message)) {
      case "edit" ->
          new PersonEdited(
              origin,
              named(original(message.path("edit"))),
              recipient(message),
              content(message.path("edit").path("message")),
              sentAt(message));
      case "revoke" ->
          new PersonTookBack(
              origin, named(original(message.path("revoke"))), recipient(message), sentAt(message));
      default -> written(origin, message);
    };
  }

  private InboundEvent written(Origin origin, JsonNode message) {
    var content = content(message);
    return switch (content.type()) {
      case REACTION, SYSTEM, UNSUPPORTED, OTHER ->
          new NotForUs(origin, "our own %s in the phone app".formatted(type(message)));
      default -> new PersonWrote(origin, recipient(message), content, sentAt(message));
    };
  }

  private static Sender recipient(JsonNode message) {
    return new Sender(
        identities(
            Stream.of(text(message, "to")),
            Stream.of(id(message, "to_user_id")),
            id(message, "to")),
        null,
        null);
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
    return moment(message, "timestamp", clock);
  }

  private static Content content(JsonNode message) {
    var said = said(message);
    return switch (said.type()) {
      // The button is of the message that it answers.
      case BUTTON_REPLY -> said;
      case REACTION ->
          new Content(
              said.type(), said.text(), null, null, quote(message.path("reaction"), "message_id"));
      default -> new Content(said.type(), said.text(), null, said.file(), quote(message));
    };
  }

  /** The message that is answered, or the goods or the advertisement that it is about. */
  private static @Nullable Quote quote(JsonNode message) {
    var context = message.path("context");
    var about =
        Stream.of(readable(context.path("referred_product")), advertisement(message))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; "));
    return about.isEmpty() ? quote(context, "id") : new Quote(id(context, "id"), about);
  }

  private static @Nullable Quote quote(JsonNode parent, String field) {
    var messageId = id(parent, field);
    return messageId == null ? null : new Quote(messageId, null);
  }

  private static String advertisement(JsonNode message) {
    var referral = message.path("referral");
    return Stream.of("headline", "body", "source_url")
        .map(field -> text(referral, field))
        .filter(Objects::nonNull)
        .filter(words -> !words.isBlank())
        .limit(2)
        .collect(Collectors.joining(": "));
  }

  private static Content said(JsonNode message) {
    var type = type(message);
    var body = message.path(type);
    return switch (type) {
      case "text" ->
          text(body, "body") == null
              ? unknown(message, body)
              : said(MessageType.TEXT, text(body, "body"));
      case "button" ->
          new Content(MessageType.BUTTON_REPLY, text(body, "text"), text(body, "payload"), null);
      case "interactive" -> interactive(message, body);
      case "image" -> file(MessageType.IMAGE, MediaKind.IMAGE, body);
      case "video" -> file(MessageType.VIDEO, MediaKind.VIDEO, body);
      case "audio", "voice" -> file(MessageType.AUDIO, MediaKind.AUDIO, body);
      case "document" -> file(MessageType.DOCUMENT, MediaKind.DOCUMENT, body);
      case "sticker" -> file(MessageType.STICKER, MediaKind.STICKER, body);
      case "location" -> said(MessageType.LOCATION, place(body));
      case "contacts" -> said(MessageType.CONTACTS, cards(body));
      case "order" -> said(MessageType.ORDER, order(body));
      case "poll" -> said(MessageType.POLL, readable(body));
      case "reaction" -> said(MessageType.REACTION, text(body, "emoji"));
      case "system" -> said(MessageType.SYSTEM, text(body, "body"));
      case "request_welcome" -> said(MessageType.SYSTEM, null);
      case "unsupported" -> said(MessageType.UNSUPPORTED, withheld(message, body));
      default -> unknown(message, body);
    };
  }

  private static Content interactive(JsonNode message, JsonNode body) {
    var type = Objects.requireNonNullElse(text(body, "type"), "");
    var reply = body.path(type);
    var payload = text(reply, "id");
    if (payload != null) {
      return new Content(MessageType.BUTTON_REPLY, text(reply, "title"), payload, null);
    }
    return type.equals("nfm_reply") ? said(MessageType.FORM, form(reply)) : unknown(message, body);
  }

  /** The fields that were filled in; those of the form's builder are named after their screen. */
  private static String form(JsonNode reply) {
    var response = Objects.requireNonNullElse(text(reply, "response_json"), "");
    return ProviderJson.read(response.getBytes(StandardCharsets.UTF_8))
        .map(WhatsAppEvents::fields)
        .filter(fields -> !fields.isEmpty())
        .orElseGet(() -> readable(reply));
  }

  private static String fields(JsonNode response) {
    return response.properties().stream()
        .filter(field -> !field.getKey().equals("flow_token"))
        .map(
            field -> {
              var built = BUILT_FIELD.matcher(field.getKey());
              return built.matches()
                  ? readable(built.group("name"), field.getValue(), BUILT_CHOICE)
                  : readable(field.getKey(), field.getValue());
            })
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String order(JsonNode order) {
    var items =
        elements(order.path("product_items"))
            .map(
                item ->
                    "%s × %s%s"
                        .formatted(
                            item.hasNonNull("quantity") ? plain(item.path("quantity")) : "1",
                            Objects.requireNonNullElse(text(item, "product_retailer_id"), "?"),
                            item.hasNonNull("item_price")
                                ? " at %s %s"
                                    .formatted(
                                        plain(item.path("item_price")),
                                        Objects.requireNonNullElse(text(item, "currency"), ""))
                                : ""));
    return Stream.concat(items, Stream.ofNullable(text(order, "text")))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Whatever it is: what can be read of it is kept for a person. */
  private static Content unknown(JsonNode message, JsonNode body) {
    var read = readable(body);
    return read.isEmpty()
        ? said(MessageType.UNSUPPORTED, withheld(message, body))
        : said(MessageType.OTHER, read);
  }

  /** What is known of something that the provider does not pass on: its kind, and why. */
  private static @Nullable String withheld(JsonNode message, JsonNode body) {
    var known =
        Stream.of(readable(body.path("type")), describe(message.path("errors").path(0)))
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining(": "));
    return known.isEmpty() ? null : known;
  }

  private static Content said(MessageType type, @Nullable String text) {
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
    var place =
        Stream.of(text(location, "name"), text(location, "address"), coordinates(location))
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return place.isEmpty() ? readable(location) : place;
  }

  /** A name, and all by which whoever has it is reached. */
  private static String cards(JsonNode cards) {
    return elements(cards).map(WhatsAppEvents::card).collect(Collectors.joining("; "));
  }

  private static String card(JsonNode card) {
    var name = text(card.path("name"), "formatted_name");
    return Stream.of(
            Stream.of(name == null ? names(card.path("name")) : name),
            Stream.of(text(card.path("org"), "company")),
            elements(card.path("phones"))
                .map(
                    phone ->
                        phone.hasNonNull("phone") ? text(phone, "phone") : text(phone, "wa_id")),
            elements(card.path("emails")).map(mail -> text(mail, "email")),
            elements(card.path("urls")).map(url -> text(url, "url")),
            elements(card.path("addresses")).map(WhatsAppEvents::address))
        .flatMap(parts -> parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static String names(JsonNode name) {
    return words(name, " ", "prefix", "first_name", "middle_name", "last_name", "suffix");
  }

  private static String address(JsonNode address) {
    return words(address, ", ", "street", "city", "state", "zip", "country");
  }

  private static String words(JsonNode parent, String separator, String... fields) {
    return Stream.of(fields)
        .map(field -> text(parent, field))
        .filter(Objects::nonNull)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(separator));
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
