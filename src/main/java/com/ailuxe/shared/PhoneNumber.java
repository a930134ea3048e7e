package com.ailuxe.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** A phone number in E.164, for example {@code +4915112345678}. */
public record PhoneNumber(String e164) {
  public PhoneNumber {
    if (!e164.matches("\\+[1-9][0-9]{5,14}")) {
      throw new IllegalArgumentException("Not a phone number in E.164: " + e164);
    }
  }

  /**
   * Reads a number with its country code, with or without the plus sign, spaces and dashes.
   *
   * @throws IllegalArgumentException when it is no possible phone number
   */
  public static PhoneNumber parse(String text) {
    var international = text.strip().startsWith("+") ? text.strip() : "+" + text.strip();
    try {
      var phones = PhoneNumberUtil.getInstance();
      return new PhoneNumber(
          phones.format(phones.parse(international, null), PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      throw new IllegalArgumentException("Not a phone number: " + text, e);
    }
  }
}
