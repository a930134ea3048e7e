package com.ailuxe.contact;

/** What a provider knows a person by. */
public enum IdentityKind {
  /** E.164 phone number. */
  PHONE,
  /** WhatsApp's business-scoped user id, for people who show no phone number. */
  WHATSAPP_USER,
  /** Telegram's numeric user id; in a private chat also the chat id. */
  TELEGRAM_USER
}
