package com.ailuxe.board;

import com.ailuxe.shared.Identifier;
import java.util.Collection;
import java.util.UUID;

/** Ids as one parameter of a query. */
final class Ids {
  private Ids() {}

  /** A value for {@code = any (?)}. */
  static Object array(Collection<? extends Identifier> ids) {
    return ids.stream().map(Identifier::value).toArray(UUID[]::new);
  }
}
