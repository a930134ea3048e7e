package com.ailuxe.journey.contract;

import com.ailuxe.contract.Contracts;
import com.ailuxe.contract.MessageTrace;
import com.ailuxe.contract.MessageTrace.Step;
import com.ailuxe.conversation.DeliveryProof;
import com.ailuxe.conversation.DeliveryProofs;
import com.ailuxe.shared.ContractId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proves a contract: what the contract knows, and what the conversation knows of its message. */
@Component
class ContractEvidencePages {
  private final Contracts contracts;
  private final DeliveryProofs proofs;

  ContractEvidencePages(Contracts contracts, DeliveryProofs proofs) {
    this.contracts = contracts;
    this.proofs = proofs;
  }

  /**
   * A PDF for staff; nobody is sent it.
   *
   * @throws java.util.NoSuchElementException when there is no such contract
   */
  public byte[] pdf(ContractId id) {
    var message = contracts.evidence(id).sentMessageId();
    return contracts.evidencePdf(
        id,
        Optional.ofNullable(message)
            .flatMap(proofs::of)
            .map(ContractEvidencePages::trace)
            .map(List::of)
            .orElse(List.of()));
  }

  private static MessageTrace trace(DeliveryProof proof) {
    return new MessageTrace(
        proof.messageId(),
        proof.channel().name(),
        proof.providerMessageId(),
        proof.reached().entrySet().stream()
            .map(step -> new Step(step.getKey().name(), step.getValue()))
            .toList(),
        proof.reason());
  }
}
