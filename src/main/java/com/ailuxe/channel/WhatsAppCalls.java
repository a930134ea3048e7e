package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.Delivery.Template;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.File;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the calls that hand a message to the WhatsApp Cloud API. */
@Component("whatsAppCalls")
class WhatsAppCalls {
  /** Longest text next to a file or buttons; plain texts may be longer. */
  static final int MAX_TEXT_WITH_EXTRAS = 1024;

  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final WhatsAppSettings settings;
  private final Multipart multipart;

  WhatsAppCalls(WhatsAppSettings settings, Multipart multipart) {
    this.settings = settings;
    this.multipart = multipart;
  }

  /** {@code POST /media}: a file that a message can point to afterwards. */
  public void upload(@Variable("delivery") Delivery delivery, Message call) {
    check(delivery);
    var file = Objects.requireNonNull(delivery.content().attachment());
    address(call, delivery, "media");
    multipart.write(
        call,
        ProviderJson.object().put("messaging_product", "whatsapp").put("type", typeOf(file)),
        "file",
        file);
  }

  /**
   * {@code POST /messages}.
   *
   * @param mediaId of the file that was uploaded, if the message has one
   */
  public void message(
      @Variable("delivery") Delivery delivery,
      @Variable("mediaId") @Nullable String mediaId,
      Message call) {
    check(delivery);
    var content = delivery.content();
    var message = ProviderJson.object();
    message.put("messaging_product", "whatsapp");
    message.put("recipient_type", "individual");
    address(message, delivery);
    message.put("biz_opaque_callback_data", delivery.messageId().toString());
    if (delivery.template() != null) {
      message.put("type", "template");
      message.set("template", template(delivery.template(), content, mediaId));
    } else if (!content.buttons().isEmpty()) {
      message.put("type", "interactive");
      message.set("interactive", interactive(content, mediaId));
    } else if (mediaId != null) {
      var word = wordFor(content.attachment());
      message.put("type", word);
      message.set(word, media(content, mediaId));
    } else {
      message.put("type", "text");
      message.set("text", ProviderJson.object().put("body", content.text()));
    }
    address(call, delivery, "messages");
    call.setHeader(Exchange.CONTENT_TYPE, "application/json");
    call.setBody(ProviderJson.write(message));
  }

  /** {@code GET /<media id>}: where a contact's file can be fetched for a few minutes. */
  public void fileAddress(@Variable("fetch") FileToFetch fetch, Message call) {
    address(call, "GET", fetch.providerId());
    call.setBody(null);
  }

  /**
   * The file itself, for whoever has the token; so it goes to nobody who offers less protection
   * than the API, and to no host but the known ones.
   *
   * @param address as the API gave it
   * @throws NotFetched when it is no address of that kind
   */
  MediaLink link(String address) {
    try {
      var link = URI.create(address);
      if (settings.baseUrl().getScheme().equals(link.getScheme())
          && link.getRawUserInfo() == null
          && settings.mediaHosts().contains(place(link))) {
        return new MediaLink(link, authorization());
      }
    } catch (IllegalArgumentException noAddress) {
      // the same as one that is not usable
    }
    throw new NotFetched(
        new MediaOutcome.Failed(
            "WhatsApp gave an address of the file that is none of its own; the hosts that are are"
                + " ailuxe.channel.whatsapp.media-hosts"));
  }

  /** The host, and the port where it is not the usual one. */
  private static String place(URI link) {
    var host = Objects.toString(link.getHost(), "").toLowerCase(Locale.ROOT);
    var usual = "https".equals(link.getScheme()) ? HTTPS : HTTP;
    return link.getPort() < 0 || link.getPort() == usual ? host : host + ":" + link.getPort();
  }

  private void address(Message call, Delivery delivery, String resource) {
    address(call, "POST", delivery.accountId(), resource);
  }

