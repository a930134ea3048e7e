package com.ailuxe.local;

import com.ailuxe.AiLuxeApplication;
import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps the scan for components out of the test classes: they share the app's packages, and their
 * configurations are for tests.
 */
public final class OnlyTheApp extends TypeExcludeFilter {
  private final URL app =
      AiLuxeApplication.class.getProtectionDomain().getCodeSource().getLocation();

  @Override
  public boolean match(MetadataReader candidate, MetadataReaderFactory factory) throws IOException {
    return !candidate.getResource().getURL().toString().startsWith(app.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OnlyTheApp;
  }

  @Override
  public int hashCode() {
    return OnlyTheApp.class.hashCode();
  }
}
