package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.DecisionId;
import com.ailuxe.agency.Signature;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one contact on one channel, and who answers in it, as its row was read: {@link
 * ConversationStore} reads it and keeps what changed.
 */
class Conversation {
  private final ConversationId id;
  private final AgencyId agency;
  private final ContactId contact;
  private final Channel channel;
  private final Identity recipient;
  private final boolean aiDisclosed;
  private AnsweredBy handler;
  private @Nullable Instant handlerSince;
  private @Nullable String handlerName;
  private @Nullable DecisionId handlerDecision;
  private long epoch;

  Conversation(ResultSet row) throws SQLException {
    id = new ConversationId(row.getObject("id", UUID.class));
    agency = new AgencyId(row.getObject("agency_id", UUID.class));
    contact = new ContactId(row.getObject("contact_id", UUID.class));
    channel = Channel.valueOf(row.getString("channel"));
    recipient =
        new Identity(
            IdentityKind.valueOf(row.getString("recipient_kind")),
            row.getString("recipient_value"));
    aiDisclosed = row.getTimestamp("ai_disclosed_at") != null;
    handler = AnsweredBy.valueOf(row.getString("handler"));
    var since = row.getTimestamp("handler_since");
    handlerSince = since == null ? null : since.toInstant();
    handlerName = row.getString("handler_name");
    var decision = row.getObject("handler_decision_id", UUID.class);
    handlerDecision = decision == null ? null : new DecisionId(decision);
    epoch = row.getLong("epoch");
  }

  /**
   * @param person the name; null when it is not known, and then the one who is known stays
   * @return whether that changes who answers
   */
  boolean takeOver(@Nullable String person, Instant now) {
    if (isHandledByPerson() && (person == null || person.equals(handlerName))) {
      return false;
    }
    change(AnsweredBy.PERSON, person, null, now);
    return true;
  }

  /**
   * @return whether that changes who answers
   */
  boolean handBack(Instant now) {
    if (!isHandledByPerson()) {
      return false;
    }
    change(AnsweredBy.CONCIERGE, null, null, now);
    return true;
  }

  /**
   * A person who is known stays.
   *
   * @return whether that changes who answers
   */
  boolean handledBy(AnsweredBy next, Signature by, Instant now) {
    if (next == AnsweredBy.CONCIERGE) {
      return handBack(now);
    }
    if (isHandledByPerson()) {
      if (handlerName == null && handlerDecision == null) {
        handlerName = by.name();
        handlerDecision = by.decision();
      }
      return false;
    }
    change(AnsweredBy.PERSON, by.name(), by.decision(), now);
    return true;
  }

  private void change(
      AnsweredBy next, @Nullable String name, @Nullable DecisionId decision, Instant now) {
    handler = next;
    handlerName = name;
    handlerDecision = decision;
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

  /** Grows with all that makes a draft out of date. */
  long epoch() {
    return epoch;
  }

  Optional<String> handlerName() {
    return Optional.ofNullable(handlerName);
  }

  boolean isHandledByPerson() {
    return handler == AnsweredBy.PERSON;
  }

  ConversationProfile profile() {
    return new ConversationProfile(
        id,
        agency,
        contact,
        channel,
        recipient,
        handler,
        handlerName,
        handlerSince,
        epoch,
        aiDisclosed);
  }

  AnsweredBy handler() {
    return handler;
  }

  Optional<Instant> handlerSince() {
    return Optional.ofNullable(handlerSince);
  }

  Optional<DecisionId> handlerDecision() {
    return Optional.ofNullable(handlerDecision);
  }
}
