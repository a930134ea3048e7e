package com.ailuxe.contact;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.MessageId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who writes to an agency. */
@Entity
class Contact {
  @Id private UUID id;
  private UUID agencyId;
  private String displayName;
  private String locale;
  private @Nullable String derivedLocale;
  private String timeZone;
  private @Nullable Instant optedOutAt;
  private @Nullable Instant consentStatedAt;
  private @Nullable String legalName;
  private @Nullable Instant legalNameGivenAt;
  private @Nullable String legalNameGivenBy;
  private @Nullable UUID legalNameDecision;
  private @Nullable UUID legalNameMessageId;
  private @Nullable Instant legalNameAskedAt;
  private Instant createdAt;

  /** JPA needs it. */
  protected Contact() {}

  static Contact firstSeen(AgencyProfile agency, String name, Home home, Instant now) {
    var contact = new Contact();
    contact.id = UUID.randomUUID();
    contact.agencyId = agency.id().value();
    contact.displayName = name;
    contact.locale = home.locale().toLanguageTag();
    contact.derivedLocale = contact.locale;
    contact.timeZone = home.zone().getId();
    contact.createdAt = now;
    return contact;
  }

  /**
   * Says whether reminders and news are welcome. Of words that come in no order the newest counts.
   *
   * @return whether that is new
   */
  boolean states(Consent consent, Instant at) {
    if (consentStatedAt != null && at.isBefore(consentStatedAt)) {
      return false;
    }
    consentStatedAt = at;
    var stops = consent == Consent.STOP;
    if (stops == (optedOutAt != null)) {
      return false;
    }
    optedOutAt = stops ? at : null;
    return true;
  }

  /** Says what the contact's name is in contracts. */
  void isNamed(LegalName name, Signature by, @Nullable MessageId messageId, Instant now) {
    legalName = name.value();
    legalNameGivenAt = now;
    legalNameGivenBy = by.text();
    legalNameDecision = Identifier.valueOf(by.decision());
    legalNameMessageId = Identifier.valueOf(messageId);
  }

  boolean isNamed(LegalName name) {
    return name.value().equals(legalName);
  }

  /** The contact was asked for the name; the first time counts. */
  void askedForLegalName(Instant now) {
    if (legalNameAskedAt == null) {
      legalNameAskedAt = now;
    }
  }

  boolean hasLegalName() {
    return legalName != null;
  }

  AgencyId agencyId() {
    return new AgencyId(agencyId);
  }

  ContactId id() {
    return new ContactId(id);
  }

  ContactProfile profile() {
    return new ContactProfile(
        id(),
        agencyId(),
        displayName,
        Locale.forLanguageTag(locale),
        ZoneId.of(timeZone),
        optedOutAt != null,
        legalName == null ? null : new LegalName(legalName),
        legalNameAskedAt != null);
  }
}
