package com.ailuxe.conversation;

/** What a message carries. Types that nobody here understands are kept as {@link #UNSUPPORTED}. */
public enum MessageType {
  TEXT,
  /** A button or list row of one of our messages was pressed. */
  BUTTON_REPLY,
  IMAGE,
  VIDEO,
  AUDIO,
  DOCUMENT,
  STICKER,
  LOCATION,
  CONTACTS,
  REACTION,
  SYSTEM,
  UNSUPPORTED
}
