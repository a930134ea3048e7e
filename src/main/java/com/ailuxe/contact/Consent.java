package com.ailuxe.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a contact wants reminders and news. */
public enum Consent {
  STOP,
  START;

  private static final Pattern STOP_WORD =
      Pattern.compile("/?(?:stop|stop ?all|unsubscribe|end|quit|opt[ -]?out)");
  private static final Pattern START_WORD = Pattern.compile("start|unstop|opt[ -]?in");

  /**
   * Reads the words that messengers and operators have agreed on; each must be the whole message.
   * {@code CANCEL} is none of them here, because it is about a booking, nor is {@code YES}, nor
   * Telegram's {@code /start}, by which a chat is opened.
   */
  public static Optional<Consent> inWords(String text) {
    var words = text.strip().replaceAll("[.!\\s]+$", "").toLowerCase(Locale.ROOT);
    if (STOP_WORD.matcher(words).matches()) {
      return Optional.of(STOP);
    }
    return START_WORD.matcher(words).matches() ? Optional.of(START) : Optional.empty();
  }
}
