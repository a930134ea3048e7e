package com.ailuxe.board;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next by which the next part is asked for; null behind the last one
 */
public record Page<T>(List<T> lines, @Nullable String next) {
  public Page {
    lines = List.copyOf(lines);
  }

  /**
   * @param read up to one line more than the page takes, which shows that it goes on
   */
  static <T> Page<T> of(List<T> read, int size, Function<T, Cursor> place) {
    return read.size() <= size
        ? new Page<>(read, null)
        : new Page<>(read.subList(0, size), place.apply(read.get(size - 1)).text());
  }
}
