package com.ailuxe.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that differs when any of the texts it was made of differs. */
final class Fingerprint {
  private static final int LENGTH = 12;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Fingerprint with(Object part) {
    digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Ends the making: to be called once. */
  String text() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }
}
