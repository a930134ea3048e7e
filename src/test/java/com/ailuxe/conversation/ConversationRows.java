package com.ailuxe.conversation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the conversation module wrote. */
final class ConversationRows {
  static ConversationId of(JdbcClient jdbc, Inbound contact) {
    return jdbc.sql("select id from conversation where recipient_value = ?")
        .param(contact.phone().value())
        .query(UUID.class)
        .optional()
        .map(ConversationId::new)
        .orElseThrow();
  }

  private ConversationRows() {}
}
