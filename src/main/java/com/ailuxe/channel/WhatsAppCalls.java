package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
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

  private final WhatsAppSettings settings;

  WhatsAppCalls(WhatsAppSettings settings) {
    this.settings = settings;
  }

  /** {@code POST /media}: a file that a message can point to afterwards. */
  public void upload(@Variable("delivery") Delivery delivery, Message call) {
    check(delivery.content());
    var file = Objects.requireNonNull(delivery.content().attachment());
    address(call, delivery, "media");
    call.setBody(
        Multipart.of(
            ProviderJson.object()
                .put("messaging_product", "whatsapp")
                .put("type", file.mediaType()),
            "file",
            file));
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
    var content = delivery.content();
    check(content);
    var message = ProviderJson.object();
    message.put("messaging_product", "whatsapp");
    message.put("recipient_type", "individual");
    address(message, delivery);
    message.put("biz_opaque_callback_data", delivery.messageId().toString());
    if (!content.buttons().isEmpty()) {
      message.put("type", "interactive");
      message.set("interactive", interactive(content, mediaId));
    } else if (mediaId != null) {
      message.put("type", "document");
      message.set("document", document(content, mediaId).put("caption", content.text()));
    } else {
      message.put("type", "text");
      message.set("text", ProviderJson.object().put("body", content.text()));
    }
    address(call, delivery, "messages");
    call.setHeader(Exchange.CONTENT_TYPE, "application/json");
    call.setBody(ProviderJson.write(message));
  }

  private void address(Message call, Delivery delivery, String resource) {
    call.removeHeaders("*");
    call.setHeader(Exchange.HTTP_METHOD, "POST");
    call.setHeader(
        Exchange.HTTP_URI,
        "%s/%s/%s/%s"
            .formatted(settings.baseUrl(), settings.apiVersion(), delivery.accountId(), resource));
    var token = Objects.requireNonNull(settings.accessToken(), "The channel is off");
    call.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
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

  private static ObjectNode document(OutboundContent content, String mediaId) {
    Attachment file = Objects.requireNonNull(content.attachment());
    return ProviderJson.object().put("id", mediaId).put("filename", file.fileName());
  }

  private static void check(OutboundContent content) {
    var extras = content.attachment() != null || !content.buttons().isEmpty();
    if (extras && content.text().length() > MAX_TEXT_WITH_EXTRAS) {
      throw new NotSent(
          new Refused(
              "WhatsApp takes %d characters next to a file or buttons, these are %d"
                  .formatted(MAX_TEXT_WITH_EXTRAS, content.text().length())));
    }
  }
}
