package com.ailuxe.board;

import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts a list shows; what is null or empty leaves none out.
 *
 * @param words part of a number, of a party or a contact's name, or of a booking's reference
 */
public record ContractFilter(
    Set<ContractState> states, @Nullable ContractKind kind, @Nullable String words) {
  public static final ContractFilter NONE = new ContractFilter(Set.of(), null, null);

  public ContractFilter {
    states = Set.copyOf(states);
    words = words == null || words.isBlank() ? null : words.strip();
  }
}
