package com.ailuxe.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Words in a file that anyone may change: properties in UTF-8, beside the class that reads them.
 */
public final class WordFile {
  private WordFile() {}

  /**
   * Reads a file.
   *
   * @throws UncheckedIOException when there is no such file beside the reader
   */
  public static Properties read(Class<?> reader, String name) {
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(new ClassPathResource(name, reader), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
