package com.ailuxe.contact;

import com.ailuxe.shared.PhoneNumber;
import java.util.List;

/** One way in which a provider names a contact. A phone number is given in E.164, as received. */
public record Identity(IdentityKind kind, String value) {
  /** The longest value, in characters. */
  public static final int MAX_LENGTH = 200;

  public Identity {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An identity has 1 to %d characters: %s".formatted(MAX_LENGTH, kind));
    }
  }

  /** The values under which the same person may be known, this one first. */
  List<String> equalForms() {
    return kind == IdentityKind.PHONE && PhoneNumber.isOne(value)
        ? new PhoneNumber(value).equalForms()
        : List.of(value);
  }
}
