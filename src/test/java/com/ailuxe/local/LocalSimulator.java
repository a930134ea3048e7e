package com.ailuxe.local;

import java.net.URI;

/** Plays WhatsApp and Telegram on this machine. */
interface LocalSimulator extends AutoCloseable {
  /** Where a person chats with the app. */
  URI page();

  @Override
  void close();
}
