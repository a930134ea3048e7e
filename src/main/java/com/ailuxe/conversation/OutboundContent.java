package com.ailuxe.conversation;

import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.Letters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we write, each letter and its accents as one character: a text, at most three buttons, at
 * most one file.
 *
 * @param text up to 4096 characters; with a file it is the caption, which may be empty
 */
public record OutboundContent(String text, List<Button> buttons, @Nullable File attachment) {
  public static final int MAX_TEXT_LENGTH = 4096;

  /** Both messengers take as much under a file. */
  public static final int MAX_CAPTION_LENGTH = 1024;

  public static final int MAX_BUTTONS = 3;

  public OutboundContent {
    text = Letters.composed(text);
    buttons = List.copyOf(buttons);
    if (text.isBlank() && attachment == null || text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "A text has 1 to " + MAX_TEXT_LENGTH + " characters, this one has " + text.length());
    }
    if (buttons.size() > MAX_BUTTONS) {
      throw new IllegalArgumentException("A message has at most " + MAX_BUTTONS + " buttons");
    }
  }

  /** The first of several ways to say something that fits above buttons, or the last one. */
  public static String fitting(Stream<String> texts) {
    return texts
        .reduce((one, other) -> one.length() <= MAX_CAPTION_LENGTH ? one : other)
        .orElseThrow();
  }

  /**
   * Whether the messengers take it: what they do not take is to be found where it is written.
   *
   * @throws IllegalArgumentException when a text, a title or a payload is too long
   */
  void requireThatItFits() {
    if (text.length() > longestText()) {
      throw new IllegalArgumentException(
          "Beside buttons or a file a text has at most %d characters, this one has %d"
              .formatted(MAX_CAPTION_LENGTH, text.length()));
    }
    buttons.forEach(Button::requireThatItFits);
  }

  /** The longest text, in characters; less where buttons or a file are beside it. */
  int longestText() {
    return buttons.isEmpty() && attachment == null ? MAX_TEXT_LENGTH : MAX_CAPTION_LENGTH;
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
  public record Button(String payload, String title) {
    public static final int MAX_TITLE_LENGTH = 20;
    public static final int MAX_PAYLOAD_BYTES = 64;

    public Button {
      title = Letters.composed(title);
    }

    private void requireThatItFits() {
      if (title.isBlank() || title.length() > MAX_TITLE_LENGTH) {
        throw new IllegalArgumentException(
            "The title of a button has 1 to " + MAX_TITLE_LENGTH + " characters: " + title);
      }
      if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
        throw new IllegalArgumentException(
            "The payload of a button has up to " + MAX_PAYLOAD_BYTES + " bytes: " + payload);
      }
    }
  }

  /** A file that goes with the message. */
  public sealed interface File {
    String fileName();

    String mediaType();
  }

  /** A document that we made; it is stored with the message. */
  public record Attachment(String fileName, String mediaType, byte[] content) implements File {}

  /** A file of a person of the agency that is kept already. */
  public record KeptFile(String fileName, MediaKind kind, MediaFile file) implements File {
    @Override
    public String mediaType() {
      return file.mediaType();
    }
  }
}
