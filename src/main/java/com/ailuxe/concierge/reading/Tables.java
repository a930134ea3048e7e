package com.ailuxe.concierge.reading;

import java.lang.invoke.MethodHandles;
import java.util.List;

/** All that readers know of words from files. */
public final class Tables {
  private Tables() {}

  /**
   * Reads every table now, so that a mistake in one keeps the application from starting.
   *
   * @throws ExceptionInInitializerError when one holds what is no zone, no currency or no list
   */
  public static void readAll() {
    try {
      for (var reader :
          List.of(
              Zones.class,
              MoneyReader.class,
              PlaceReader.class,
              TalentMatcher.class,
              Vocabulary.class)) {
        MethodHandles.lookup().ensureInitialized(reader);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("They are of this package", e);
    }
  }
}
