package com.ailuxe.talent;

import com.ailuxe.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or asset that can be booked. */
@Entity
class Talent {
  @Id private UUID id;
  private UUID agencyId;
  private String name;
  private String kind;
  private String city;
  private String zone;
  private String description;
  private @Nullable BigDecimal hourlyRateAmount;
  private @Nullable String hourlyRateCurrency;
  private boolean active;

  /** For JPA. */
  protected Talent() {}

  TalentProfile profile() {
    return new TalentProfile(
        new TalentId(id), name, kind, city, ZoneId.of(zone), description, hourlyRate(), active);
  }

  private @Nullable Money hourlyRate() {
    return hourlyRateAmount == null || hourlyRateCurrency == null
        ? null
        : new Money(hourlyRateAmount, Currency.getInstance(hourlyRateCurrency));
  }
}
