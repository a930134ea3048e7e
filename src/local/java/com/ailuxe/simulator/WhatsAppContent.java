package com.ailuxe.simulator;

import com.ailuxe.simulator.Content.Attachment;
import com.ailuxe.simulator.Content.Choice;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the app sends by {@code POST /messages} and refuses what Meta would refuse. */
final class WhatsAppContent {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_BODY = 1024;

  private final WhatsAppTemplates templates = WhatsAppTemplates.load();
  private final MediaStore mediaStore;
  private final LinkedMedia linkedMedia;

  WhatsAppContent(MediaStore mediaStore, LinkedMedia linkedMedia) {
    this.mediaStore = mediaStore;
    this.linkedMedia = linkedMedia;
  }

  Content read(JsonNode message) {
    var type = message.path("type").asText("text");
    var part = message.path(type);
    if (!part.isObject() && !part.isArray()) {
      throw GraphError.badParameter("The parameter " + type + " is required.");
    }
    return switch (type) {
      case "text" -> Content.text(text(part, "body", "text['body']", LONGEST_TEXT));
      case "interactive" -> interactive(part);
      case "document", "image", "audio", "video", "sticker" -> file(type, part);
      case "template" -> template(part);
      case "reaction" -> Content.of(type, part.path("emoji").asText(""), part);
      case "location" -> Content.of(type, part.path("name").asText(""), part);
      case "contacts" -> Content.of(type, null, part);
      default ->
          throw GraphError.badParameter(
              "Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION,"
                  + " REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got \""
                  + type
                  + "\".");
    };
  }

  private Content interactive(JsonNode part) {
    var body = text(part.path("body"), "text", "interactive['body']['text']", LONGEST_BODY);
    var footer = part.path("footer").path("text").asText(null);
    var header = part.path("header");
    var file =
        switch (header.path("type").asText("")) {
          case "document" -> attachment("document", header.path("document"));
          case "image" -> attachment("image", header.path("image"));
          case "video" -> attachment("video", header.path("video"));
          default -> null;
        };
    var headerText = header.path("text").asText(null);
    var action = part.path("action");
    return switch (part.path("type").asText()) {
      case "button" ->
          new Content("interactive", body, headerText, footer, buttons(action), null, file, null);
      case "list" ->
          new Content(
              "interactive",
              body,
              headerText,
              footer,
              rows(action),
              text(action, "button", "interactive['action']['button']", 20),
              file,
              null);
      case "cta_url" ->
          new Content(
              "interactive",
              body,
              headerText,
              footer,
              List.of(
                  Choice.link(
                      action.path("parameters").path("display_text").asText(),
                      action.path("parameters").path("url").asText())),
              null,
              file,
              null);
      default ->
          throw GraphError.badValue(
              "Interactive type must be one of button, list, cta_url; got "
                  + part.path("type").asText("nothing"));
    };
  }

