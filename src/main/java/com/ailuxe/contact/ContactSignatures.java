package com.ailuxe.contact;

import com.ailuxe.agency.DecisionSigned;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes who entered a legal name to the contact. */
@Component
class ContactSignatures {
  private final JdbcClient jdbc;

  ContactSignatures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Signs the name in the transaction that keeps the name of whoever decided. */
  @EventListener
  void signed(DecisionSigned signed) {
    jdbc.sql("update contact set legal_name_given_by = ? where legal_name_decision = ?")
        .params(signed.name(), signed.decision())
        .update();
  }
}
