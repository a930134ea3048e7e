package com.ailuxe.journey.contract;

import com.ailuxe.agency.Agencies;
import com.ailuxe.concierge.Intent;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.AnswerOutcome;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.shared.ContractId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes to a contact about a contract. Every notice is queued once. */
@Component
public class ContractNotices {
  private final Contracts contracts;
  private final BookingNotices notices;
  private final Agencies agencies;
  private final Contacts contacts;
  private final NoticeTexts texts;
  private final Outbox outbox;

  ContractNotices(
      Contracts contracts,
      BookingNotices notices,
      Agencies agencies,
      Contacts contacts,
      NoticeTexts texts,
      Outbox outbox) {
    this.contracts = contracts;
    this.notices = notices;
    this.agencies = agencies;
    this.contacts = contacts;
    this.texts = texts;
    this.outbox = outbox;
  }

  /** Sends the PDF with the buttons that answer it, unless it is no longer in force. */
  public void document(ContractId id) {
    var contract = contracts.pdf(id);
    if (!contract.state().isInForce()) {
      return;
    }
    var file = new Attachment(contract.fileName(), MediaType.APPLICATION_PDF_VALUE, contract.pdf());
    var message =
        outbox.queue(
            notices.message(id, template(contract.kind()), buttons(id), file, "contract/" + id));
    contracts.sent(id, message);
  }

  /** Asks once more for an answer, unless there is one. */
  public void nudge(ContractId id) {
    var contract = contracts.evidence(id);
    if (contract.state() == ContractState.SENT) {
      outbox.queue(
          notices.message(id, MessageTemplate.CONTRACT_NUDGE, buttons(id), null, "nudge/" + id));
    }
  }

  /** Tells why an answer changed nothing, in the conversation where it was given. */
  public void answered(ContractId id, AnswerOutcome outcome, TurnContent turn) {
    var text =
        switch (outcome) {
          case RECORDED -> null;
          case ALREADY_ACCEPTED -> notices.text(id, MessageTemplate.CONTRACT_ALREADY_ACCEPTED);
          case ALREADY_DECLINED -> notices.text(id, MessageTemplate.CONTRACT_ALREADY_DECLINED);
          case SUPERSEDED -> notices.text(id, MessageTemplate.CONTRACT_SUPERSEDED);
          case WITHDRAWN -> notices.text(id, MessageTemplate.CONTRACT_WITHDRAWN);
          case EXPIRED -> notices.text(id, MessageTemplate.CONTRACT_ANSWERED_LATE);
          case NOT_YOURS ->
              words(MessageTemplate.CONTRACT_NOT_YOURS, turn.conversation().contactId());
        };
    if (text != null) {
      outbox.queue(
          new QueuedMessage(
              turn.conversation().id(),
              Author.NOTICE,
              OutboundContent.text(text),
              null,
              "answer/" + turn.id()));
    }
  }

  private List<Button> buttons(ContractId id) {
    var contact = contracts.evidence(id).contact();
    return List.of(
        button(Intent.ACCEPT_CONTRACT, id, MessageTemplate.ACCEPT_BUTTON, contact),
        button(Intent.DECLINE_CONTRACT, id, MessageTemplate.DECLINE_BUTTON, contact));
  }

  private Button button(
      Intent intent, ContractId contract, MessageTemplate title, ContactId contact) {
    return new Button(new ContractButton(intent, contract).payload(), words(title, contact));
  }

  private String words(MessageTemplate template, ContactId id) {
    var contact = contacts.profile(id);
    return texts.message(
        template,
        contact.locale(),
        agencies.profile(contact.agencyId()).name(),
        contact.displayName());
  }

  private static MessageTemplate template(ContractKind kind) {
    return switch (kind) {
      case SERVICE_AGREEMENT -> MessageTemplate.CONTRACT_DOCUMENT;
      case NDA -> MessageTemplate.NDA_DOCUMENT;
      case NON_COMPETE -> MessageTemplate.NON_COMPETE_DOCUMENT;
    };
  }
}
