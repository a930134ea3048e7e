package com.ailuxe.conversation;

import com.ailuxe.shared.Letters;
import org.jspecify.annotations.Nullable;

/**
 * What a message answers, as whoever wrote it chose it.
 *
 * @param author null when the message is not one of the conversation's
 * @param text of the whole message, or of that part which was chosen
 */
public record QuotedLine(@Nullable Author author, String text) {
  private static final int SHOWN = 120;

  /** The line that is put before the words of the message that quotes it. */
  String shown() {
    var line = text.strip().replaceAll("\\s+", " ");
    return "[about: “%s”] "
        .formatted(line.length() <= SHOWN ? line : Letters.beginning(line, SHOWN - 1) + "…");
  }
}
