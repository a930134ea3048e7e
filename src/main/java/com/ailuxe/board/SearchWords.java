package com.ailuxe.board;

import org.jspecify.annotations.Nullable;

/** Words that somebody looks for, as PostgreSQL's {@code ilike} takes them. */
final class SearchWords {
  private SearchWords() {}

  /** A pattern for texts that hold these words anywhere; null where nothing is looked for. */
  static @Nullable String within(@Nullable String words) {
    return words == null ? null : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
