package com.ailuxe.journey.contract;

import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.ContractId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The time for an answer is over; one that came at the last moment is the outcome. */
@Component
public class ExpireContractWorker {
  private final Contracts contracts;

  ExpireContractWorker(Contracts contracts) {
    this.contracts = contracts;
  }

  public record Ended(String contractOutcome) {}

  @JobWorker(type = JobTypes.EXPIRE_CONTRACT)
  public Ended handle(@Variable String contractId) {
    return new Ended(
        switch (contracts.expire(ContractId.parse(contractId))) {
          case ACCEPTED -> "accepted";
          case DECLINED -> "declined";
          case ISSUED, SENT, SUPERSEDED, WITHDRAWN, EXPIRED -> "expired";
        });
  }
}
