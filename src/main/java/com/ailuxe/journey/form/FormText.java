package com.ailuxe.journey.form;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words of people as forms show them. The texts of a form are Markdown: what a person wrote reads
 * there as it was written and is never an image, a link, a heading or HTML. The boxes of a form
 * take words as they are. Neither gets characters that only turn the direction of what follows, or
 * break lines in ways of their own.
 */
public final class FormText {
  /**
   * What Markdown gives a meaning: anywhere in a line, where it begins one, and where it makes a
   * link of a bare address.
   */
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\#&*/<>@\\[\\]_`{|}~]|^[-+=]|(?<=^\\d{1,9})[.)]|(?<=[wW]{3})\\.");

  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF&&[^\\n\\t]]");
  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final Pattern SPACES = Pattern.compile("[\\h\\u2800\\u3164]+");

  private FormText() {}

  /** The words as one line of a Markdown text, whatever they held. */
  public static String line(@Nullable String words) {
    return MARKUP.matcher(plainLine(words)).replaceAll("\\\\$0");
  }

  /** The words for a Markdown text, each on a line of its own. */
  public static String lines(List<String> words) {
    return words.stream().map(FormText::line).collect(Collectors.joining("\n"));
  }

  /** The words as one line for a box. */
  public static String plainLine(@Nullable String words) {
    return String.join(" ", plainLines(words)).strip();
  }

  /** The lines for a box, without their white space, which could move words to where they fool. */
  static List<String> plainLines(@Nullable String words) {
    return words == null
        ? List.of()
        : BREAK
            .splitAsStream(words)
            .map(line -> UNSEEN.matcher(line).replaceAll(""))
            .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
            .filter(line -> !line.isEmpty())
            .toList();
  }
}
