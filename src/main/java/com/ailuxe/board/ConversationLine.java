package com.ailuxe.board;

import com.ailuxe.contact.ContactId;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.shared.ConversationId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param handlerName of the person who took over, if that is known
 * @param wroteAt when the contact wrote last; null before the first time
 * @param last null while nothing was said
 * @param unread how many of the contact's messages this person has not seen; 100 for more
 * @param unansweredSince when the oldest message of the contact came in that has no answer yet
 * @param unknownSends how many messages of ours may or may not have left
 */
public record ConversationLine(
    ConversationId id,
    ContactId contactId,
    String contactName,
    Locale contactLocale,
    Channel channel,
    AnsweredBy handler,
    @Nullable String handlerName,
    @Nullable Instant wroteAt,
    Instant activeAt,
    @Nullable LastWords last,
    int unread,
    @Nullable Instant unansweredSince,
    int unknownSends,
    @Nullable WaitingTask task) {

  /**
   * What was said last.
   *
   * @param text empty for what has no words
   * @param type as messages have it, for example {@code IMAGE}
   * @param state null for what did not leave from here
   */
  public record LastWords(
      Author author, String type, String text, Instant at, @Nullable DeliveryState state) {}

  /**
   * The oldest task of a person that is open in it.
   *
   * @param taskId as the model names it, for example {@code Task_ReviewReply}
   * @param dueAt null without a deadline
   */
  public record WaitingTask(String taskId, String name, Instant since, @Nullable Instant dueAt) {}
}
