package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.Signature;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one contact on one channel, and who answers in it. Written are only the columns
 * that changed: others are written in SQL meanwhile.
 */
@Entity
@DynamicUpdate
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

  private @Nullable Instant handlerSince;
  private @Nullable String handlerName;
  private @Nullable UUID handlerDecisionId;
  private long epoch;
  private @Nullable Instant aiDisclosedAt;
  @Version private long version;

  /**
   * For JPA; rows are made by {@link Inbox}, which must not wait for two first messages at once.
   */
  protected Conversation() {}

  /**
   * @param person the name; null when nobody knows it, and then the one who is known stays
   * @return whether that changes who answers
   */
  boolean takeOver(@Nullable String person, Instant now) {
    if (isHandledByPerson() && (person == null || person.equals(handlerName))) {
      return false;
    }
    change(Handler.PERSON, person, null, now);
    return true;
  }

  /**
   * @return whether that changes who answers
   */
  boolean handBack(Instant now) {
    if (!isHandledByPerson()) {
      return false;
    }
    change(Handler.CONCIERGE, null, null, now);
    return true;
  }

  /**
   * A person who is known stays.
   *
   * @return whether that changes who answers
   */
  boolean handledBy(Handler next, Signature by, Instant now) {
    if (next == Handler.CONCIERGE) {
      return handBack(now);
    }
    if (isHandledByPerson()) {
      if (handlerName == null && handlerDecisionId == null) {
        handlerName = by.name();
        handlerDecisionId = by.decision();
      }
      return false;
    }
    change(Handler.PERSON, by.name(), by.decision(), now);
    return true;
  }

  private void change(Handler next, @Nullable String name, @Nullable UUID decision, Instant now) {
    handler = next;
    handlerName = name;
    handlerDecisionId = decision;
    handlerSince = now;
    epoch++;
  }

  /** A person of the agency wrote to the contact. */
  void personWrote() {
    epoch++;
  }

  /** Whether it was handed back, or taken over, later than that. */
  boolean changedHandsAfter(Instant then) {
    return handlerSince != null && handlerSince.isAfter(then);
  }

  /** The contact has been told that an automatic concierge answers. */
  void disclosed(Instant now) {
    if (aiDisclosedAt == null) {
      aiDisclosedAt = now;
    }
  }

  /** Grows with all that makes a draft out of date. */
  long epoch() {
    return epoch;
  }

  Optional<String> handlerName() {
    return Optional.ofNullable(handlerName);
  }

  boolean isHandledByPerson() {
    return handler == Handler.PERSON;
  }

  ConversationProfile profile() {
    return new ConversationProfile(
        new ConversationId(id),
        new AgencyId(agencyId),
        new ContactId(contactId),
        channel,
        new Identity(recipientKind, recipientValue),
        handler,
        handlerName,
        handlerSince,
        epoch,
        aiDisclosedAt != null);
  }
}
