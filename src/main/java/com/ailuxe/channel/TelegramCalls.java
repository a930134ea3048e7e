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
import com.fasterxml.jackson.databind.JsonNode;
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
    var fields = ProviderJson.object().put("chat_id", delivery.recipient().value());
    if (!content.buttons().isEmpty()) {
      fields.set("reply_markup", keyboard(content.buttons()));
    }
    var file = content.attachment();
    if (file == null) {
      call(call, "sendMessage", fields.put("text", content.text()));
      return;
    }
    if (!content.text().isBlank()) {
      fields.put("caption", content.text());
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
  public void buttonAnswer(@Body String queryId, Message call) {
    call(call, "answerCallbackQuery", ProviderJson.object().put("callback_query_id", queryId));
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
      var segments = Stream.concat(Stream.of("file", bot()), Stream.of(path.split("/", -1)));
      return new MediaLink(
          URI.create(ProviderAddress.of(settings.baseUrl(), segments.toArray(String[]::new))),
          null);
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
    call.setHeader(Exchange.HTTP_URI, ProviderAddress.of(settings.baseUrl(), bot(), method));
  }

  private String bot() {
    return "bot" + Objects.requireNonNull(settings.botToken(), "The channel is off").value();
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

  private static JsonNode keyboard(List<Button> buttons) {
    var markup = ProviderJson.object();
    var rows = markup.putArray("inline_keyboard");
    for (var button : buttons) {
      rows.addArray()
          .addObject()
          .put("text", button.title())
          .put("callback_data", button.payload());
    }
    return markup;
  }
}
