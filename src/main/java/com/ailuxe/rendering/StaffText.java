package com.ailuxe.rendering;

/**
 * A staff notice in words.
 *
 * @param subject one line
 */
public record StaffText(String subject, String text) {
  /** The first line is the subject, the text begins below it. */
  static StaffText of(String rendered) {
    var lines = rendered.split("\\R", 2);
    if (lines.length < 2 || lines[1].isBlank()) {
      throw new TemplateFailed("A staff notice is a subject and a text below it: " + rendered);
    }
    return new StaffText(lines[0].strip(), lines[1].strip());
  }
}
