package com.ailuxe.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.Rate;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What bookings cost: the rate of the talent, with the rules of the agency, which the caller
 * brings. Every verb may be called twice; the second call changes nothing.
 */
@Service
@Transactional
public class BookingPrices {
  private final BookingRepository bookings;
  private final BookingChangeRepository changes;
  private final Talents talents;
  private final PriceBook prices;
  private final BookingProperties properties;
  private final AuditTrail audit;
  private final Clock clock;

  BookingPrices(
      BookingRepository bookings,
      BookingChangeRepository changes,
      Talents talents,
      PriceBook prices,
      BookingProperties properties,
      AuditTrail audit,
      Clock clock) {
    this.bookings = bookings;
    this.changes = changes;
    this.talents = talents;
    this.prices = prices;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the rules may ask of a booking as it is now.
   *
   * @throws NoSuchElementException when there is no such booking
   */
  @Transactional(readOnly = true)
  public PriceFacts facts(BookingId id) {
    var booking = bookings.findById(id.value()).orElseThrow(() -> unknown(id));
    return facts(booking, booking.terms(), booking.createdAt());
  }

  /**
   * What the rules may ask of a booking as it would be. Who wants another time wants it from now
   * on.
   *
   * @throws NoSuchElementException when there is no such change
   */
  @Transactional(readOnly = true)
  public PriceFacts facts(ChangeId id) {
    var change = changes.findById(id.value()).orElseThrow(() -> unknown(id));
    var booking = bookings.findById(change.booking().value()).orElseThrow(() -> unknown(id));
    var terms = change.terms();
    var sameTime = terms.slot().equals(booking.slot());
    return facts(booking, terms, sameTime ? booking.createdAt() : change.requestedAt());
  }

  /** Puts a price on a booking. Once a person has decided it stays. */
  public void propose(BookingId id, PricePolicy policy) {
    var booking = lock(id);
    if (booking.isInApproval()) {
      var price = price(booking, booking.terms(), policy);
      booking.priceAt(prices.propose(booking, booking.price(), price));
    }
  }

  /**
   * Puts a price on a change.
   *
   * @return whether a person has to agree: to another time, talent or price
   */
  public boolean propose(ChangeId id, PricePolicy policy) {
    var booking =
        lock(changes.bookingOf(id.value()).map(BookingId::new).orElseThrow(() -> unknown(id)));
    var change = changes.lock(id.value()).orElseThrow(() -> unknown(id));
    if (change.state() != ChangeState.PROPOSED) {
      return false;
    }
    var terms = change.terms();
    var price = price(booking, terms, policy);
    change.priceAt(prices.propose(booking, change.price(), price));
    return price.onRequest()
        || terms.needsApprovalAfter(booking.terms())
        || !Objects.equals(price.total(), total(booking));
  }

  /** What still has to come in ahead of the event; empty where deposits are switched off. */
  @Transactional(readOnly = true)
  public Optional<Money> depositDue(BookingId id) {
    return due(bookings.findById(id.value()).orElseThrow(() -> unknown(id)));
  }

  /**
   * A person saw the deposit come in.
   *
   * @param note what the person writes about it, if anything
   */
  public void confirmDeposit(BookingId id, Actor actor, @Nullable String note) {
    var booking = lock(id);
    var by = audit.sign(booking.agencyId(), actor);
    due(booking)
        .ifPresent(
            due -> {
              booking.receiveDeposit(due, note, clock.instant());
              record(booking, by, "booking.deposit-received", detail(due, note));
            });
  }

  /**
   * A person did not see the deposit come in.
   *
   * @param note what the person writes about it, if anything
   */
  public void missDeposit(BookingId id, Actor actor, @Nullable String note) {
    var booking = lock(id);
    var by = audit.sign(booking.agencyId(), actor);
    if (booking.state() == BookingState.CONFIRMED) {
      due(booking)
          .ifPresent(due -> record(booking, by, "booking.deposit-missing", detail(due, note)));
    }
  }

  private void record(Booking booking, Signature by, String action, String detail) {
    audit.record(booking.agencyId(), by, action, "booking", booking.id(), detail);
  }

  private static String detail(Money due, @Nullable String note) {
    return note == null ? due.toString() : due + ", " + note;
  }

  private Optional<Money> due(Booking booking) {
    var price = prices.price(booking.price());
    if (!properties.deposit().enabled() || price == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(price.deposit())
        .map(deposit -> Money.ofMinor(booking.stillToDeposit(deposit), deposit.currency()))
        .filter(due -> due.minor() > 0);
  }

  private PriceFacts facts(Booking booking, Terms terms, Instant askedAt) {
    var start = terms.slot().start();
    return new PriceFacts(
        talents.profile(booking.agencyId(), terms.talent()).kind(),
        rate(booking, terms).map(known -> Pricing.name(known.kind())).orElse(null),
        Pricing.hours(terms.slot().length()),
        start.wallTime().getDayOfWeek(),
        Pricing.nightHours(terms.slot()),
        Pricing.hours(Duration.between(askedAt, start.instant())),
        terms.guests());
  }

  private Price price(Booking booking, Terms terms, PricePolicy policy) {
    return Pricing.propose(
        rate(booking, terms).orElse(null),
        terms.slot(),
        prices.currency(booking.agencyId(), terms.budget()),
        policy);
  }

  private Optional<Rate> rate(Booking booking, Terms terms) {
    var day = terms.slot().start().wallTime().toLocalDate();
    return talents.rate(booking.agencyId(), terms.talent(), day);
  }

  private @Nullable Money total(Booking booking) {
    var price = prices.price(booking.price());
    return price == null ? null : price.total();
  }

  private Booking lock(BookingId id) {
    return bookings.lock(id.value()).orElseThrow(() -> unknown(id));
  }

  private static NoSuchElementException unknown(Object id) {
    return new NoSuchElementException("No booking or change " + id);
  }
}
