package com.ailuxe.journey.worker;

import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contract.ContractId;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
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
  private final Bookings bookings;
  private final BookingNotices notices;
  private final Outbox outbox;

  SendContractWorker(
      Contracts contracts, Bookings bookings, BookingNotices notices, Outbox outbox) {
    this.contracts = contracts;
    this.bookings = bookings;
    this.notices = notices;
    this.outbox = outbox;
  }

  @JobWorker(type = JobTypes.SEND_CONTRACT)
  public void handle(@Variable String contractId) {
    var id = ContractId.parse(contractId);
    var contract = contracts.pdf(id);
    var booking = bookings.facts(new BookingId(contract.bookingId()));
    var message =
        outbox.queue(
            new QueuedMessage(
                new ConversationId(booking.conversation().value()),
                Author.NOTICE,
                new OutboundContent(
                    notices.text(booking, MessageTemplate.CONTRACT_DOCUMENT),
                    ContractButton.under(id),
                    new Attachment(
                        contract.fileName(), MediaType.APPLICATION_PDF_VALUE, contract.pdf())),
                null,
                "contract/" + contractId));
    contracts.sent(id, message.value());
  }
}
