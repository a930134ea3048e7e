package com.ailuxe.contact;

/** One way in which a provider names a contact. A phone number is given in E.164. */
public record Identity(IdentityKind kind, String value) {
  public Identity {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException("An identity has 1 to 200 characters: " + kind);
    }
  }
}
