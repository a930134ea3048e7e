package com.ailuxe.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a send whose outcome is not, for the person who decides.
 *
 * @param fileName of the file that goes with it, if any
 * @param attempts how often it was tried
 * @param triedAt when the last call to the provider began
 * @param reason how that call broke off; null once the message is settled
 * @param useless why it need not go any more, if so
 * @param before the last lines of the conversation up to this message
 * @param since the last ones that followed
 */
public record UnknownSend(
    ConversationProfile conversation,
    TranscriptLine message,
    @Nullable String fileName,
    int attempts,
    @Nullable Instant triedAt,
    @Nullable String reason,
    @Nullable String useless,
    List<TranscriptLine> before,
    List<TranscriptLine> since) {
  public UnknownSend {
    before = List.copyOf(before);
    since = List.copyOf(since);
  }
}
