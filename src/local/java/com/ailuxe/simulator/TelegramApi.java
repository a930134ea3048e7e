package com.ailuxe.simulator;

import com.ailuxe.simulator.Contact.PhoneState;
import com.ailuxe.simulator.Content.Attachment;
import com.ailuxe.simulator.Content.Choice;
import com.ailuxe.simulator.Entry.Author;
import com.ailuxe.simulator.Entry.Status;
import com.ailuxe.simulator.Entry.Tick;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The Bot API as the app calls it. */
final class TelegramApi {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;
  private static final int LONGEST_BUTTON_DATA = 64;
  private static final int LARGEST_UPLOAD = 50 * 1024 * 1024;
  private static final int LARGEST_DOWNLOAD = 20 * 1024 * 1024;

  private final TelegramError manners = new TelegramError();
  private final SimulatorSettings.Telegram settings;
  private final SimulatorState state;
  private final MediaStore mediaStore;
  private final TelegramMessages messages;
  private final TelegramUpdates updates;
  private final EventStream events;
  private final ProviderDesk desk;

  TelegramApi(
      SimulatorSettings.Telegram settings,
      SimulatorState state,
      MediaStore mediaStore,
      TelegramMessages messages,
      TelegramUpdates updates,
      EventStream events,
      ProviderDesk desk) {
    this.settings = settings;
    this.state = state;
    this.mediaStore = mediaStore;
    this.messages = messages;
    this.updates = updates;
    this.events = events;
    this.desk = desk;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/bot{token}/{method}", this::call)
        .POST("/bot{token}/{method}", this::call)
        .GET("/file/bot{token}/{folder}/{file}", this::download)
        .build();
  }

  private ServerResponse call(ServerRequest request) throws Exception {
    var token = request.pathVariable("token");
    var method = request.pathVariable("method");
    return desk.handle(
        request,
        Channel.TELEGRAM,
        method,
        manners,
        call -> {
          if (!token.equals(settings.token())) {
            throw TelegramError.unauthorized();
          }
          return answer(method, call);
        });
  }

  private Answer answer(String method, ProviderCall call) {
    return switch (method) {
      case "getMe" -> TelegramUpdates.ok(me());
      case "getUpdates" -> updates.poll(call);
      case "setWebhook" -> updates.setWebhook(call);
      case "deleteWebhook" -> updates.deleteWebhook(call);
      case "getWebhookInfo" -> updates.webhookInfo();
      case "sendMessage" -> sendMessage(call);
      case "sendDocument" -> sendFile(call, "document");
      case "sendPhoto" -> sendFile(call, "photo");
      case "sendVoice" -> sendFile(call, "voice");
      case "sendAudio" -> sendFile(call, "audio");
      case "sendVideo" -> sendFile(call, "video");
      case "sendChatAction" -> chatAction(call);
      case "answerCallbackQuery" -> answerPress(call);
      case "editMessageReplyMarkup" -> edit(call, false);
      case "editMessageText" -> edit(call, true);
      case "getFile" -> file(call);
      default -> throw TelegramError.notFound();
    };
  }

  private ObjectNode me() {
    return messages
        .bot()
        .put("can_join_groups", false)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", false);
  }

  private Answer sendMessage(ProviderCall call) {
    var contact = recipient(call);
    var text = TelegramText.plain(text(call, "text"), call.text("parse_mode"));
    if (text.isBlank()) {
      throw TelegramError.badRequest("message text is empty");
    }
    if (text.length() > LONGEST_TEXT) {
      throw TelegramError.badRequest("message is too long");
    }
    return send(call, contact, Content.text(text).withChoices(keyboard(call)));
  }

  private Answer sendFile(ProviderCall call, String type) {
    var contact = recipient(call);
    var caption = call.text("caption");
    if (caption != null) {
      caption = TelegramText.plain(caption, call.text("parse_mode"));
      if (caption.length() > LONGEST_CAPTION) {
        throw TelegramError.badRequest("message caption is too long");
      }
    }
    var media = media(call, type);
    var content =
        new Content(
            type,
            caption,
            null,
            null,
            keyboard(call),
            null,
            Attachment.of(media, null),
            TelegramMessages.fileFields(type, media));
    return send(call, contact, content);
  }

  private Media media(ProviderCall call, String field) {
    var file = call.files().get(field);
    var named = call.text(field);
    if (file == null && named != null && named.startsWith("attach://")) {
      file = call.files().get(named.substring("attach://".length()));
    }
    if (file == null) {
      if (named == null) {
        throw TelegramError.badRequest("there is no " + field + " in the request");
      }
      return mediaStore
          .find(Channel.TELEGRAM, named)
          .orElseThrow(() -> TelegramError.badRequest("wrong file identifier/HTTP URL specified"));
    }
    if (file.bytes().length == 0) {
      throw TelegramError.badRequest("file must be non-empty");
    }
    if (file.bytes().length > LARGEST_UPLOAD) {
      throw TelegramError.badRequest("file is too big");
    }
    return mediaStore.keep(Channel.TELEGRAM, file.name(), file.mimeType(), file.bytes());
  }

