package com.ailuxe.talent;

import com.ailuxe.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a talent costs from a day on, to a day or until further notice. */
@Entity
class TalentRate {
  @Id private UUID id;
  private UUID agencyId;
  private UUID talentId;

  @Enumerated(EnumType.STRING)
  private RateKind kind;

  private BigDecimal amount;
  private String currency;
  private @Nullable BigDecimal minimumHours;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;

  /** JPA needs it. */
  protected TalentRate() {}

  Rate rate() {
    return new Rate(kind, new Money(amount, Currency.getInstance(currency)), minimumHours);
  }
}
