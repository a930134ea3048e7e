package com.ailuxe.conversation;

import com.ailuxe.shared.ConversationId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the conversation module wrote. */
final class ConversationRows {
  static ConversationId of(JdbcClient jdbc, Inbound contact) {
    return ofRecipient(jdbc, contact.phone().value());
  }

  static ConversationId ofRecipient(JdbcClient jdbc, String address) {
    return jdbc.sql("select id from conversation where recipient_value = ?")
        .param(address)
        .query(UUID.class)
        .optional()
        .map(ConversationId::new)
        .orElseThrow();
  }

  private ConversationRows() {}
}
