package com.ailuxe.journey;

import com.ailuxe.contract.ContractAccepted;
import com.ailuxe.contract.ContractDeclined;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the engine what contacts answered to contracts. */
@Component
class ContractEvents {
  private final Journey journey;

  ContractEvents(Journey journey) {
    this.journey = journey;
  }

  @ApplicationModuleListener
  void on(ContractAccepted accepted) {
    journey.contractAccepted(accepted.contractId());
  }

  @ApplicationModuleListener
  void on(ContractDeclined declined) {
    journey.contractDeclined(declined.contractId());
  }
}
