package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.coordinates;
import static com.ailuxe.channel.ProviderJson.fingerprint;
import static com.ailuxe.channel.ProviderJson.id;
import static com.ailuxe.channel.ProviderJson.moment;
import static com.ailuxe.channel.ProviderJson.payload;
import static com.ailuxe.channel.ProviderJson.readable;
import static com.ailuxe.channel.ProviderJson.reference;
import static com.ailuxe.channel.ProviderJson.shortened;
import static com.ailuxe.channel.ProviderJson.text;

import com.ailuxe.channel.EventReading.Unreadable;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Quote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts updates of the Telegram Bot API into our words. Only what a person writes to the bot in a
 * private chat is a message; anything else is kept with the reason why it is none.
 */
@Component("telegramEvents")
class TelegramEvents {
  /** The kinds of updates that we ask Telegram for. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  /** Where a message keeps its file, and what kind of file that is. */
  private static final Map<String, MediaKind> FILES =
      Map.of(
          "document", MediaKind.DOCUMENT,
          "voice", MediaKind.AUDIO,
          "audio", MediaKind.AUDIO,
          "video", MediaKind.VIDEO,
          "video_note", MediaKind.VIDEO,
          "sticker", MediaKind.STICKER);

  /** What stands beside the content of a message. */
  private static final Set<String> COMMON =
      Set.of(
          "message_id",
          "message_thread_id",
          "from",
          "chat",
          "date",
          "edit_date",
          "sender_chat",
          "sender_boost_count",
          "business_connection_id",
          "forward_origin",
          "forward_from",
          "forward_date",
          "reply_to_message",
          "external_reply",
          "quote",
          "reply_to_story",
          "is_topic_message",
          "effect_id",
          "reply_markup",
          "via_bot",
          "has_protected_content",
          "is_from_offline",
          "media_group_id",
          "entities",
          "link_preview_options");

  /**
   * The id of a person; those of groups are negative, and a name would be that of a public chat.
   */
  private static final Pattern PERSON = Pattern.compile("[1-9][0-9]{0,18}");

  /** What else reaches somebody, or tells who they are. */
  private static final Pattern VCARD_LINE =
      Pattern.compile("(?im)^(?:[\\w-]+\\.)?(?:TEL|EMAIL|ORG|TITLE|ADR|URL)\\b[^:\\r\\n]*:(.*)$");

  /** What a private chat tells of itself. */
  private static final Set<String> NOTICES =
      Set.of(
          "pinned_message",
          "message_auto_delete_timer_changed",
          "write_access_allowed",
          "connected_website",
          "chat_background_set",
          "boost_added",
          "proximity_alert_triggered",
          "video_chat_scheduled",
          "video_chat_started",
          "video_chat_ended",
          "video_chat_participants_invited",
          "forum_topic_created",
          "forum_topic_edited",
          "forum_topic_closed",
          "forum_topic_reopened",
          "migrate_to_chat_id",
          "migrate_from_chat_id");

  private static final String NO_ACCOUNT = "unknown";

  private final TelegramSettings settings;
  private final Clock clock;

