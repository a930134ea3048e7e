package com.ailuxe.journey;

import com.ailuxe.contract.ContractAccepted;
import com.ailuxe.contract.ContractDeclined;
import org.springframework.stereotype.Component;

/** Tells the engine what contacts answered to contracts. */
@Component
class ContractEvents {
  private final Journey journey;

  ContractEvents(Journey journey) {
    this.journey = journey;
  }

  @EngineListener
  void on(ContractAccepted accepted) {
    journey.contractAccepted(accepted.contractId());
  }

  @EngineListener
  void on(ContractDeclined declined) {
    journey.contractDeclined(declined.contractId());
  }
}
