package com.ailuxe.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** What the providers send, one file per case. */
final class Samples {
  private Samples() {}

  static byte[] bytes(String file) {
    try {
      return new ClassPathResource("channel/" + file).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
