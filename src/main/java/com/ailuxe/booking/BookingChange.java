package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.Signature;
import com.ailuxe.replicas.EntityNews;
import com.ailuxe.replicas.Newsworthy;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody wants a held or confirmed booking to be instead, and what became of that. */
@Entity
@EntityListeners(EntityNews.class)
class BookingChange implements Newsworthy {
  @Id private UUID id;
  private UUID agencyId;
  private UUID bookingId;
  private UUID requestId;
  private String requestedBy;
  private @Nullable UUID requestDecisionId;

  @Enumerated(EnumType.STRING)
  private ChangeState state;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> reasons;

  private @Nullable UUID talentId;

  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  private @Nullable LocalDateTime startWall;

  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  private @Nullable LocalDateTime endWall;

  private @Nullable String zone;
  private @Nullable String place;
  private @Nullable Integer guests;
  private @Nullable BigDecimal budgetAmount;
  private @Nullable String budgetCurrency;
  private @Nullable UUID priceId;
  private Instant requestedAt;
  private @Nullable String decidedBy;
  private @Nullable UUID decisionId;
  private @Nullable Instant decidedAt;
  private @Nullable String decisionNote;
  @Version private @Nullable Long version;

  /** JPA needs it. */
  protected BookingChange() {}

  static BookingChange refused(ChangeWish wish, Signature by, List<Refusal> reasons, Instant now) {
    return of(wish, by, ChangeState.REFUSED, reasons, now);
  }

  static BookingChange unchanged(ChangeWish wish, Signature by, Instant now) {
    return of(wish, by, ChangeState.UNCHANGED, List.of(), now);
  }

  static BookingChange proposed(ChangeWish wish, Signature by, Terms terms, Instant now) {
    return of(wish, by, ChangeState.PROPOSED, List.of(), now).asking(terms);
  }

  static BookingChange applied(ChangeWish wish, Signature by, Terms terms, Instant now) {
    return of(wish, by, ChangeState.APPLIED, List.of(), now).asking(terms);
  }

  private static BookingChange of(
      ChangeWish wish, Signature by, ChangeState state, List<Refusal> reasons, Instant now) {
    var change = new BookingChange();
    change.id = UUID.randomUUID();
    change.agencyId = wish.agency().value();
    change.bookingId = wish.booking().value();
    change.requestId = wish.turn().value();
    change.requestedBy = by.text();
    change.requestDecisionId = Identifier.valueOf(by.decision());
    change.state = state;
    change.reasons = KeptRefusals.write(reasons);
    change.requestedAt = now;
    return change;
  }

  private BookingChange asking(Terms terms) {
    talentId = terms.talent().value();
    startWall = terms.slot().start().wallTime();
    endWall = terms.slot().end().wallTime();
    zone = terms.slot().start().zone().getId();
    place = terms.place();
    guests = terms.guests();
    budgetAmount = terms.budget() == null ? null : terms.budget().amount();
    budgetCurrency = terms.budget() == null ? null : terms.budget().currency().getCurrencyCode();
    return this;
  }

  /** This is what the booking would cost. */
  void priceAt(@Nullable PriceId price) {
    requireProposed();
    priceId = Identifier.valueOf(price);
  }

  void apply(Signature by, @Nullable String note, Instant now) {
    decide(ChangeState.APPLIED, by, note, now);
  }

  void decline(Signature by, @Nullable String note, Instant now) {
    decide(ChangeState.DECLINED, by, note, now);
  }

  /** It was agreed to when its time had passed. */
  void comeTooLate(Signature by, @Nullable String note, Instant now) {
    decide(ChangeState.TOO_LATE, by, note, now);
  }

  /** It is not decided any more. */
  void overtake() {
    requireProposed();
    state = ChangeState.OUTDATED;
  }

  private void decide(ChangeState decision, Signature by, @Nullable String note, Instant now) {
    requireProposed();
    state = decision;
    decidedBy = by.name();
    decisionId = Identifier.valueOf(by.decision());
    decidedAt = now;
    decisionNote = note;
  }

  private void requireProposed() {
    if (state != ChangeState.PROPOSED) {
      throw new IllegalStateException("Change %s is %s".formatted(id, state));
    }
  }

  /**
   * What the booking would be.
   *
   * @throws IllegalStateException for a change that asks for nothing that can be had
   */
  Terms terms() {
    if (talentId == null || startWall == null || endWall == null || zone == null) {
      throw new IllegalStateException("Change %s is %s".formatted(id, state));
    }
    var where = ZoneId.of(zone);
    return new Terms(
        new TalentId(talentId),
        new Slot(new EventTime(startWall, where), new EventTime(endWall, where)),
        place,
        guests,
        budgetAmount == null || budgetCurrency == null
            ? null
            : new Money(budgetAmount, Currency.getInstance(budgetCurrency)));
  }

  ChangeReceipt receipt() {
    return switch (state) {
      case REFUSED -> new ChangeReceipt.Refused(KeptRefusals.read(reasons));
      case UNCHANGED -> new ChangeReceipt.Unchanged();
      case PROPOSED, DECLINED, OUTDATED, TOO_LATE -> new ChangeReceipt.Proposed(id());
      case APPLIED ->
          decidedAt == null ? new ChangeReceipt.Applied(id()) : new ChangeReceipt.Proposed(id());
    };
  }

  ChangeId id() {
    return new ChangeId(id);
  }

  BookingId booking() {
    return new BookingId(bookingId);
  }

  /** Null while it is not priced. */
  @Nullable PriceId price() {
    return priceId == null ? null : new PriceId(priceId);
  }

  Instant requestedAt() {
    return requestedAt;
  }

  /** When it was agreed to; one that needed nobody's consent was carried out as it was asked. */
  Instant appliedAt() {
    return decidedAt == null ? requestedAt : decidedAt;
  }

  ChangeState state() {
    return state;
  }

  /** Whether the contact asked for it, and not one of us at the desk. */
  boolean isAskedByContact() {
    return requestDecisionId == null;
  }

  String requestedBy() {
    return requestedBy;
  }

  @Override
  public String newsTopic() {
    return "booking";
  }

  @Override
  public Identifier newsAgency() {
    return new AgencyId(agencyId);
  }

  @Override
  public Identifier newsSubject() {
    return new BookingId(bookingId);
  }
}
