package com.ailuxe.contact;

import com.ailuxe.agency.DecisionSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes who entered a legal name to the contact. */
@Component
class ContactSignatures {
  private final ContactRepository contacts;

  ContactSignatures(ContactRepository contacts) {
    this.contacts = contacts;
  }

  /** Signs the name in the transaction that keeps the name of whoever decided. */
  @EventListener
  void signed(DecisionSigned signed) {
    contacts.signed(signed.decision().value(), signed.name());
  }
}
