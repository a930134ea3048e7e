package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.contract.ContractId;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.journey.BookingNotices;
import com.ailuxe.journey.ContractButton;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.rendering.MessageTemplate;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Sends the contract's PDF with the buttons that answer it. */
@Component
public class SendContractWorker {
  private final Contracts contracts;
  private final BookingNotices notices;
  private final Outbox outbox;

  SendContractWorker(Contracts contracts, BookingNotices notices, Outbox outbox) {
    this.contracts = contracts;
    this.notices = notices;
    this.outbox = outbox;
  }

  @JobWorker(type = JobTypes.SEND_CONTRACT)
  public void handle(@Variable String contractId) {
    var id = ContractId.parse(contractId);
    var contract = contracts.pdf(id);
    var message =
        outbox.queue(
            notices.message(
                new BookingId(contract.bookingId()),
                MessageTemplate.CONTRACT_DOCUMENT,
                ContractButton.under(id),
                new Attachment(
                    contract.fileName(), MediaType.APPLICATION_PDF_VALUE, contract.pdf()),
                "contract/" + contractId));
    contracts.sent(id, message.value());
  }
}
