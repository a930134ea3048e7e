package com.ailuxe.concierge.rules;

import java.util.Locale;

/**
 * What the concierge answers in fixed words in the language of the contact, one constant for each
 * file in {@code templates/reply}.
 */
enum ReplyTemplate {
  /** Repeats the legal name that the contact gave: {@code name}. */
  LEGAL_NAME_NOTED,
  /** Asks for the whole legal name, or for the right one. */
  LEGAL_NAME_AGAIN,
  /** The name was given in letters that a contract cannot have. */
  LEGAL_NAME_LETTERS,
  /** Promises a person's answer to what is written in a language that the rules do not read. */
  OTHER_LANGUAGE;

  /** The name of its file, without locale and extension. */
  String stem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