  private static List<Choice> buttons(JsonNode action) {
    var buttons = action.path("buttons");
    if (buttons.isEmpty() || buttons.size() > 3) {
      throw GraphError.invalidParameter(
          "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
    }
    var choices = new ArrayList<Choice>();
    for (var button : buttons) {
      var reply = button.path("reply");
      choices.add(
          Choice.button(
              text(reply, "id", "button reply id", 256),
              text(reply, "title", "button reply title", 20)));
    }
    refuseTwins(choices);
    return choices;
  }

  private static List<Choice> rows(JsonNode action) {
    var choices = new ArrayList<Choice>();
    var sections = action.path("sections");
    for (var section : sections) {
      var title = section.path("title").asText(null);
      if (sections.size() > 1 && title == null) {
        throw GraphError.badValue("Section title is required when there is more than one section");
      }
      for (var row : section.path("rows")) {
        var description = row.path("description").asText(null);
        if (description != null && description.length() > 72) {
          throw GraphError.badValue("Row description is too long. Max length is 72");
        }
        choices.add(
            new Choice(
                Choice.Kind.ROW,
                text(row, "id", "row id", 200),
                text(row, "title", "row title", 24),
                description,
                title,
                null));
      }
    }
    if (choices.isEmpty() || choices.size() > 10) {
      throw GraphError.invalidParameter(
          "Total row count exceed max allowed count. Min allowed rows: 1, Max allowed rows: 10");
    }
    refuseTwins(choices);
    return choices;
  }

  private static void refuseTwins(List<Choice> choices) {
    var ids = new HashSet<@Nullable String>();
    for (var choice : choices) {
      if (!ids.add(choice.id())) {
        throw GraphError.badValue("Duplicate id: " + choice.id());
      }
    }
  }

  private Content file(String type, JsonNode part) {
    var caption = part.path("caption").asText(null);
    if (caption != null && caption.length() > LONGEST_BODY) {
      throw GraphError.badParameter(
          "Param " + type + "['caption'] must be at most 1024 characters long.");
    }
    return Content.file(type, caption, attachment(type, part));
  }

  private Attachment attachment(String type, JsonNode part) {
    var id = part.path("id").asText(null);
    var link = part.path("link").asText(null);
    if ((id == null) == (link == null)) {
      throw GraphError.badParameter(
          "The parameter " + type + " must have exactly one of id and link.");
    }
    var media =
        id == null
            ? linkedMedia.fetch(link)
            : mediaStore
                .find(Channel.WHATSAPP, id)
                .orElseThrow(
                    () ->
                        GraphError.badParameter(
                            "Param "
                                + type
                                + "['id'] is not a valid whatsapp business account media"
                                + " attachment ID"));
    return Attachment.of(media, part.path("filename").asText(null));
  }

  private Content template(JsonNode part) {
    var name = text(part, "name", "template['name']", 512);
    var language = part.path("language").path("code").asText("");
    if (language.isEmpty()) {
      throw GraphError.badParameter("The parameter template['language']['code'] is required.");
    }
    var template =
        templates.find(name, language).orElseThrow(() -> GraphError.noTemplate(name, language));
    var parameters = new ArrayList<String>();
    var payloads = new ArrayList<String>();
    Attachment file = null;
    for (var component : part.path("components")) {
      for (var parameter : component.path("parameters")) {
        switch (parameter.path("type").asText()) {
          case "payload" -> payloads.add(text(parameter, "payload", "button payload", 256));
          case "document" -> file = attachment("document", parameter.path("document"));
          default -> parameters.add(templateText(parameter));
        }
      }
    }
    if (parameters.size() != template.placeholders()) {
      throw GraphError.parameterCount(parameters.size(), template.placeholders());
    }
    if ((file == null) != (template.header() == null)) {
      throw GraphError.templateFormat("header: Format mismatch, expected " + template.header());
    }
    if (payloads.size() > template.buttons().size()) {
      throw GraphError.templateFormat("button: there are " + template.buttons().size());
    }
    var choices = new ArrayList<Choice>();
    for (var index = 0; index < template.buttons().size(); index++) {
      var title = template.buttons().get(index);
      choices.add(Choice.button(index < payloads.size() ? payloads.get(index) : title, title));
    }
    return new Content(
        "template", template.with(parameters), null, null, choices, null, file, part);
  }

  private static String templateText(JsonNode parameter) {
    var text = text(parameter, "text", "template text", LONGEST_BODY);
    if (text.matches("(?s).*([\\n\\t]| {5}).*")) {
      throw GraphError.templateText();
    }
    return text;
  }

  private static String text(JsonNode node, String field, String name, int longest) {
    var text = node.path(field).asText("");
    if (text.isBlank()) {
      throw GraphError.badParameter("The parameter " + name + " is required.");
    }
    if (text.length() > longest) {
      throw GraphError.badParameter(
          "Param " + name + " must be at most " + longest + " characters long.");
    }
    return text;
  }
}
