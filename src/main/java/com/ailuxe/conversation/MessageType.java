package com.ailuxe.conversation;

/** What a message carries. Types that nobody here understands are {@link #OTHER}. */
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
  /** A form that the contact filled in. */
  FORM,
  /** Goods of a catalogue. */
  ORDER,
  POLL,
  REACTION,
  SYSTEM,
  /** Something with a content that has no name here. */
  OTHER,
  /** Something that the provider does not pass on. */
  UNSUPPORTED;

  /** Whether what goes with it as text is the contact's own words. */
  boolean hasWords() {
    return switch (this) {
      case TEXT, BUTTON_REPLY, IMAGE, VIDEO, AUDIO, DOCUMENT, STICKER, REACTION, SYSTEM -> true;
      case LOCATION, CONTACTS, FORM, ORDER, POLL, OTHER, UNSUPPORTED -> false;
    };
  }
}
