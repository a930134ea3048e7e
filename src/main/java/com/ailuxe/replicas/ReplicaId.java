package com.ailuxe.replicas;

import com.ailuxe.shared.Identifier;
import java.util.UUID;

/** Identifies a process that works on the database. */
public record ReplicaId(UUID value) implements Identifier {
  static ReplicaId random() {
    return new ReplicaId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
