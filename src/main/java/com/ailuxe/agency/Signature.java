package com.ailuxe.agency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands under something that was decided.
 *
 * @param name null until it is told; then a {@link DecisionSigned} follows
 * @param decision by which the name is told; null where it was known all along
 */
public record Signature(@Nullable String name, @Nullable UUID decision) {
  private static final String NOT_TOLD_YET = "staff";

  /** For what people read meanwhile. */
  public String text() {
    return name == null ? NOT_TOLD_YET : name;
  }
}
