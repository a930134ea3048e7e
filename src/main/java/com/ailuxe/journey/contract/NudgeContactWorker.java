package com.ailuxe.journey.contract;

import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.ContractId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Asks once more for the answer to a contract. */
@Component
public class NudgeContactWorker {
  private final ContractNotices notices;

  NudgeContactWorker(ContractNotices notices) {
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.NUDGE_CONTACT)
  public void handle(@Variable String contractId) {
    notices.nudge(ContractId.parse(contractId));
  }
}
