package com.ailuxe.agency;

import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.TimeOrderedUuid;
import java.util.UUID;

/** Identifies a decision that a person made in a task of the engine. */
public record DecisionId(UUID value) implements Identifier {
  static DecisionId next() {
    return new DecisionId(TimeOrderedUuid.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
