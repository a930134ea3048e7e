package com.ailuxe.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What bookings are to be instead. A booking that still waits for its approval changes at once,
 * slot and all; a confirmed one keeps its slot until a person has agreed to another time, talent or
 * price, and then moves in one transaction. Every verb may be called twice; the second call changes
 * nothing.
 */
@Service
public class BookingChanges {
  private static final String SUBJECT = "booking";

  private final BookingChangeRepository changes;
  private final ChangeProposals proposals;
  private final BookingRepository bookings;
  private final FactsReader facts;
  private final DetailsCheck check;
  private final Slots slots;
  private final SlotTransactions transactions;
  private final Talents talents;
  private final PriceBook prices;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final BookingProperties properties;
  private final Clock clock;

  BookingChanges(
      BookingChangeRepository changes,
      ChangeProposals proposals,
      BookingRepository bookings,
      FactsReader facts,
      DetailsCheck check,
      Slots slots,
      SlotTransactions transactions,
      Talents talents,
      PriceBook prices,
      AuditTrail audit,
      ApplicationEventPublisher events,
      BookingProperties properties,
      Clock clock) {
    this.changes = changes;
    this.proposals = proposals;
    this.bookings = bookings;
    this.facts = facts;
    this.check = check;
    this.slots = slots;
    this.transactions = transactions;
    this.talents = talents;
    this.prices = prices;
    this.audit = audit;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Changes a booking, or proposes the change to a person. Of several proposals the last one
   * counts. What cannot be had leaves the booking wholly as it is.
   *
   * @throws NoSuchElementException when the agency has no such booking
   * @throws IllegalStateException for an inquiry, which takes details as they come
   */
  public ChangeReceipt request(ChangeWish wish) {
    var locked = Set.<TalentId>of();
    while (true) {
      var talentsSoFar = locked;
      var attempt = transactions.run(() -> attempt(wish, talentsSoFar));
      if (attempt.receipt() != null) {
        return attempt.receipt();
      }
      locked = attempt.talents();
    }
  }

  /**
   * A person agrees to a change or not. Of two decisions the first one counts, and both callers get
   * that one.
   *
   * @param note for the contact, if any
   * @param agreed the price, where the approver names another one
   * @throws NoSuchElementException when there is no such change
   */
  public ChangeOutcome decide(
      ChangeId id,
      boolean approved,
      Actor decider,
      @Nullable String note,
      @Nullable AgreedPrice agreed) {
    return transactions.run(
        () -> {
          var bookingId = changes.bookingOf(id.value()).orElseThrow(() -> unknown(id));
          slots.lock(
              Stream.concat(
                      bookings.talentOf(bookingId).stream(), changes.talentOf(id.value()).stream())
                  .map(TalentId::new)
                  .toList());
          var booking = lock(new BookingId(bookingId));
          var change = changes.lock(id.value()).orElseThrow(() -> unknown(id));
          var by = audit.sign(booking.agencyId(), decider);
          return switch (change.state()) {
            case PROPOSED -> decide(booking, change, approved, by, note, agreed);
            case APPLIED -> new ChangeOutcome.Applied();
            case DECLINED -> new ChangeOutcome.Declined();
            case TOO_LATE -> new ChangeOutcome.TooLate();
            case OUTDATED, REFUSED, UNCHANGED -> new ChangeOutcome.Outdated();
          };
        });
  }

  /**
   * @throws NoSuchElementException when there is no such change
   */
  @Transactional(readOnly = true)
  public ChangeFacts facts(ChangeId id) {
    var change = changes.findById(id.value()).orElseThrow(() -> unknown(id));
    var booking = bookings.findById(change.booking().value()).orElseThrow(() -> unknown(id));
    var terms = change.terms();
    var talent = talents.profile(booking.agencyId(), terms.talent());
    return new ChangeFacts(
        facts.of(booking),
        change.requestedBy(),
        talent.name(),
        terms.slot().start(),
        terms.slot().end(),
        terms.place(),
        terms.guests(),
        terms.budget(),
        prices.price(change.price()),
        slots.conflicts(booking, talent, terms.slot()),
        slots.alternatives(booking.agencyId(), talent, terms.slot()));
  }

  /**
   * When the booking was changed, if that was last of all at the contact's own wish; else empty.
   */
  @Transactional(readOnly = true)
  public Optional<Instant> changedAsContactAsked(BookingId id) {
    return changes
        .findFirstByBookingIdAndStateOrderByRequestedAtDesc(id.value(), ChangeState.APPLIED)
        .filter(BookingChange::isAskedByContact)
        .map(BookingChange::appliedAt);
  }

  /**
   * A try with these talents locked.
   *
   * @param receipt null when others have to be locked as well
   */
  private record Attempt(@Nullable ChangeReceipt receipt, Set<TalentId> talents) {}

  private Attempt attempt(ChangeWish wish, Set<TalentId> locked) {
    slots.lock(locked);
    var booking = lock(wish.booking());
    if (!booking.agencyId().equals(wish.agency())) {
      throw new NoSuchElementException("No booking " + wish.booking());
    }
    var by = audit.sign(wish.agency(), wish.requestedBy());
    var known = changes.findByRequestId(wish.turn().value());
    if (known.isPresent()) {
      return new Attempt(known.get().receipt(), locked);
    }
    if (booking.state() == BookingState.INQUIRY) {
      throw new IllegalStateException(
          "Booking %s is an inquiry and takes details".formatted(booking.reference()));
    }
    if (booking.state().isFinal()) {
      return refused(
          wish,
          by,
          List.of(Refusal.ofBooking(Refusal.Reason.BOOKING_OVER, booking.reference())),
          locked);
    }
    var now = booking.terms();
    var said = withEnd(wish.details(), now.slot());
    var checked = check.check(wish.agency(), known(booking), said);
    var talent = checked.talent();
    if (!checked.refused().isEmpty() || talent == null) {
      return refused(wish, by, checked.refused(), locked);
    }
    var wished = terms(checked, talent);
    if (wished.equals(now)) {
      return done(BookingChange.unchanged(wish, by, clock.instant()), locked);
    }
    var involved = Stream.of(now.talent(), wished.talent()).collect(Collectors.toSet());
    return locked.containsAll(involved)
        ? change(booking, wish, by, wished, talent, locked)
        : new Attempt(null, involved);
  }

  private Attempt change(
      Booking booking,
      ChangeWish wish,
      Signature by,
      Terms wished,
      TalentProfile talent,
      Set<TalentId> locked) {
    var now = clock.instant();
    if (booking.state() == BookingState.CONFIRMED) {
      proposals.overtake(booking.id());
      if (wished.needsPriceAfter(booking.terms())) {
        var proposed = BookingChange.proposed(wish, by, wished, now);
        events.publishEvent(new BookingChangeProposed(booking.id(), proposed.id()));
        return done(proposed, locked);
      }
      booking.moveConfirmed(wished, talent.name());
    } else {
      if (!slots.makeRoomFor(booking, wished.talent(), wished.slot())) {
        return refused(wish, by, List.of(isTaken(booking, talent, wished.slot())), locked);
      }
      booking.moveHold(wished, talent.name(), properties.holdFrom(now));
    }
    var applied = BookingChange.applied(wish, by, wished, now);
    record(booking, by, "booking.changed", null);
    moved(booking, applied);
    return done(applied, locked);
  }

  private ChangeOutcome decide(
      Booking booking,
      BookingChange change,
      boolean approved,
      Signature by,
      @Nullable String note,
      @Nullable AgreedPrice agreed) {
    var now = clock.instant();
    if (booking.state() != BookingState.CONFIRMED) {
      change.overtake();
      return new ChangeOutcome.Outdated();
    }
    if (!approved) {
      change.decline(by, note, now);
      booking.noteDecision(note);
      record(booking, by, "booking.change-declined", note);
      return new ChangeOutcome.Declined();
    }
    var terms = change.terms();
    if (hasPassed(terms.slot(), booking.requireSlot(), now)) {
      change.comeTooLate(by, note, now);
      booking.noteDecision(null);
      record(booking, by, "booking.change-too-late", note);
      return new ChangeOutcome.TooLate();
    }
    var talent = talents.profile(booking.agencyId(), terms.talent());
    if (!slots.makeRoomFor(booking, terms.talent(), terms.slot())) {
      return new ChangeOutcome.SlotTaken(
          slots.alternatives(booking.agencyId(), talent, terms.slot()));
    }
    var agreement = prices.agree(booking, change.price(), agreed, by);
    if (agreement.problem() != null) {
      return new ChangeOutcome.PriceRefused(agreement.problem());
    }
    booking.moveConfirmed(terms, talent.name());
    booking.priceAt(agreement.price());
    change.priceAt(agreement.price());
    booking.noteDecision(note);
    change.apply(by, note, now);
    bookings.flush();
    record(booking, by, "booking.changed", note);
    moved(booking, change);
    return new ChangeOutcome.Applied();
  }

  /** Nobody moves a booking to a beginning that is over; what has begun can still become longer. */
  private static boolean hasPassed(Slot wanted, Slot standing, Instant now) {
    var start = wanted.start().instant();
    var moves = !start.equals(standing.start().instant());
    return !wanted.end().instant().isAfter(now) || moves && !start.isAfter(now);
  }

  private void moved(Booking booking, BookingChange change) {
    var held = booking.state() == BookingState.HELD;
    events.publishEvent(
        new BookingMoved(
            booking.id(),
            change.id(),
            booking.requireSlot().end().instant(),
            held ? booking.requireHoldExpiry() : null));
  }

  private Attempt refused(
      ChangeWish wish, Signature by, List<Refusal> reasons, Set<TalentId> locked) {
    return done(BookingChange.refused(wish, by, reasons, clock.instant()), locked);
  }

  private Attempt done(BookingChange change, Set<TalentId> locked) {
    return new Attempt(changes.saveAndFlush(change).receipt(), locked);
  }

  private Refusal isTaken(Booking booking, TalentProfile talent, Slot slot) {
    return Refusal.slotTaken(
        talent.name(),
        slot,
        slots.alternatives(booking.agencyId(), talent, slot),
        booking.reference());
  }

  /**
   * The details of the booking now, with the name of its talent, which may have been chosen from a
   * kind.
   */
  private BookingDetails known(Booking booking) {
    return booking
        .known()
        .withTalent(talents.profile(booking.agencyId(), booking.requireTalent()).name());
  }

  /** A new start alone keeps the length. */
  private static BookingDetails withEnd(BookingDetails said, Slot now) {
    return said.start() == null || said.end() != null
        ? said
        : said.withTimes(said.start(), said.start().plus(now.wallLength()));
  }

  private static Terms terms(CheckedDetails checked, TalentProfile talent) {
    var details = checked.details();
    var zone = Objects.requireNonNull(checked.zone());
    return new Terms(
        talent.id(),
        new Slot(
            new EventTime(Objects.requireNonNull(details.start()), zone),
            new EventTime(Objects.requireNonNull(details.end()), zone)),
        details.place(),
        details.guests(),
        details.budget());
  }

  /** Locks the booking; only once the talents are locked, so that it is read fresh. */
  private Booking lock(BookingId id) {
    return bookings
        .lock(id.value())
        .orElseThrow(() -> new NoSuchElementException("No booking " + id));
  }

  private void record(Booking booking, Signature by, String action, @Nullable String detail) {
    audit.record(booking.agencyId(), by, action, SUBJECT, booking.id(), detail);
  }

  private static NoSuchElementException unknown(ChangeId id) {
    return new NoSuchElementException("No change " + id);
  }
}
