package com.ailuxe.journey.contract;

import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.ContractId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Sends the contract's PDF with the buttons that answer it. */
@Component
public class SendContractWorker {
  private final ContractNotices notices;

  SendContractWorker(ContractNotices notices) {
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.SEND_CONTRACT)
  public void handle(@Variable String contractId) {
    notices.document(ContractId.parse(contractId));
  }
}
