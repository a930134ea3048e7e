package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.Signature;
import com.ailuxe.contact.ContactId;
import com.ailuxe.replicas.EntityNews;
import com.ailuxe.replicas.Newsworthy;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a contact wants and how far it got. Every change is a verb; one that does not fit the state
 * throws.
 */
@Entity
@EntityListeners(EntityNews.class)
class Booking implements Newsworthy {
  @Id private UUID id;
  private UUID agencyId;
  private UUID contactId;
  private UUID conversationId;
  private String reference;

  @Enumerated(EnumType.STRING)
  private BookingState state;

  private @Nullable String talentWish;
  private @Nullable UUID talentId;

  // Times on a wall are stored as they are; the default would shift them by the server's zone.
  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  private @Nullable LocalDateTime startWall;

  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  private @Nullable LocalDateTime endWall;

  private @Nullable String zoneWish;
  private @Nullable String zone;
  private @Nullable Instant startsAt;
  private @Nullable Instant endsAt;
  private @Nullable String place;
  private @Nullable Integer guests;
  private @Nullable BigDecimal budgetAmount;
  private @Nullable String budgetCurrency;

  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  private @Nullable LocalDateTime lostStartWall;

  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
  private @Nullable LocalDateTime lostEndWall;

  private @Nullable String lostZone;
  private @Nullable Instant holdExpiresAt;
  private @Nullable String decidedBy;
  private @Nullable UUID decisionId;
  private @Nullable Instant decidedAt;
  private @Nullable String decisionNote;
  private @Nullable String releaseReason;

  @Enumerated(EnumType.STRING)
  private @Nullable CancelledBy cancelledBy;

  private @Nullable String cancelNote;
  private @Nullable UUID priceId;
  private @Nullable Long depositMinor;
  private @Nullable String depositCurrency;
  private @Nullable String depositNote;
  private @Nullable Instant depositReceivedAt;
  private Instant createdAt;
  @Version private @Nullable Long version;

  /** JPA needs it. */
  protected Booking() {}

  static Booking inquiry(DetailsGiven given, String reference, Instant now) {
    var booking = new Booking();
    booking.id = UUID.randomUUID();
    booking.agencyId = given.agency().value();
    booking.contactId = given.contact().value();
    booking.conversationId = given.conversation().value();
    booking.reference = reference;
    booking.state = BookingState.INQUIRY;
    booking.createdAt = now;
    return booking;
  }

  /** Now is what these details say. Whether that is anything new. */
  boolean describe(CheckedDetails checked) {
    if (state != BookingState.INQUIRY) {
      throw new IllegalStateException(
          "Booking %s is %s and takes no details".formatted(reference, state));
    }
    var before = known();
    var details = checked.details();
    talentWish = details.talent();
    talentId = checked.talent() == null ? null : checked.talent().id().value();
    place = details.place();
    guests = details.guests();
    budgetAmount = details.budget() == null ? null : details.budget().amount();
    budgetCurrency =
        details.budget() == null ? null : details.budget().currency().getCurrencyCode();
    zoneWish = details.zone() == null ? null : details.zone().getId();
    schedule(details.start(), details.end(), checked.zone());
    return !before.equals(known());
  }

  /** The talent is kept free for this booking. */
  void hold(Instant until) {
    become(BookingState.HELD);
    holdExpiresAt = until;
  }

  /** Somebody else has the slot: the times are forgotten, but for what is said about them. */
  void loseSlot() {
    if (state != BookingState.INQUIRY) {
      throw new IllegalStateException(
          "Booking %s is %s and has its slot".formatted(reference, state));
    }
    var lost = requireSlot();
    lostStartWall = lost.start().wallTime();
    lostEndWall = lost.end().wallTime();
    lostZone = lost.start().zone().getId();
    startWall = null;
    endWall = null;
    startsAt = null;
    endsAt = null;
  }

  /** The hold ran out and gives way to somebody else. */
  void lapse() {
    become(BookingState.LAPSED);
  }

  void confirm(Signature by, @Nullable String note, Instant now) {
    become(BookingState.CONFIRMED);
    decided(by, note, now);
  }

