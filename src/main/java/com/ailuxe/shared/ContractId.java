package com.ailuxe.shared;

import java.util.UUID;

/** Identifies a contract. */
public record ContractId(UUID value) implements Identifier {
  public static ContractId random() {
    return new ContractId(UUID.randomUUID());
  }

  /**
   * @throws IllegalArgumentException when the text is no UUID
   */
  public static ContractId parse(String text) {
    return new ContractId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
