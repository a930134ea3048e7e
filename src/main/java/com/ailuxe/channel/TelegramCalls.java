package com.ailuxe.channel;

import static com.ailuxe.channel.ProviderJson.reference;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.OutboundContent.File;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.camel.component.telegram.model.InlineKeyboardButton;
import org.apache.camel.component.telegram.model.InlineKeyboardMarkup;
import org.apache.camel.component.telegram.model.OutgoingCallbackQueryMessage;
import org.apache.camel.component.telegram.model.OutgoingTextMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Writes the calls to the Telegram Bot API. */
@Component("telegramCalls")
class TelegramCalls {
  /** Longest text under a file; plain texts may be longer. */
  static final int MAX_CAPTION = 1024;

  private static final Set<String> VOICE_NOTES = Set.of("audio/ogg", "audio/opus");

  private final TelegramSettings settings;
  private final Multipart multipart;

  TelegramCalls(TelegramSettings settings, Multipart multipart) {
    this.settings = settings;
    this.multipart = multipart;
  }

  /** {@code sendMessage}, or what sends a file of that kind when there is one. */
  public void message(@Variable("delivery") Delivery delivery, Message call) {
    check(delivery);
    var content = delivery.content();
    var keyboard = content.buttons().isEmpty() ? null : keyboard(content.buttons());
    var file = content.attachment();
    if (file == null) {
      call.setBody(text(delivery, keyboard));
    } else {
      file(delivery, file, keyboard, call);
    }
  }

  private static OutgoingTextMessage text(
      Delivery delivery, @Nullable InlineKeyboardMarkup keyboard) {
    var message = new OutgoingTextMessage(delivery.content().text(), null, null, keyboard);
    message.setChatId(delivery.recipient().value());
    return message;
  }

  /** Written by us: the component's own way of it loses what a file is, see ADR 0002. */
  private void file(
      Delivery delivery, File file, @Nullable InlineKeyboardMarkup keyboard, Message call) {
    var fields = ProviderJson.object().put("chat_id", delivery.recipient().value());
    if (keyboard != null) {
      fields.put("reply_markup", keyboard.toJson());
    }
    if (!delivery.content().text().isBlank()) {
      fields.put("caption", delivery.content().text());
    }
    var word = wordFor(file);
    address(call, "send" + StringUtils.capitalize(word));
    multipart.write(call, fields, word, file);
  }

  /** The word of Telegram for a kind of file. It plays sounds of Ogg as voice notes. */
  private static String wordFor(File file) {
    var kind = file instanceof KeptFile kept ? kept.kind() : MediaKind.DOCUMENT;
    return switch (kind) {
      case IMAGE -> "photo";
      case VIDEO -> "video";
      case AUDIO -> VOICE_NOTES.contains(file.mediaType()) ? "voice" : "audio";
      case DOCUMENT, STICKER -> "document";
    };
  }

  /** The queries of the buttons that were pressed, which Telegram wants answered. */
  public List<String> pressedButtons(@Body List<InboundEvent> events) {
    return events.stream()
        .map(event -> event.origin().payload().getBytes(StandardCharsets.UTF_8))
        .map(ProviderJson::read)
        .flatMap(Optional::stream)
        .map(update -> reference(update.path("callback_query"), "id"))
        .filter(Objects::nonNull)
        .toList();
  }

  /** {@code answerCallbackQuery}: the button stops to spin. */
  public OutgoingCallbackQueryMessage buttonAnswer(@Body String queryId) {
    var answer = new OutgoingCallbackQueryMessage();
    answer.setCallbackQueryId(queryId);
    return answer;
  }

  /** {@code getFile}: where a contact's file can be fetched for an hour. */
  public void fileAddress(@Variable("fetch") FileToFetch fetch, Message call) {
    if (!fetch.accountId().equals(settings.botId())) {
      throw new NotFetched(
          new MediaOutcome.Failed("There is no token for the bot " + fetch.accountId()));
    }
    call(call, "getFile", ProviderJson.object().put("file_id", fetch.providerId()));
  }

  /**
   * @param path as {@code getFile} gave it
   * @throws NotFetched when it leads elsewhere
   */
  MediaLink link(String path) {
    try {
      var segments =
          Stream.concat(Stream.of("file", ProviderCredentials.BOT), Stream.of(path.split("/", -1)));
      return new MediaLink(
          URI.create(ProviderAddress.of(settings.baseUrl(), segments.toArray(String[]::new))));
    } catch (IllegalArgumentException noPath) {
      throw new NotFetched(new MediaOutcome.Failed("Telegram gave no usable path of the file"));
    }
  }

  /** A call with JSON in its body. */
  void call(Message call, String method, ObjectNode parameters) {
    address(call, method);
    call.setHeader(Exchange.CONTENT_TYPE, "application/json");
    call.setBody(ProviderJson.write(parameters));
  }

  private void address(Message call, String method) {
    call.removeHeaders("*");
    call.setHeader(Exchange.HTTP_METHOD, "POST");
    call.setHeader(
        Exchange.HTTP_URI, ProviderAddress.of(settings.baseUrl(), ProviderCredentials.BOT, method));
  }

  private void check(Delivery delivery) {
    if (!delivery.accountId().equals(settings.botId())) {
      throw new NotSent(new Refused("There is no token for the bot " + delivery.accountId()));
    }
    if (delivery.recipient().kind() != IdentityKind.TELEGRAM_USER) {
      throw new NotSent(new Refused("Telegram does not know a " + delivery.recipient().kind()));
    }
    var content = delivery.content();
    if (content.attachment() != null && content.text().length() > MAX_CAPTION) {
      throw new NotSent(
          new Refused(
              "Telegram takes %d characters under a file, these are %d"
                  .formatted(MAX_CAPTION, content.text().length())));
    }
  }

  private static InlineKeyboardMarkup keyboard(List<Button> buttons) {
    return new InlineKeyboardMarkup(
        buttons.stream()
            .map(
                button ->
                    List.of(
                        InlineKeyboardButton.builder()
                            .text(button.title())
                            .callbackData(button.payload())
                            .build()))
            .toList());
  }
}
