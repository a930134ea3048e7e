package com.ailuxe.staff;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a notice to staff. */
record StaffNoticeId(UUID value) implements Identifier {
  @Override
  public String toString() {
    return value.toString();
  }
}
