package com.ailuxe.simulator;

import com.ailuxe.simulator.Content.Choice;
import com.ailuxe.simulator.Entry.Author;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes users, chats and messages as the Bot API does. */
final class TelegramMessages {
  private final SimulatorSettings.Telegram settings;
  private final SimulatorState state;

  TelegramMessages(SimulatorSettings.Telegram settings, SimulatorState state) {
    this.settings = settings;
    this.state = state;
  }

  ObjectNode bot() {
    return Json.object()
        .put("id", settings.botId())
        .put("is_bot", true)
        .put("first_name", "AI LUXE")
        .put("username", settings.username());
  }

  static ObjectNode user(Contact contact) {
    return Json.compact(
        Json.object()
            .put("id", contact.telegramId())
            .put("is_bot", false)
            .put("first_name", contact.firstName())
            .put("last_name", contact.lastName())
            .put("username", contact.username())
            .put("language_code", contact.language()));
  }

  private static ObjectNode chat(Contact contact) {
    return Json.compact(
        Json.object()
            .put("id", contact.telegramId())
            .put("first_name", contact.firstName())
            .put("last_name", contact.lastName())
            .put("username", contact.username())
            .put("type", "private"));
  }

  /** The Message object of a line in a chat. */
  ObjectNode message(Contact contact, Entry entry) {
    var node = Json.object().put("message_id", Long.parseLong(entry.id()));
    node.set("from", entry.author() == Author.APP ? bot() : user(contact));
    node.set("chat", chat(contact));
    node.put("date", entry.at().getEpochSecond());
    quoted(entry).ifPresent(other -> node.set("reply_to_message", message(contact, other)));
    fill(node, entry.content());
    if (!entry.content().choices().isEmpty()) {
      node.set("reply_markup", keyboard(entry.content()));
    }
    return node;
  }

  private Optional<Entry> quoted(Entry entry) {
    return Optional.ofNullable(entry.replyTo())
        .flatMap(id -> state.entry(Channel.TELEGRAM, id))
        .map(
            other ->
                new Entry(
                    other.seq(),
                    other.contact(),
                    other.channel(),
                    other.author(),
                    other.id(),
                    other.at(),
                    other.content(),
                    null,
                    null,
                    other.ticks(),
                    other.call()));
  }

  private static void fill(ObjectNode node, Content content) {
    if (content.details() instanceof ObjectNode details) {
      node.setAll(details);
    }
    if (content.file() != null) {
      if (content.text() != null) {
        node.put("caption", content.text());
      }
    } else if (content.type().equals("text")) {
      node.put("text", content.text());
    }
  }

  /** What only this kind of file has, under the field of its type. */
  static ObjectNode fileFields(String type, Media media) {
    var file =
        Json.object()
            .put("file_id", media.id())
            .put("file_unique_id", "U" + media.id().substring(4))
            .put("file_size", media.size());
    var fields = Json.object();
    switch (type) {
      case "photo" -> {
        var sizes = fields.putArray("photo");
        sizes.add(file.deepCopy().put("width", 320).put("height", 240));
        sizes.add(file.put("width", 1280).put("height", 960));
      }
      case "voice" ->
          fields.set("voice", file.put("duration", 4).put("mime_type", media.mimeType()));
      case "video" ->
          fields.set(
              "video",
              file.put("width", 1280)
                  .put("height", 720)
                  .put("duration", 4)
                  .put("mime_type", media.mimeType()));
      default ->
          fields.set(type, file.put("file_name", media.name()).put("mime_type", media.mimeType()));
    }
    return fields;
  }

  private static ObjectNode keyboard(Content content) {
    var markup = Json.object();
    var rows = markup.putArray("inline_keyboard");
    @Nullable String section = null;
    ArrayNode row = null;
    for (var choice : content.choices()) {
      if (row == null || !Objects.equals(section, choice.section())) {
        row = rows.addArray();
        section = choice.section();
      }
      var button = row.addObject().put("text", choice.title());
      if (choice.kind() == Choice.Kind.LINK) {
        button.put("url", choice.url());
      } else {
        button.put("callback_data", choice.id());
      }
    }
    return markup;
  }
}
