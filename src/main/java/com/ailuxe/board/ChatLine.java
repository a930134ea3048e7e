package com.ailuxe.board;

import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.FileState;
import com.ailuxe.conversation.MessageForm;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as staff see it in the chat.
 *
 * @param sequence grows from line to line of a chat
 * @param personName who of the staff wrote it; null for all others, and while it is not known
 * @param onPhone whether a person wrote it outside of here, on a phone of the agency
 * @param text its words; empty where it has none
 * @param edited whether it has other words than it had first
 * @param corrects whether it replaces a message of before
 * @param takenBack whether the contact has deleted it
 * @param state how far it got; null for what did not leave from here
 * @param reason why it is in that state, where that is known
 * @param responseTime how long the contact waited for it, where it is an answer
 * @param form how it went; null before that
 * @param buttons the titles of its buttons
 */
public record ChatLine(
    MessageId id,
    long sequence,
    Author author,
    @Nullable String personName,
    boolean onPhone,
    MessageType type,
    String text,
    Instant at,
    @Nullable Quote quote,
    boolean edited,
    boolean corrects,
    boolean takenBack,
    @Nullable DeliveryState state,
    @Nullable String reason,
    @Nullable Duration responseTime,
    @Nullable MessageForm form,
    List<String> buttons,
    @Nullable Attached file) {
  public ChatLine {
    buttons = List.copyOf(buttons);
  }

  /**
   * What a message answers.
   *
   * @param author null when it is no message that is known here
   */
  public record Quote(@Nullable Author author, String text) {}

  /**
   * What came or went with a message.
   *
   * @param name the sender's, if any
   * @param mediaType null while it is not here
   * @param size in bytes; null while it is not here
   */
  public record Attached(
      FileState state,
      @Nullable String reason,
      @Nullable String name,
      @Nullable String mediaType,
      @Nullable Long size) {}
}
