package com.ailuxe.booking;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a price as it was proposed or agreed. */
record PriceId(UUID value) implements Identifier {
  @Override
  public String toString() {
    return value.toString();
  }
}
