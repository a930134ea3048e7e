package com.ailuxe.staff;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a person of an agency's staff. */
record StaffId(UUID value) implements Identifier {
  @Override
  public String toString() {
    return value.toString();
  }
}
