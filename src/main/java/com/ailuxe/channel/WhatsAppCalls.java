package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.Delivery.Template;
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
    check(delivery);
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

  private static ObjectNode document(OutboundContent content, String mediaId) {
    Attachment file = Objects.requireNonNull(content.attachment());
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
