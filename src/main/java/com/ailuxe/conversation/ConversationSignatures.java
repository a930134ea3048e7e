package com.ailuxe.conversation;

import com.ailuxe.agency.DecisionLedger;
import com.ailuxe.agency.DecisionSigned;
import com.ailuxe.agency.Signature;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the names of those who decided to the conversations, sends and promises that they decided
 * about.
 */
@Component
class ConversationSignatures {
  private final ConversationRepository conversations;
  private final JdbcClient jdbc;

  ConversationSignatures(ConversationRepository conversations, JdbcClient jdbc) {
    this.conversations = conversations;
    this.jdbc = jdbc;
  }

  /** In the transaction that keeps the name. Who took over and is not told stays nobody known. */
  @EventListener
  void signed(DecisionSigned signed) {
    if (!signed.name().equals(DecisionLedger.UNSIGNED)) {
      conversations.signed(signed.decision(), signed.name());
    }
    jdbc.sql("update promise set ended_by = ? where ended_decision = ?")
        .params(signed.name(), signed.decision())
        .update();
    for (var decision : UnknownSendDecision.values()) {
      jdbc.sql(
              """
              update outbox set reason = ? where reason = ? and message_id in (
                select message_id from unknown_send_decision where decision_id = ?)""")
          .params(
              decision.reason(signed.name()),
              decision.reason(new Signature(null, null).text()),
              signed.decision())
          .update();
    }
  }
}
