package com.ailuxe.simulator;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one bubble shows.
 *
 * @param type the provider's word: text, interactive, document, template, voice, press ..
 * @param menu the label that opens the rows of a list message
 * @param details what has no field of its own: coordinates, cards, the provider's extras
 */
record Content(
    String type,
    @Nullable String text,
    @Nullable String header,
    @Nullable String footer,
    List<Choice> choices,
    @Nullable String menu,
    @Nullable Attachment file,
    @Nullable JsonNode details) {

  /** One button or list row that can be pressed. */
  record Choice(
      Kind kind,
      @Nullable String id,
      String title,
      @Nullable String description,
      @Nullable String section,
      @Nullable String url) {

    @JsonFormat(shape = JsonFormat.Shape.STRING)
    enum Kind {
      BUTTON,
      ROW,
      LINK
    }

    static Choice button(String id, String title) {
      return new Choice(Kind.BUTTON, id, title, null, null, null);
    }

    static Choice link(String title, String url) {
      return new Choice(Kind.LINK, null, title, null, null, url);
    }
  }

  /** A file in a bubble. */
  record Attachment(String mediaId, String name, String mimeType, long size) {
    static Attachment of(Media media, @Nullable String name) {
      return new Attachment(
          media.id(), name == null ? media.name() : name, media.mimeType(), media.size());
    }
  }

  static Content text(String text) {
    return new Content("text", text, null, null, List.of(), null, null, null);
  }

  static Content of(String type, @Nullable String text, @Nullable JsonNode details) {
    return new Content(type, text, null, null, List.of(), null, null, details);
  }

  static Content file(String type, @Nullable String caption, Attachment file) {
    return new Content(type, caption, null, null, List.of(), null, file, null);
  }

  Content withText(@Nullable String newText) {
    return new Content(type, newText, header, footer, choices, menu, file, details);
  }

  Content withChoices(List<Choice> newChoices) {
    return new Content(type, text, header, footer, newChoices, menu, file, details);
  }
}
