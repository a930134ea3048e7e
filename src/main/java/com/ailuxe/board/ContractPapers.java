package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contract.ContractEvidence;
import com.ailuxe.contract.ContractTampered;
import com.ailuxe.contract.Contracts;
import com.ailuxe.contract.IssuedContract;
import com.ailuxe.contract.MessageTrace;
import com.ailuxe.contract.MessageTrace.Step;
import com.ailuxe.conversation.DeliveryProof;
import com.ailuxe.conversation.DeliveryProofs;
import com.ailuxe.shared.ContractId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The documents of an agency as PDF for staff, and the page that proves each: what the contract
 * knows, and what the conversation knows of its message.
 */
@Service
public class ContractPapers {
  private final Contracts contracts;
  private final DeliveryProofs proofs;

  ContractPapers(Contracts contracts, DeliveryProofs proofs) {
    this.contracts = contracts;
    this.proofs = proofs;
  }

  /**
   * The document as it was issued.
   *
   * @throws NoSuchElementException when the agency has no such contract
   * @throws ContractTampered when the stored file is not the one that was issued
   */
  public IssuedContract document(AgencyId agency, ContractId id) {
    own(agency, id);
    return contracts.pdf(id);
  }

  /**
   * A PDF that says all that is on record of a contract, also of one whose file was changed; nobody
   * is sent it.
   *
   * @throws NoSuchElementException when the agency has no such contract
   */
  public byte[] evidence(AgencyId agency, ContractId id) {
    var message = own(agency, id).sentMessageId();
    return contracts.evidencePdf(
        id,
        Optional.ofNullable(message)
            .flatMap(proofs::of)
            .map(ContractPapers::trace)
            .map(List::of)
            .orElse(List.of()));
  }

  private ContractEvidence own(AgencyId agency, ContractId id) {
    var evidence = contracts.evidence(id);
    if (!evidence.agency().equals(agency)) {
      throw new NoSuchElementException("No contract " + id);
    }
    return evidence;
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
