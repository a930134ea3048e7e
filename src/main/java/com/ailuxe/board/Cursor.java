package com.ailuxe.board;

import com.ailuxe.shared.Identifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: the next one begins behind it, whatever was added meanwhile. */
record Cursor(@Nullable Instant key, RowId id) {
  private static final Pattern WRITTEN =
      Pattern.compile("(-?[0-9]{1,17})?_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Any row's. */
  record RowId(UUID value) implements Identifier {}

  static Cursor at(@Nullable Instant key, Identifier id) {
    return new Cursor(key, new RowId(id.value()));
  }

  /**
   * @throws NoSuchElementException for a text that is none of {@link #text()}
   */
  static Cursor parse(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new NoSuchElementException("No place in a list: " + text);
    }
    var micros = written.group(1);
    return new Cursor(
        micros == null ? null : Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS),
        new RowId(UUID.fromString(written.group(2))));
  }

  String text() {
    return (key == null ? "" : ChronoUnit.MICROS.between(Instant.EPOCH, key)) + "_" + id.value();
  }
}