  private void address(Message call, String method, String... path) {
    call.removeHeaders("*");
    call.setHeader(Exchange.HTTP_METHOD, method);
    call.setHeader(
        Exchange.HTTP_URI,
        ProviderAddress.of(
            settings.baseUrl(),
            Stream.concat(Stream.of(settings.apiVersion()), Arrays.stream(path))
                .toArray(String[]::new)));
    call.setHeader(HttpHeaders.AUTHORIZATION, authorization());
  }

  private String authorization() {
    var token = Objects.requireNonNull(settings.accessToken(), "The channel is off");
    return "Bearer " + token.value();
  }

  private static void address(ObjectNode message, Delivery delivery) {
    var recipient = delivery.recipient();
    switch (recipient.kind()) {
      case PHONE -> message.put("to", recipient.value().replace("+", ""));
      case WHATSAPP_USER -> message.put("recipient", recipient.value());
      case TELEGRAM_USER ->
          throw new NotSent(new Refused("WhatsApp does not know a " + IdentityKind.TELEGRAM_USER));
    }
  }

  private static ObjectNode interactive(OutboundContent content, @Nullable String mediaId) {
    var interactive = ProviderJson.object().put("type", "button");
    if (mediaId != null) {
      interactive
          .putObject("header")
          .put("type", "document")
          .set("document", document(content, mediaId));
    }
    interactive.putObject("body").put("text", content.text());
    var buttons = interactive.putObject("action").putArray("buttons");
    for (var button : content.buttons()) {
      buttons
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", button.payload())
          .put("title", button.title());
    }
    return interactive;
  }

  /** The placeholders of the body, the file as header, and what each button sends back. */
  private static ObjectNode template(
      Template template, OutboundContent content, @Nullable String mediaId) {
    var node = ProviderJson.object().put("name", template.name());
    node.putObject("language").put("code", template.languageCode());
    var components = node.putArray("components");
    if (mediaId != null) {
      components
          .addObject()
          .put("type", "header")
          .putArray("parameters")
          .addObject()
          .put("type", "document")
          .set("document", document(content, mediaId));
    }
    if (!template.parameters().isEmpty()) {
      var body = components.addObject().put("type", "body").putArray("parameters");
      template.parameters().forEach(text -> body.addObject().put("type", "text").put("text", text));
    }
    for (var button : content.buttons()) {
      components
          .addObject()
          .put("type", "button")
          .put("sub_type", "quick_reply")
          .put("index", String.valueOf(content.buttons().indexOf(button)))
          .putArray("parameters")
          .addObject()
          .put("type", "payload")
          .put("payload", button.payload());
    }
    return node;
  }

  /** WhatsApp's own names for two kinds of sounds. */
  private static String typeOf(File file) {
    return switch (file.mediaType()) {
      case "audio/opus" -> "audio/ogg";
      case "audio/x-aac" -> "audio/aac";
      default -> file.mediaType();
    };
  }

  private static String wordFor(@Nullable File file) {
    var kind = file instanceof KeptFile kept ? kept.kind() : MediaKind.DOCUMENT;
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Sounds have no caption; only documents show a name. */
  private static ObjectNode media(OutboundContent content, String mediaId) {
    var word = wordFor(content.attachment());
    var media =
        word.equals("document")
            ? document(content, mediaId)
            : ProviderJson.object().put("id", mediaId);
    return content.text().isBlank() ? media : media.put("caption", content.text());
  }

  private static ObjectNode document(OutboundContent content, String mediaId) {
    var file = Objects.requireNonNull(content.attachment());
    return ProviderJson.object().put("id", mediaId).put("filename", file.fileName());
  }

  private static void check(Delivery delivery) {
    if (delivery.template() != null) {
      return;
    }
    var content = delivery.content();
    var extras = content.attachment() != null || !content.buttons().isEmpty();
    if (extras && content.text().length() > MAX_TEXT_WITH_EXTRAS) {
      throw new NotSent(
          new Refused(
              "WhatsApp takes %d characters next to a file or buttons, these are %d"
                  .formatted(MAX_TEXT_WITH_EXTRAS, content.text().length())));
    }
  }
}