  private Answer send(ProviderCall call, Contact contact, Content content) {
    var replyTo =
        call.json("reply_parameters").path("message_id").asText(call.text("reply_to_message_id"));
    if (replyTo != null && state.entry(Channel.TELEGRAM, replyTo).isEmpty()) {
      throw TelegramError.badRequest("message to be replied not found");
    }
    var entry =
        new Entry(
            state.nextSeq(),
            contact.id(),
            Channel.TELEGRAM,
            Author.APP,
            String.valueOf(state.nextTelegramMessageId()),
            state.now(),
            content,
            replyTo,
            null,
            List.of(new Tick(Status.SENT, state.now(), null)),
            call.seq());
    state.record(new Fact.EntryWritten(entry));
    return TelegramUpdates.ok(messages.message(contact, entry));
  }

  private Contact recipient(ProviderCall call) {
    var chatId = text(call, "chat_id");
    var contact =
        state
            .contact(
                known ->
                    known.telegramId() != null && chatId.equals(String.valueOf(known.telegramId())))
            .orElseThrow(() -> TelegramError.badRequest("chat not found"));
    if (contact.state() == PhoneState.BLOCKS_US) {
      throw TelegramError.forbidden("bot was blocked by the user");
    }
    if (state.lastWrote(contact.id(), Channel.TELEGRAM).isEmpty()) {
      throw TelegramError.forbidden("bot can't initiate conversation with a user");
    }
    return contact;
  }

  private static String text(ProviderCall call, String field) {
    var text = call.text(field);
    if (text == null) {
      throw TelegramError.badRequest(
          field.equals("text") ? "message text is empty" : field + " is empty");
    }
    return text;
  }

  private static List<Choice> keyboard(ProviderCall call) {
    var choices = new ArrayList<Choice>();
    var line = 0;
    for (var row : call.json("reply_markup").path("inline_keyboard")) {
      line++;
      for (var button : row) {
        choices.add(choice(button, String.valueOf(line)));
      }
    }
    return choices;
  }

  private static Choice choice(JsonNode button, String row) {
    var title = button.path("text").asText("");
    var data = button.path("callback_data").asText(null);
    var url = button.path("url").asText(null);
    if (title.isBlank() || (data == null) == (url == null)) {
      throw TelegramError.badRequest(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
    if (data != null
        && (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > LONGEST_BUTTON_DATA)) {
      throw TelegramError.badRequest("BUTTON_DATA_INVALID");
    }
    var kind = url == null ? Choice.Kind.BUTTON : Choice.Kind.LINK;
    return new Choice(kind, data, title, null, row, url);
  }

  private Answer chatAction(ProviderCall call) {
    var contact = recipient(call);
    text(call, "action");
    events.typing(contact.id(), Channel.TELEGRAM);
    return TelegramUpdates.ok(BooleanNode.TRUE);
  }

  private Answer answerPress(ProviderCall call) {
    var id = text(call, "callback_query_id");
    var press =
        state
            .entry(Channel.TELEGRAM, TelegramPhone.messageId(id))
            .filter(entry -> entry.content().type().equals("press"))
            .orElseThrow(
                () ->
                    TelegramError.badRequest(
                        "query is too old and response timeout expired or query ID is invalid"));
    state.tick(press.seq(), Status.READ, null);
    var notice = call.text("text");
    if (notice != null) {
      events.notice(press.contact(), notice);
    }
    return TelegramUpdates.ok(BooleanNode.TRUE);
  }

  private Answer edit(ProviderCall call, boolean withText) {
    var contact = recipient(call);
    var entry =
        state
            .entry(Channel.TELEGRAM, text(call, "message_id"))
            .filter(known -> known.contact().equals(contact.id()) && known.author() == Author.APP)
            .orElseThrow(() -> TelegramError.badRequest("message to edit not found"));
    var content = entry.content().withChoices(keyboard(call));
    if (withText) {
      content = content.withText(TelegramText.plain(text(call, "text"), call.text("parse_mode")));
    }
    if (content.equals(entry.content())) {
      throw TelegramError.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    var edited = entry.with(content);
    state.record(new Fact.EntryWritten(edited));
    var message = messages.message(contact, edited);
    return TelegramUpdates.ok(message.put("edit_date", state.now().getEpochSecond()));
  }

  private Answer file(ProviderCall call) {
    var media =
        Optional.ofNullable(call.text("file_id"))
            .flatMap(id -> mediaStore.find(Channel.TELEGRAM, id))
            .orElseThrow(() -> TelegramError.badRequest("invalid file_id"));
    if (media.size() > LARGEST_DOWNLOAD) {
      throw TelegramError.badRequest("file is too big");
    }
    return TelegramUpdates.ok(
        Json.object()
            .put("file_id", media.id())
            .put("file_unique_id", "U" + media.id().substring(4))
            .put("file_size", media.size())
            .put("file_path", "files/" + media.id() + ending(media.name())));
  }

  private static String ending(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
  }

  private ServerResponse download(ServerRequest request) {
    if (!request.pathVariable("token").equals(settings.token())) {
      return ServerResponse.status(401).build();
    }
    var id = request.pathVariable("file").replaceAll("\\..*", "");
    var media = mediaStore.find(Channel.TELEGRAM, id);
    if (media.isEmpty()) {
      return ServerResponse.notFound().build();
    }
    return desk.download(Channel.TELEGRAM, media.get(), mediaStore.bytes(media.get()));
  }
}
