package com.ailuxe.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A phone number in E.164, for example {@code +4915112345678}. */
public record PhoneNumber(String e164) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{5,14}");
  private static final Form BRAZIL =
      new Form(Pattern.compile("(\\+55[1-9][1-9])(9?)([0-9]{8})"), "9");
  private static final List<Form> FORMS =
      List.of(
          new Form(Pattern.compile("(\\+52)(1?)([2-9][0-9]{9})"), "1"),
          new Form(Pattern.compile("(\\+54)(9?)([1-3][0-9]{9})"), "9"),
          new Form(Pattern.compile("(\\+229)((?:01)?)([2-9][0-9]{7})"), "01"),
          new Form(Pattern.compile("(\\+225)((?:01)?)([04-9][0-3][0-9]{6})"), "01"),
          new Form(Pattern.compile("(\\+225)((?:05)?)([04-9][4-6][0-9]{6})"), "05"),
          new Form(Pattern.compile("(\\+225)((?:07)?)([04-9][7-9][0-9]{6})"), "07"),
          BRAZIL);

  public PhoneNumber {
    if (!isOne(e164)) {
      throw new IllegalArgumentException("Not a phone number in E.164: " + e164);
    }
  }

  /** Whether the text is a number in E.164, also one that no numbering plan knows yet. */
  public static boolean isOne(String e164) {
    return E164.matcher(e164).matches();
  }

  /**
   * All ways in which providers write this number, itself first: Mexico with and without the 1
   * before a mobile number, Argentina with and without the 9, Benin with and without the 01 of its
   * numbers since 2024, Ivory Coast with and without what stands before its mobile numbers since
   * 2021, Brazil with and without the ninth digit. Where leaving that one out gives somebody's land
   * line it is another number.
   */
  public List<String> equalForms() {
    return Stream.concat(Stream.of(e164), FORMS.stream().flatMap(form -> form.otherOf(e164)))
        .distinct()
        .toList();
  }

  /**
   * @param written what may come between the two groups of the pattern, which are always there
   */
  private record Form(Pattern pattern, String written) {
    Stream<String> otherOf(String number) {
      var match = pattern.matcher(number);
      if (!match.matches()) {
        return Stream.empty();
      }
      var shortForm = match.group(1) + match.group(3);
      var longForm = match.group(1) + written + match.group(3);
      return this == BRAZIL && isLandLine(shortForm)
          ? Stream.empty()
          : Stream.of(shortForm, longForm).filter(form -> !form.equals(number));
    }
  }

  private static boolean isLandLine(String number) {
    try {
      var phones = PhoneNumberUtil.getInstance();
      return phones.getNumberType(phones.parse(number, null)) == PhoneNumberType.FIXED_LINE;
    } catch (NumberParseException e) {
      return false;
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
