package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The thread of one contact on one channel, and who answers in it. */
@Entity
class Conversation {
  @Id private UUID id;
  private UUID agencyId;
  private UUID contactId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private IdentityKind recipientKind;

  private String recipientValue;

  @Enumerated(EnumType.STRING)
  private Handler handler;

  private @Nullable Instant aiDisclosedAt;
  @Version private long version;

  /**
   * For JPA; rows are made by {@link Inbox}, which must not wait for two first messages at once.
   */
  protected Conversation() {}

  void takeOver() {
    handledBy(Handler.PERSON);
  }

  void handBack() {
    handledBy(Handler.CONCIERGE);
  }

  void handledBy(Handler next) {
    handler = next;
  }

  /** The contact has been told that an automatic concierge answers. */
  void disclosed(Instant now) {
    if (aiDisclosedAt == null) {
      aiDisclosedAt = now;
    }
  }

  boolean isHandledByPerson() {
    return handler == Handler.PERSON;
  }

  UUID agencyId() {
    return agencyId;
  }

  ConversationProfile profile() {
    return new ConversationProfile(
        new ConversationId(id),
        new AgencyId(agencyId),
        new ContactId(contactId),
        channel,
        new Identity(recipientKind, recipientValue),
        handler,
        aiDisclosedAt != null);
  }
}