  TelegramEvents(TelegramSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @throws WebhookRefused when the body is no JSON object
   */
  public List<InboundEvent> read(@Body byte @Nullable [] body) {
    return List.of(event(ProviderJson.readWebhook(body)));
  }

  public List<InboundEvent> readAll(@Body List<JsonNode> updates) {
    return updates.stream().map(this::event).toList();
  }

  private InboundEvent event(JsonNode update) {
    var updateId = id(update, "update_id");
    var origin =
        new Origin(
            Channel.TELEGRAM,
            Objects.requireNonNullElse(settings.botId(), NO_ACCOUNT),
            updateId == null ? fingerprint(update) : updateId,
            payload(update));
    return EventReading.read(origin, () -> message(origin, update));
  }

  private InboundEvent message(Origin origin, JsonNode update) {
    if (update.path("callback_query").isObject()) {
      return pressed(origin, update.path("callback_query"));
    }
    var message = update.path("message");
    if (message.isObject()) {
      return new MessageReceived(
          origin, name(origin, message), sender(message), content(message), sentAt(message));
    }
    var edited = update.path("edited_message");
    if (edited.isObject()) {
      return new MessageEdited(
          origin, name(origin, edited), sender(edited), content(edited), sentAt(edited));
    }
    throw new Unreadable(
        update.properties().stream()
            .map(Map.Entry::getKey)
            .filter(field -> !field.equals("update_id"))
            .collect(Collectors.joining(", ", "an update of another kind: ", "")));
  }

  /** Names a message within its chat; a bot has one chat with each person. */
  private static String name(Origin origin, JsonNode message) {
    return Objects.requireNonNullElse(id(message, "message_id"), origin.eventId());
  }

  private static Sender sender(JsonNode message) {
    return sender(message.path("from"), message.path("chat"));
  }

  private InboundEvent pressed(Origin origin, JsonNode query) {
    var message = query.path("message");
    var payload = text(query, "data");
    if (payload == null) {
      throw new Unreadable("a button without data");
    }
    return new MessageReceived(
        origin,
        sender(query.path("from"), message.path("chat")),
        new Content(MessageType.BUTTON_REPLY, titleOf(payload, message), payload, null),
        clock.instant());
  }

  private static @Nullable String titleOf(String payload, JsonNode message) {
    return elements(message.path("reply_markup").path("inline_keyboard"))
        .flatMap(TelegramEvents::elements)
        .filter(button -> payload.equals(text(button, "callback_data")))
        .map(button -> text(button, "text"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Sender sender(JsonNode from, JsonNode chat) {
    var type = text(chat, "type");
    if (!"private".equals(type)) {
      throw new Unreadable("channel".equals(type) ? "channel post" : "group chat");
    }
    if (from.path("is_bot").asBoolean()) {
      throw new Unreadable("written by a bot");
    }
    // A private chat has the number of the person.
    var userId = id(from, "id") == null ? id(chat, "id") : id(from, "id");
    if (userId == null || !PERSON.matcher(userId).matches()) {
      throw new Unreadable("a message that does not tell who wrote it");
    }
    var name =
        Stream.of(text(from, "first_name"), text(from, "last_name"))
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return new Sender(
        List.of(new Identity(IdentityKind.TELEGRAM_USER, userId)),
        name.isEmpty() ? text(from, "username") : name,
        text(from, "language_code"));
  }

  private Instant sentAt(JsonNode message) {
    return moment(message, message.hasNonNull("edit_date") ? "edit_date" : "date", clock);
  }

  private static Content content(JsonNode message) {
    var said = said(message);
    return new Content(said.type(), said.text(), null, said.file(), quote(message));
  }

  /** The whole message that is answered, or the words in it that were chosen. */
  private static @Nullable Quote quote(JsonNode message) {
    var answered = message.path("reply_to_message");
    var messageId = id(answered, "message_id");
    var words =
        Stream.of(
                text(message.path("quote"), "text"),
                text(answered, "text"),
                text(answered, "caption"))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return messageId == null && words == null ? null : new Quote(messageId, words);
  }

  private static Content said(JsonNode message) {
    var text = text(message, "text");
    if (text != null) {
      return new Content(MessageType.TEXT, text, null, null);
    }
    var caption = text(message, "caption");
    if (message.has("photo")) {
      var photo = largest(message.path("photo"));
      return new Content(MessageType.IMAGE, caption, null, file(MediaKind.IMAGE, photo));
    }
    for (var file : FILES.entrySet()) {
      if (message.has(file.getKey())) {
        return new Content(
            MessageType.valueOf(file.getValue().name()),
            caption,
            null,
            file(file.getValue(), message.path(file.getKey())));
      }
    }
    if (message.has("location")) {
      return new Content(MessageType.LOCATION, place(message), null, null);
    }
    if (message.has("contact")) {
      return new Content(MessageType.CONTACTS, card(message.path("contact")), null, null);
    }
    if (message.has("poll")) {
      return new Content(MessageType.POLL, poll(message.path("poll")), null, null);
    }
    return other(message);
  }

  /** What the chat tells of itself is a notice; anything else is kept for a person. */
  private static Content other(JsonNode message) {
    var parts =
        message.properties().stream().filter(part -> !COMMON.contains(part.getKey())).toList();
    if (!parts.isEmpty() && parts.stream().allMatch(part -> NOTICES.contains(part.getKey()))) {
      return new Content(MessageType.SYSTEM, null, null, null);
    }
    var read =
        parts.stream()
            .map(part -> readable(part.getKey(), part.getValue()))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("; "));
    return read.isEmpty()
        ? new Content(MessageType.UNSUPPORTED, null, null, null)
        : new Content(MessageType.OTHER, shortened(read), null, null);
  }

  private static String poll(JsonNode poll) {
    return Stream.concat(
            Stream.ofNullable(text(poll, "question")),
            elements(poll.path("options")).map(option -> text(option, "text")))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" / "));
  }

  private static SentFile file(MediaKind kind, JsonNode file) {
    return new SentFile(
        reference(file, "file_id"), kind, id(file, "mime_type"), null, id(file, "file_name"));
  }

  private static JsonNode largest(JsonNode sizes) {
    return elements(sizes)
        .max(Comparator.comparingLong(size -> size.path("width").asLong()))
        .orElseGet(MissingNode::getInstance);
  }

  private static String place(JsonNode message) {
    var location = message.path("location");
    return Stream.of(
            text(message.path("venue"), "title"),
            text(message.path("venue"), "address"),
            coordinates(location))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String card(JsonNode contact) {
    var number = text(contact, "phone_number");
    var named =
        Stream.of(text(contact, "first_name"), text(contact, "last_name"), number)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    var more =
        Stream.ofNullable(text(contact, "vcard"))
            .flatMap(vcard -> VCARD_LINE.matcher(vcard).results())
            .map(line -> line.group(1).replace(';', ' ').strip())
            .filter(value -> !value.isEmpty() && !digits(value).equals(digits(number)));
    return shortened(Stream.concat(Stream.of(named), more).collect(Collectors.joining(", ")));
  }

  private static String digits(@Nullable String number) {
    return number == null ? "" : number.replaceAll("[^0-9]", "");
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
