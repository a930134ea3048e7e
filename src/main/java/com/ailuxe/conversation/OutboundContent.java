package com.ailuxe.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we write: a text, at most three buttons, at most one file.
 *
 * @param text up to 4096 characters; with a file it is the caption
 */
public record OutboundContent(String text, List<Button> buttons, @Nullable Attachment attachment) {
  public static final int MAX_TEXT_LENGTH = 4096;
  public static final int MAX_BUTTONS = 3;

  public OutboundContent {
    buttons = List.copyOf(buttons);
    if (text.isBlank() || text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "A text has 1 to " + MAX_TEXT_LENGTH + " characters, this one has " + text.length());
    }
    if (buttons.size() > MAX_BUTTONS) {
      throw new IllegalArgumentException("A message has at most " + MAX_BUTTONS + " buttons");
    }
  }

  public static OutboundContent text(String text) {
    return new OutboundContent(text, List.of(), null);
  }

  /**
   * A button under the message.
   *
   * @param payload comes back when it is pressed; up to 64 bytes, Telegram's limit
   * @param title up to 20 characters, WhatsApp's limit
   */
  public record Button(String payload, String title) {}

  /** A file, by the id it is stored under. */
  public record Attachment(String fileName, String mediaType, byte[] content) {}
}