  void decline(Signature by, @Nullable String note, Instant now) {
    become(BookingState.DECLINED);
    decided(by, note, now);
  }

  /** The slot, if it has one, is given back. */
  void release(String reason) {
    become(BookingState.RELEASED);
    releaseReason = reason;
  }

  boolean isReleasedFor(String reason) {
    return state == BookingState.RELEASED && reason.equals(releaseReason);
  }

  /** It does not take place; the slot is free. */
  void cancel(CancelledBy by, @Nullable String note) {
    become(BookingState.CANCELLED);
    cancelledBy = by;
    cancelNote = note;
  }

  /** This is what it costs. */
  void priceAt(@Nullable PriceId price) {
    priceId = Identifier.valueOf(price);
  }

  /** Records a deposit that came in ahead of the event, added to what came in before. */
  void receiveDeposit(Money amount, @Nullable String note, Instant now) {
    depositMinor = amount.minor() + received(amount.currency());
    depositCurrency = amount.currency().getCurrencyCode();
    depositNote = note;
    depositReceivedAt = now;
  }

  /** What is missing of this deposit, in the smallest units of its currency. */
  long stillToDeposit(Money deposit) {
    return Math.max(0, deposit.minor() - received(deposit.currency()));
  }

  private long received(Currency currency) {
    return depositMinor == null || !currency.getCurrencyCode().equals(depositCurrency)
        ? 0
        : depositMinor;
  }

  /** The hold is for these terms from now on; they are not priced yet. */
  void moveHold(Terms terms, String talentName, Instant until) {
    if (state != BookingState.HELD) {
      become(BookingState.HELD);
    }
    holdExpiresAt = until;
    priceId = null;
    take(terms, talentName);
  }

  /** What is confirmed is these terms from now on. */
  void moveConfirmed(Terms terms, String talentName) {
    if (state != BookingState.CONFIRMED) {
      throw new IllegalStateException(
          "Booking %s is %s and cannot be moved".formatted(reference, state));
    }
    take(terms, talentName);
  }

  /** The event is over. */
  void complete() {
    become(BookingState.COMPLETED);
  }

  /**
   * What new details are laid over. Who lost the slot and now names another talent, and no other
   * times, wants that talent at the lost times.
   */
  BookingDetails knownFor(BookingDetails said) {
    var wish = details();
    var otherTalent = said.talent() != null && !said.talent().equalsIgnoreCase(talentWish);
    return slotLost() && otherTalent && said.start() == null && said.end() == null
        ? wish.withTimes(lostStartWall, lostEndWall)
        : wish;
  }

  /** What is known so far, the zone included that follows from the talent. */
  BookingDetails known() {
    return details().withZone(zone == null ? null : ZoneId.of(zone));
  }

  boolean detailsComplete() {
    return talentId != null
        && slot() != null
        && place != null
        && guests != null
        && budgetAmount != null;
  }

  /** Whether somebody else got the slot and no other was asked for since. */
  boolean slotLost() {
    return lostStartWall != null;
  }

  /** Whether it is held, but longer than was promised. */
  boolean hasRunOut(Instant now) {
    return state == BookingState.HELD && holdExpiresAt != null && !holdExpiresAt.isAfter(now);
  }

  boolean isDecided() {
    return decidedAt != null;
  }

  /** Whether a person has still to say yes or no. */
  boolean isInApproval() {
    return state == BookingState.HELD || state == BookingState.LAPSED;
  }

  /** Whether it waits for a decision, and for its slot waited no longer than to this moment. */
  boolean isHeldOnlyUntil(Instant expiry) {
    return isInApproval() && expiry.equals(holdExpiresAt);
  }

  /**
   * @throws IllegalStateException when it never was held
   */
  Instant requireHoldExpiry() {
    if (holdExpiresAt == null) {
      throw new IllegalStateException("Booking %s was never held".formatted(reference));
    }
    return holdExpiresAt;
  }

  /**
   * What is held or confirmed.
   *
   * @throws IllegalStateException while talent or times are not known
   */
  Terms terms() {
    return new Terms(requireTalent(), requireSlot(), place, guests, budget());
  }

