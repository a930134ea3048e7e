package com.ailuxe.conversation;

import com.ailuxe.agency.DecisionLedger;
import com.ailuxe.agency.DecisionSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the names of those who decided to the conversations, sends and promises that they decided
 * about.
 */
@Component
class ConversationSignatures {
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final PromiseRows promises;
  private final SendReports reports;

  ConversationSignatures(
      ConversationStore conversations,
      MessageStore messages,
      PromiseRows promises,
      SendReports reports) {
    this.conversations = conversations;
    this.messages = messages;
    this.promises = promises;
    this.reports = reports;
  }

  /**
   * Signs the takeover in the transaction that keeps the name; without a name it stays unsigned.
   */
  @EventListener
  void signed(DecisionSigned signed) {
    if (!signed.name().equals(DecisionLedger.UNSIGNED)) {
      conversations.signed(signed.decision(), signed.name());
    }
    messages.signed(signed.decision(), signed.name());
    promises.signed(signed.decision(), signed.name());
    reports.signed(signed.decision(), signed.name());
  }
}
