package com.ailuxe.journey.worker;

import com.ailuxe.concierge.Intent;
import com.ailuxe.contract.Answer;
import com.ailuxe.contract.ContractId;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps that a contact accepted or declined a contract, with the message that says so. Without a
 * contract that waits for an answer there is nothing to keep.
 */
@Component
public class RecordAnswerWorker {
  private static final Logger LOG = LoggerFactory.getLogger(RecordAnswerWorker.class);

  private final Turns turns;
  private final Contracts contracts;

  RecordAnswerWorker(Turns turns, Contracts contracts) {
    this.turns = turns;
    this.contracts = contracts;
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
      LOG.info("Contract {}, {}: {}", contractId, intent, outcome);
    }
    turns.carriedOut(turn.id());
  }

  private static Answer answer(TurnContent turn) {
    var message = turn.asked().getLast();
    return new Answer(
        turn.conversation().agencyId(),
        turn.conversation().contactId(),
        message.id().value(),
        message.providerMessageId(),
        message.at(),
        message.sender(),
        message.text());
  }
}
