package com.ailuxe.journey;

import com.ailuxe.concierge.Intent;
import com.ailuxe.contract.ContractId;
import com.ailuxe.conversation.OutboundContent.Button;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The buttons under a contract. Their payload comes back when one is pressed and says which
 * contract is meant.
 */
public record ContractButton(Intent intent, ContractId contract) {
  private static final Pattern PAYLOAD =
      Pattern.compile("contract:(accept|decline):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  public static List<Button> under(ContractId contract) {
    return List.of(
        new Button("contract:accept:" + contract, "Accept"),
        new Button("contract:decline:" + contract, "Decline"));
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
}
