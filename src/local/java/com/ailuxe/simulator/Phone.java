package com.ailuxe.simulator;

import com.ailuxe.simulator.Content.Choice;
import org.jspecify.annotations.Nullable;

/** What a contact can do on one channel. */
interface Phone {
  /** Writes to the agency. */
  Entry say(Contact contact, Saying saying, ProviderCall.@Nullable Upload file);

  /** Presses a button or a list row of a message. */
  Entry press(Contact contact, Entry message, Choice choice);

  /** Looks at the chat. */
  void read(Contact contact);

  /** The file, which must be there. */
  static ProviderCall.Upload required(ProviderCall.@Nullable Upload file, String type) {
    if (file == null) {
      throw new Refused(400, type + " needs a file: send multipart with the part 'file'");
    }
    return file;
  }
}
