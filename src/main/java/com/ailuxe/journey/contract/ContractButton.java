package com.ailuxe.journey.contract;

import com.ailuxe.concierge.Intent;
import com.ailuxe.shared.ContractId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A button under a contract. Its payload comes back when it is pressed and says which contract is
 * meant.
 */
public record ContractButton(Intent intent, ContractId contract) {
  private static final Pattern PAYLOAD =
      Pattern.compile("contract:(accept|decline):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Whether a payload is meant to be one of these, also when it names nothing. */
  public static boolean resembles(String payload) {
    return payload.startsWith("contract:");
  }

  /** Empty when the payload is none of ours. */
  public static Optional<ContractButton> read(String payload) {
    var matcher = PAYLOAD.matcher(payload);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var intent =
        matcher.group(1).equals("accept") ? Intent.ACCEPT_CONTRACT : Intent.DECLINE_CONTRACT;
    return Optional.of(new ContractButton(intent, ContractId.parse(matcher.group(2))));
  }

  String payload() {
    return "contract:%s:%s"
        .formatted(intent == Intent.ACCEPT_CONTRACT ? "accept" : "decline", contract);
  }
}
