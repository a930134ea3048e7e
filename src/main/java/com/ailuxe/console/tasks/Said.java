package com.ailuxe.console.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that was said, as a form's transcript has it.
 *
 * @param side {@code in} from the contact, {@code out} from us, {@code unsure} of which it is not
 *     known whether it arrived
 */
public record Said(String side, String who, String words) {
  private static final Pattern LINE =
      Pattern.compile("(?<side>[←→]|\\? →) (?<who>[^:\\n]*): (?<words>(?s:.*?))(?=\\n[←→?…]|\\z)");

  /** What a transcript holds; empty where the text is none. */
  static List<Said> of(String text) {
    var said = new ArrayList<Said>();
    var lines = LINE.matcher(text);
    while (lines.find()) {
      said.add(
          new Said(
              switch (lines.group("side")) {
                case "←" -> "in";
                case "→" -> "out";
                default -> "unsure";
              },
              lines.group("who"),
              lines.group("words").replaceAll("\\n +", "\n").strip()));
    }
    return text.startsWith("←") || text.startsWith("→") || text.startsWith("? →")
        ? said
        : List.of();
  }
}
