package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.Delivery.Template;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.camel.component.whatsapp.model.Action;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.component.whatsapp.model.Body;
import org.apache.camel.component.whatsapp.model.Button;
import org.apache.camel.component.whatsapp.model.Component;
import org.apache.camel.component.whatsapp.model.Header;
import org.apache.camel.component.whatsapp.model.InteractiveMessage;
import org.apache.camel.component.whatsapp.model.InteractiveMessageRequest;
import org.apache.camel.component.whatsapp.model.Language;
import org.apache.camel.component.whatsapp.model.MediaMessage;
import org.apache.camel.component.whatsapp.model.MediaMessageRequest;
import org.apache.camel.component.whatsapp.model.Parameter;
import org.apache.camel.component.whatsapp.model.Reply;
import org.apache.camel.component.whatsapp.model.TemplateMessage;
import org.apache.camel.component.whatsapp.model.TemplateMessageRequest;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;
import org.jspecify.annotations.Nullable;

/** Writes messages as camel-whatsapp has them. */
final class WhatsAppMessages {
  private WhatsAppMessages() {}

  /**
   * @param mediaId of the file that was uploaded, if the message has one
   * @throws NotSent when WhatsApp does not know that kind of recipient
   */
  static BaseMessage of(Delivery delivery, @Nullable String mediaId) {
    var content = delivery.content();
    var template = delivery.template();
    BaseMessage message;
    if (template != null) {
      message = template(template, content, mediaId);
    } else if (!content.buttons().isEmpty()) {
      message = interactive(content, mediaId);
    } else if (mediaId != null) {
      message = media(content, mediaId);
    } else {
      message = text(content.text());
    }
    switch (delivery.recipient().kind()) {
      case PHONE -> message.setTo(delivery.recipient().value().replace("+", ""));
      case WHATSAPP_USER -> {} // There is no place for it, see WhatsAppSends.
      case TELEGRAM_USER ->
          throw new NotSent(new Refused("WhatsApp does not know a " + IdentityKind.TELEGRAM_USER));
    }
    return message;
  }

  private static BaseMessage text(String words) {
    var text = new TextMessage();
    text.setBody(words);
    var request = new TextMessageRequest();
    request.setText(text);
    return request;
  }

  private static BaseMessage interactive(OutboundContent content, @Nullable String mediaId) {
    var interactive = new InteractiveMessage();
    interactive.setType("button");
    if (mediaId != null) {
      var header = new Header();
      header.setType("document");
      header.setDocument(document(content, mediaId));
      interactive.setHeader(header);
    }
    var body = new Body();
    body.setText(content.text());
    interactive.setBody(body);
    var action = new Action();
    action.setButtons(content.buttons().stream().map(WhatsAppMessages::button).toList());
    interactive.setAction(action);
    var request = new InteractiveMessageRequest();
    request.setInteractive(interactive);
    return request;
  }

  private static Button button(OutboundContent.Button button) {
    var reply = new Reply();
    reply.setId(button.payload());
    reply.setTitle(button.title());
    var shown = new Button();
    shown.setReply(reply);
    return shown;
  }

  /** The placeholders of the body, the file as header, and what each button sends back. */
  private static BaseMessage template(
      Template template, OutboundContent content, @Nullable String mediaId) {
    var components = new ArrayList<Component>();
    if (mediaId != null) {
      var header = parameter("document");
      header.setDocument(document(content, mediaId));
      components.add(component("header", List.of(header)));
    }
    if (!template.parameters().isEmpty()) {
      components.add(
          component("body", template.parameters().stream().map(WhatsAppMessages::words).toList()));
    }
    IntStream.range(0, content.buttons().size())
        .mapToObj(index -> answer(index, content.buttons().get(index).payload()))
        .forEach(components::add);
    var language = new Language();
    language.setPolicy(null);
    language.setCode(template.languageCode());
    var message = new TemplateMessage();
    message.setName(template.name());
    message.setLanguage(language);
    message.setComponents(components);
    var request = new TemplateMessageRequest();
    request.setTemplate(message);
    return request;
  }

  private static Component answer(int index, String payload) {
    var parameter = parameter("payload");
    parameter.setPayload(payload);
    var button = component("button", List.of(parameter));
    button.setSubType("quick_reply");
    button.setIndex(String.valueOf(index));
    return button;
  }

  private static Component component(String type, List<Parameter> parameters) {
    var component = new Component();
    component.setType(type);
    component.setParameters(parameters);
    return component;
  }

  private static Parameter words(String text) {
    var parameter = parameter("text");
    parameter.setText(text);
    return parameter;
  }

  private static Parameter parameter(String type) {
    var parameter = new Parameter();
    parameter.setType(type);
    return parameter;
  }

  /** Sounds have no caption; only documents show a name. */
  private static BaseMessage media(OutboundContent content, String mediaId) {
    var kind = content.attachment() instanceof KeptFile kept ? kept.kind() : MediaKind.DOCUMENT;
    var media = kind == MediaKind.DOCUMENT ? document(content, mediaId) : pointer(mediaId);
    if (!content.text().isBlank()) {
      media.setCaption(content.text());
    }
    return new MediaMessageRequest(kind.name().toLowerCase(Locale.ROOT), media);
  }

  private static MediaMessage document(OutboundContent content, String mediaId) {
    var document = pointer(mediaId);
    document.setFilename(Objects.requireNonNull(content.attachment()).fileName());
    return document;
  }

  private static MediaMessage pointer(String mediaId) {
    var media = new MediaMessage();
    media.setId(mediaId);
    return media;
  }
}
