package com.ailuxe.simulator;

import com.ailuxe.simulator.Content.Attachment;
import com.ailuxe.simulator.Content.Choice;
import com.ailuxe.simulator.Entry.Author;
import com.ailuxe.simulator.Entry.Status;
import com.ailuxe.simulator.Entry.Tick;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Telegram of a contact. */
final class TelegramPhone implements Phone {
  private static final String CALLBACK_PREFIX = "4382006";

  private final SimulatorState state;
  private final MediaStore mediaStore;
  private final TelegramMessages messages;
  private final TelegramUpdates updates;

  TelegramPhone(
      SimulatorState state,
      MediaStore mediaStore,
      TelegramMessages messages,
      TelegramUpdates updates) {
    this.state = state;
    this.mediaStore = mediaStore;
    this.messages = messages;
    this.updates = updates;
  }

  @Override
  public Entry say(Contact contact, Saying saying, ProviderCall.@Nullable Upload file) {
    var type = saying.typeWith(file);
    if (type.equals("edit")) {
      return edit(contact, saying);
    }
    if (type.equals("press")) {
      var forged = Choice.button(saying.requiredPayload(), "");
      return press(contact, ownMessage(contact, saying), forged);
    }
    return state.locked(
        () -> {
          var entry = log(contact, content(contact, type, saying, file), saying.replyTo());
          var message = messages.message(contact, entry);
          if (saying.mediaGroup() != null) {
            message.put("media_group_id", saying.mediaGroup());
          }
          updates.add(contact, "message", message, List.of(entry.seq()));
          return entry;
        });
  }

  private Content content(
      Contact contact, String type, Saying saying, ProviderCall.@Nullable Upload file) {
    return switch (type) {
      case "text" -> text(saying.requiredText());
      case "image", "photo" -> media("photo", saying, Phone.required(file, type));
      case "document", "voice", "audio", "video" -> media(type, saying, Phone.required(file, type));
      case "location" -> location(saying);
      case "contacts", "contact" -> card(contact, saying);
      default -> throw new Refused(400, "Telegram cannot send '" + type + "'");
    };
  }

  private static Content text(String text) {
    if (!text.startsWith("/")) {
      return Content.text(text);
    }
    var entities = Json.object();
    var end = text.indexOf(' ');
    entities
        .putArray("entities")
        .addObject()
        .put("offset", 0)
        .put("length", end < 0 ? text.length() : end)
        .put("type", "bot_command");
    return Content.of("text", text, entities);
  }

  private Content media(String type, Saying saying, ProviderCall.Upload file) {
    var mimeType = type.equals("voice") ? "audio/ogg" : file.mimeType();
    var media = mediaStore.keep(Channel.TELEGRAM, file.name(), mimeType, file.bytes());
    return new Content(
        type,
        saying.text(),
        null,
        null,
        List.of(),
        null,
        Attachment.of(media, null),
        TelegramMessages.fileFields(type, media));
  }

  private static Content location(Saying saying) {
    if (saying.latitude() == null || saying.longitude() == null) {
      throw new Refused(400, "a location needs latitude and longitude");
    }
    var details = Json.object();
    details
        .putObject("location")
        .put("latitude", saying.latitude())
        .put("longitude", saying.longitude());
    return Content.of("location", saying.name(), details);
  }

  private static Content card(Contact contact, Saying saying) {
    var name = saying.name() == null ? contact.name() : saying.name();
    var details = Json.object();
    var card =
        details
            .putObject("contact")
            .put("phone_number", "+" + saying.requiredPhone())
            .put("first_name", name);
    if (name.equals(contact.name())) {
      card.put("user_id", contact.telegramId());
    }
    return Content.of("contact", name, details);
  }

  private Entry ownMessage(Contact contact, Saying saying) {
    return state
        .entry(Channel.TELEGRAM, saying.requiredReplyTo())
        .filter(known -> known.contact().equals(contact.id()))
        .orElseThrow(() -> new Refused(404, "there is no such message"));
  }

  private Entry edit(Contact contact, Saying saying) {
    return state.locked(
        () -> {
          var entry =
              state
                  .entry(Channel.TELEGRAM, saying.requiredReplyTo())
                  .filter(known -> known.contact().equals(contact.id()))
                  .filter(known -> known.author() == Author.CONTACT)
                  .orElseThrow(() -> new Refused(404, "there is no such message to edit"));
          var edited = entry.with(entry.content().withText(saying.requiredText()));
          state.record(new Fact.EntryWritten(edited));
          var message = messages.message(contact, edited);
          message.put("edit_date", state.now().getEpochSecond());
          updates.add(contact, "edited_message", message, List.of());
          return edited;
        });
  }

  @Override
  public Entry press(Contact contact, Entry message, Choice choice) {
    if (choice.kind() == Choice.Kind.LINK) {
      throw new Refused(400, "a link opens on the phone and tells nobody");
    }
    return state.locked(
        () -> {
          var content = Content.of("press", choice.title(), null);
          var entry = log(contact, content, message.id());
          var query = Json.object().put("id", callbackId(entry.id()));
          query.set("from", TelegramMessages.user(contact));
          query.set("message", messages.message(contact, message));
          query.put("chat_instance", "8" + contact.telegramId());
          query.put("data", choice.id());
          updates.add(contact, "callback_query", query, List.of(entry.seq()));
          return entry;
        });
  }

  /** Telegram's ids of presses are long numbers, apart from message ids. */
  static String callbackId(String messageId) {
    return CALLBACK_PREFIX + messageId;
  }

  static String messageId(String callbackId) {
    return callbackId.startsWith(CALLBACK_PREFIX)
        ? callbackId.substring(CALLBACK_PREFIX.length())
        : "";
  }

  @Override
  public void read(Contact contact) {
    state.chat(contact.id(), Channel.TELEGRAM).stream()
        .filter(entry -> entry.author() == Author.APP)
        .forEach(entry -> state.tick(entry.seq(), Status.READ, null));
  }

  private Entry log(Contact contact, Content content, @Nullable String replyTo) {
    var entry =
        new Entry(
            state.nextSeq(),
            contact.id(),
            Channel.TELEGRAM,
            Author.CONTACT,
            String.valueOf(state.nextTelegramMessageId()),
            state.now(),
            content,
            replyTo,
            null,
            List.of(new Tick(Status.SENT, state.now(), null)),
            null);
    state.record(new Fact.EntryWritten(entry));
    return entry;
  }
}
