package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.shared.MessageId;
import java.util.Objects;

/**
 * A contact's file that a channel has claimed and must now fetch from the provider.
 *
 * @param accountId the agency's account that it was sent to
 * @param attempt counts from 1
 */
public record FileToFetch(
    MessageId messageId,
    AgencyId agency,
    Channel channel,
    String accountId,
    SentFile file,
    int attempt) {

  /** The id by which the provider gives the file out. */
  public String providerId() {
    return Objects.requireNonNull(file.providerId(), "Only what has an id is claimed");
  }
}
