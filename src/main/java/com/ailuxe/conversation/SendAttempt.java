package com.ailuxe.conversation;

import com.ailuxe.shared.MessageId;

/**
 * One try to hand a message of ours to its provider.
 *
 * @param number counts from 1
 */
public record SendAttempt(MessageId messageId, int number) {
  private static final char SEPARATOR = '/';

  public SendAttempt {
    if (number < 1) {
      throw new IllegalArgumentException("Attempts count from 1, not from " + number);
    }
  }

  /**
   * @param text as {@link #toString()} writes it
   * @throws IllegalArgumentException when it is nothing of that kind
   */
  public static SendAttempt parse(String text) {
    var separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("No attempt at a message: " + text);
    }
    return new SendAttempt(
        MessageId.parse(text.substring(0, separator)),
        Integer.parseInt(text.substring(separator + 1)));
  }

  @Override
  public String toString() {
    return messageId.toString() + SEPARATOR + number;
  }
}