  @Nullable Slot slot() {
    return slot(startWall, endWall, zone);
  }

  @Nullable Slot lostSlot() {
    return slot(lostStartWall, lostEndWall, lostZone);
  }

  /**
   * @throws IllegalStateException while the times are not known
   */
  Slot requireSlot() {
    var slot = slot();
    if (slot == null) {
      throw new IllegalStateException("Booking %s has no times yet".formatted(reference));
    }
    return slot;
  }

  /**
   * @throws IllegalStateException while the talent is not known
   */
  TalentId requireTalent() {
    if (talentId == null) {
      throw new IllegalStateException("Booking %s has no talent yet".formatted(reference));
    }
    return new TalentId(talentId);
  }

  @Nullable TalentId talent() {
    return talentId == null ? null : new TalentId(talentId);
  }

  @Nullable Money budget() {
    return budgetAmount == null || budgetCurrency == null
        ? null
        : new Money(budgetAmount, Currency.getInstance(budgetCurrency));
  }

  BookingId id() {
    return new BookingId(id);
  }

  AgencyId agencyId() {
    return new AgencyId(agencyId);
  }

  ContactId contactId() {
    return new ContactId(contactId);
  }

  ConversationId conversation() {
    return new ConversationId(conversationId);
  }

  String reference() {
    return reference;
  }

  BookingState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** Null while it is not priced. */
  @Nullable PriceId price() {
    return priceId == null ? null : new PriceId(priceId);
  }

  @Nullable String place() {
    return place;
  }

  @Nullable Integer guests() {
    return guests;
  }

  private BookingDetails details() {
    return new BookingDetails(
        talentWish,
        startWall,
        endWall,
        zoneWish == null ? null : ZoneId.of(zoneWish),
        place,
        guests,
        budget());
  }

  private void schedule(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end, @Nullable ZoneId in) {
    var from = eventTime(start, in);
    var to = eventTime(end, in);
    zone = in == null ? null : in.getId();
    startWall = from == null ? start : from.wallTime();
    endWall = to == null ? end : to.wallTime();
    startsAt = from == null ? null : from.instant();
    endsAt = to == null ? null : to.instant();
    if (from != null && to != null) {
      lostStartWall = null;
      lostEndWall = null;
      lostZone = null;
    }
  }

  /** A time that the clocks skip becomes the one they show instead. */
  private static @Nullable EventTime eventTime(
      @Nullable LocalDateTime wallTime, @Nullable ZoneId zone) {
    return wallTime == null || zone == null
        ? null
        : new EventTime(wallTime.atZone(zone).toLocalDateTime(), zone);
  }

  private static @Nullable Slot slot(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end, @Nullable String zone) {
    return start == null || end == null || zone == null
        ? null
        : new Slot(new EventTime(start, ZoneId.of(zone)), new EventTime(end, ZoneId.of(zone)));
  }

  /** A person decided about a change and said this to the contact. */
  void noteDecision(@Nullable String note) {
    decisionNote = note;
  }

  @Nullable CancelledBy cancelledBy() {
    return cancelledBy;
  }

  /** What a person last wrote about it for the contact. */
  @Nullable String noteToContact() {
    return state == BookingState.CANCELLED ? cancelNote : decisionNote;
  }

  private void take(Terms terms, String talentName) {
    talentWish = talentName;
    talentId = terms.talent().value();
    place = terms.place();
    guests = terms.guests();
    budgetAmount = terms.budget() == null ? null : terms.budget().amount();
    budgetCurrency = terms.budget() == null ? null : terms.budget().currency().getCurrencyCode();
    schedule(
        terms.slot().start().wallTime(),
        terms.slot().end().wallTime(),
        terms.slot().start().zone());
  }

  private void become(BookingState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(
          "Booking %s is %s and cannot become %s".formatted(reference, state, next));
    }
    state = next;
  }

  private void decided(Signature by, @Nullable String note, Instant now) {
    decidedBy = by.name();
    decisionId = Identifier.valueOf(by.decision());
    decidedAt = now;
    decisionNote = note;
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
    return new BookingId(id);
  }
}
