package com.ailuxe.conversation;

/** The messengers a conversation can run on. */
public enum Channel {
  WHATSAPP,
  TELEGRAM
}
