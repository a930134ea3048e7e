package com.ailuxe.contact;

/** One way in which a provider names a contact. A phone number is given in E.164. */
public record Identity(IdentityKind kind, String value) {
  /** In characters. */
  public static final int MAX_LENGTH = 200;

  public Identity {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An identity has 1 to %d characters: %s".formatted(MAX_LENGTH, kind));
    }
  }
}
