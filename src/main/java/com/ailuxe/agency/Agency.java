package com.ailuxe.agency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/** A white-label agency: its brand, and the defaults for its contacts. */
@Entity
class Agency {
  @Id private UUID id;
  private String slug;
  private String name;
  private String legalName;
  private String address;
  private String timeZone;
  private String locale;
  private String currency;
  private Instant createdAt;

  /** For JPA. */
  protected Agency() {}

  AgencyProfile profile() {
    return new AgencyProfile(
        new AgencyId(id),
        slug,
        name,
        legalName,
        address,
        ZoneId.of(timeZone),
        Locale.forLanguageTag(locale),
        Currency.getInstance(currency));
  }
}
