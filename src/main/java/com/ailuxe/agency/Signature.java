package com.ailuxe.agency;

import org.jspecify.annotations.Nullable;

/**
 * What stands under something that was decided.
 *
 * @param name null until it is known; then a {@link DecisionSigned} follows
 * @param decision by which the name becomes known; null where it was known all along
 */
public record Signature(@Nullable String name, @Nullable DecisionId decision) {
  private static final String UNSIGNED_YET = "staff";

  /** The name, or what people read while it is not known. */
  public String text() {
    return name == null ? UNSIGNED_YET : name;
  }
}
