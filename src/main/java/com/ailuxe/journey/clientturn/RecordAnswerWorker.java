package com.ailuxe.journey.clientturn;

import com.ailuxe.concierge.Intent;
import com.ailuxe.contract.Answer;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.contract.ContractNotices;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.TurnId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps that a contact accepted or declined a contract, with the message that says so. An answer
 * that changes nothing gets a notice that says so; without a contract there is nothing to keep.
 */
@Component
public class RecordAnswerWorker {
  private final Turns turns;
  private final Contracts contracts;
  private final ContractNotices notices;

  RecordAnswerWorker(Turns turns, Contracts contracts, ContractNotices notices) {
    this.turns = turns;
    this.contracts = contracts;
    this.notices = notices;
  }

  @JobWorker(type = JobTypes.RECORD_ANSWER)
  public void handle(
      @Variable String turnId,
      @Variable String intent,
      @Variable(optional = true) @Nullable String contractId) {
    var turn = turns.content(TurnId.parse(turnId));
    if (contractId != null) {
      var contract = ContractId.parse(contractId);
      var outcome =
          Intent.ofCode(intent) == Intent.ACCEPT_CONTRACT
              ? contracts.accept(contract, answer(turn))
              : contracts.decline(contract, answer(turn));
      notices.answered(contract, outcome, turn);
    }
    turns.carriedOut(turn.id());
  }

  private static Answer answer(TurnContent turn) {
    var message =
        turn.asked().stream()
            .filter(asked -> asked.buttonPayload() != null)
            .findFirst()
            .orElseGet(() -> turn.asked().getLast());
    return new Answer(
        turn.conversation().agencyId(),
        turn.conversation().contactId(),
        message.id(),
        message.providerMessageId(),
        message.at(),
        message.sender(),
        message.text(),
        message.buttonPayload() == null);
  }
}
