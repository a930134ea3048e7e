package com.ailuxe.shared;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a thing of the house. Each kind of thing has its own, so that none is taken for
 * another; as text it is that of its value.
 */
public interface Identifier {
  /** The value by which the database knows the thing. */
  UUID value();

  /** The value of an id that may be missing, as a column keeps it. */
  static @Nullable UUID valueOf(@Nullable Identifier id) {
    return id == null ? null : id.value();
  }

  /** The values of ids, as a statement takes a list of them. */
  static List<UUID> valuesOf(Collection<? extends Identifier> ids) {
    return ids.stream().map(Identifier::value).toList();
  }
}
