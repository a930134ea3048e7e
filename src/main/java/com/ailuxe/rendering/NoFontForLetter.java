package com.ailuxe.rendering;

/** None of the fonts of our documents has a letter that a document needs. */
public final class NoFontForLetter extends TemplateFailed {
  NoFontForLetter(int codePoint) {
    super("No font for the letter %s (U+%04X)".formatted(Character.toString(codePoint), codePoint));
  }
}
