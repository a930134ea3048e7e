package com.ailuxe.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.agency.Signature;
import com.ailuxe.booking.Refusal.Reason;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What contacts want to book. Every verb may be called twice; the second call changes nothing. */
@Service
public class Bookings {
  /** A confirmed booking does not keep a contact from asking for the next one. */
  private static final EnumSet<BookingState> IN_THE_MAKING =
      EnumSet.of(BookingState.INQUIRY, BookingState.HELD, BookingState.LAPSED);

  private static final String SUBJECT = "booking";
  private static final Signature SYSTEM = new Signature("system", null);
  private static final String NO_DETAILS = "details-never-came";

  private final BookingRepository repository;
  private final ChangeProposals proposals;
  private final BookingTurns turns;
  private final BookingReferences references;
  private final FactsReader facts;
  private final DetailsCheck check;
  private final Slots slots;
  private final Talents talents;
  private final PriceBook prices;
  private final BookingCharges charges;
  private final Contacts contacts;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final BookingProperties properties;
  private final Clock clock;
  private final SlotTransactions slotTransactions;

  Bookings(
      BookingRepository repository,
      ChangeProposals proposals,
      BookingTurns turns,
      BookingReferences references,
      FactsReader facts,
      DetailsCheck check,
      Slots slots,
      Talents talents,
      PriceBook prices,
      BookingCharges charges,
      Contacts contacts,
      AuditTrail audit,
      ApplicationEventPublisher events,
      BookingProperties properties,
      Clock clock,
      SlotTransactions slotTransactions) {
    this.repository = repository;
    this.proposals = proposals;
    this.turns = turns;
    this.references = references;
    this.facts = facts;
    this.check = check;
    this.slots = slots;
    this.talents = talents;
    this.prices = prices;
    this.charges = charges;
    this.contacts = contacts;
    this.audit = audit;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
    this.slotTransactions = slotTransactions;
  }

  /**
   * Opens an inquiry, or lays the details over the one that is open in this conversation. A booking
   * that waits for a decision keeps its details.
   */
  @Transactional
  public DetailsReceipt recordDetails(DetailsGiven given) {
    requireOwnContact(given);
    turns.lock(given.conversation());
    var known = turns.receipt(given.agency(), given.turn());
    if (known.isPresent()) {
      return known.get();
    }
    var receipt =
        open(given.agency(), given.conversation())
            .map(booking -> merge(booking, given))
            .orElseGet(() -> begin(given));
    turns.keep(given.agency(), given.turn(), receipt);
    return receipt;
  }

  /** Keeps that these are details which staff gave for the contact. */
  @Transactional
  public void filedBy(BookingId id, Actor actor) {
    var booking = lock(id);
    record(booking, audit.sign(booking.agencyId(), actor), "booking.filed-by-staff", null);
  }

  /**
   * Keeps the slot free for this booking. Where somebody else was faster, the booking stays an
   * inquiry that waits for other times or another talent.
   *
   * @throws IllegalStateException when the details are not complete
   */
  public HoldOutcome hold(BookingId id) {
    return slotTransactions.run(
        () -> {
          var booking = lockWithSlots(id);
          if (booking.state() != BookingState.INQUIRY) {
            return held(booking);
          }
          if (booking.slotLost() && booking.slot() == null) {
            return new HoldOutcome.SlotTaken(alternatives(booking));
          }
          if (!booking.detailsComplete()) {
            throw new IllegalStateException(
                "Booking %s is not complete".formatted(booking.reference()));
          }
          if (!slots.makeRoomFor(booking, booking.requireTalent(), booking.requireSlot())) {
            booking.loseSlot();
            return new HoldOutcome.SlotTaken(alternatives(booking));
          }
          booking.hold(properties.holdFrom(clock.instant()));
          repository.flush();
          return held(booking);
        });
  }

  private static HoldOutcome.Held held(Booking booking) {
    return new HoldOutcome.Held(booking.requireSlot().end().instant(), booking.requireHoldExpiry());
  }

  /**
   * Nobody decided in time: the slot is no longer kept, a decision is still possible.
   *
   * @param expiry of the hold that is meant, as {@link HoldOutcome.Held} gave it
   * @return whether that hold is the booking's last one and has run out without a decision
   */
  @Transactional
  public boolean expireHold(BookingId id, Instant expiry) {
    var booking = lock(id);
    if (!booking.isHeldOnlyUntil(expiry)) {
      return false;
    }
    if (booking.state() == BookingState.HELD) {
      booking.lapse();
      record(booking, SYSTEM, "booking.hold-expired", null);
    }
    return true;
  }

  /**
   * Confirms or declines. Of two decisions the first one counts, and both callers get that one.
   *
   * @param note for the contact, if any
   * @param agreed the price, where the approver names another one than was proposed
   */
  public DecisionOutcome decide(
      BookingId id,
      boolean approved,
      Actor decider,
      @Nullable String note,
      @Nullable AgreedPrice agreed) {
    return slotTransactions.run(
        () -> {
          var booking = lockWithSlots(id);
          var by = audit.sign(booking.agencyId(), decider);
          if (booking.isDecided()) {
            return booking.state() == BookingState.DECLINED
                ? new DecisionOutcome.Declined()
                : new DecisionOutcome.Confirmed();
          }
          if (booking.state() == BookingState.CANCELLED) {
            return new DecisionOutcome.Overtaken();
          }
          if (!approved) {
            booking.decline(by, note, clock.instant());
            record(booking, by, "booking.declined", note);
            return new DecisionOutcome.Declined();
          }
          if (!slots.makeRoomFor(booking, booking.requireTalent(), booking.requireSlot())) {
            return new DecisionOutcome.SlotTaken(alternatives(booking));
          }
          var agreement = prices.agree(booking, booking.price(), agreed, by);
          if (agreement.problem() != null) {
            return new DecisionOutcome.PriceRefused(agreement.problem());
          }
          booking.priceAt(agreement.price());
          booking.confirm(by, note, clock.instant());
          repository.flush();
          record(booking, by, "booking.confirmed", note);
          events.publishEvent(new BookingConfirmed(id));
          return new DecisionOutcome.Confirmed();
        });
  }

  /** Calls a booking off free of charge. */
  @Transactional
  public CancelOutcome cancel(BookingId id, CancelledBy by, Actor actor, @Nullable String note) {
    return cancel(id, by, actor, note, null);
  }

  /**
   * Calls a booking off, whatever stage it is at; its slot is free at once.
   *
   * @param note for the contact, if any
   * @param fee null where it is free of charge
   */
  @Transactional
  public CancelOutcome cancel(
      BookingId id,
      CancelledBy by,
      Actor actor,
      @Nullable String note,
      @Nullable CancellationFee fee) {
    var booking = lock(id);
    var signature = audit.sign(booking.agencyId(), actor);
    if (booking.state() == BookingState.CANCELLED) {
      return new CancelOutcome.Cancelled();
    }
    if (booking.state().isFinal()) {
      return new CancelOutcome.TooLate(booking.state());
    }
    booking.cancel(by, note);
    proposals.overtake(id);
    if (fee != null) {
      charges.write(booking.agencyId(), id, fee, signature);
    }
    record(booking, signature, "booking.cancelled", note);
    events.publishEvent(new BookingCancelled(id, by));
    return new CancelOutcome.Cancelled();
  }

  /**
   * The contact never gave the details that were missing.
   *
   * @return whether the request is closed for that reason
   */
  @Transactional
  public boolean lapse(BookingId id) {
    var booking = lock(id);
    if (booking.state() == BookingState.INQUIRY) {
      booking.release(NO_DETAILS);
      record(booking, SYSTEM, "booking.request-lapsed", null);
    }
    return booking.isReleasedFor(NO_DETAILS);
  }

  /**
   * Gives the slot of a confirmed booking back, unless it was called off already.
   *
   * @param fee null where nothing is due for that
   */
  @Transactional
  public void release(BookingId id, String reason, @Nullable CancellationFee fee) {
    var booking = lock(id);
    if (booking.state() != BookingState.RELEASED && booking.state() != BookingState.CANCELLED) {
      booking.release(reason);
      proposals.overtake(id);
      if (fee != null) {
        charges.write(booking.agencyId(), id, fee, SYSTEM);
      }
      record(booking, SYSTEM, "booking.released", reason);
      events.publishEvent(new BookingReleased(id));
    }
  }

  /** The event of a confirmed booking is over, unless it was called off. */
  @Transactional
  public void complete(BookingId id) {
    var booking = lock(id);
    if (booking.state() != BookingState.COMPLETED && booking.state() != BookingState.CANCELLED) {
      booking.complete();
      proposals.overtake(id);
      record(booking, SYSTEM, "booking.completed", null);
    }
  }

  /**
   * @throws NoSuchElementException when there is no such booking
   */
  @Transactional(readOnly = true)
  public BookingFacts facts(BookingId id) {
    return facts.of(repository.findById(id.value()).orElseThrow(() -> unknown(id)));
  }

  /** What is known so far of the booking that is being made in this conversation. */
  @Transactional(readOnly = true)
  public Optional<BookingDetails> openInquiry(AgencyId agency, ConversationId conversation) {
    return repository.open(agency.value(), conversation.value()).stream()
        .filter(booking -> booking.state() == BookingState.INQUIRY)
        .findFirst()
        .map(Booking::known);
  }

  /** The bookings of this conversation that are not over and done with, the latest first. */
  @Transactional(readOnly = true)
  public List<BookingFacts> openBookings(AgencyId agency, ConversationId conversation) {
    return repository.open(agency.value(), conversation.value()).stream().map(facts::of).toList();
  }

  /** The contact's bookings that are confirmed and not over, in any conversation. */
  @Transactional(readOnly = true)
  public List<BookingId> confirmed(AgencyId agency, ContactId contact) {
    return repository.confirmed(agency.value(), contact.value()).stream()
        .map(BookingId::new)
        .toList();
  }

  /** A booking of this contact, in whatever state; empty for anybody else's. */
  @Transactional(readOnly = true)
  public Optional<BookingFacts> bookingOf(AgencyId agency, ContactId contact, BookingId id) {
    return repository
        .findById(id.value())
        .map(facts::of)
        .filter(booking -> booking.agency().equals(agency) && booking.contact().equals(contact));
  }

  /** The times for which a talent is taken between two instants, the earliest first. */
  @Transactional(readOnly = true)
  public List<Occupied> occupied(AgencyId agency, TalentId talent, Instant from, Instant until) {
    return slots.occupied(agency, talent, from, until);
  }

  /**
   * @param reference as people write it, for example BK-2026-0001
   */
  @Transactional(readOnly = true)
  public Optional<BookingFacts> byReference(AgencyId agency, String reference) {
    return repository.findByAgencyIdAndReference(agency.value(), reference).map(facts::of);
  }

  /**
   * Those that people mean by this, of all agencies.
   *
   * @param reference in whatever case, with whatever between its parts, for example {@code bk 2026
   *     1}
   */
  @Transactional(readOnly = true)
  public List<BookingFacts> written(String reference) {
    return repository.findByReference(BookingReferences.read(reference)).stream()
        .map(facts::of)
        .toList();
  }

  /**
   * A reference as it is stored, however people write it.
   *
   * @param written in whatever case, with whatever between its parts; other words are only stripped
   */
  public static String reference(String written) {
    return BookingReferences.read(written);
  }

  /** What of these details cannot be kept of a new booking; empty where all can. */
  @Transactional(readOnly = true)
  public List<Refusal> refusals(AgencyId agency, BookingDetails details) {
    return check.check(agency, BookingDetails.NONE, details).refused();
  }

  /**
   * What is in the way of a new booking: details that cannot be kept, or else somebody who has the
   * slot. Empty where it can be asked for.
   */
  @Transactional(readOnly = true)
  public List<Refusal> obstacles(AgencyId agency, BookingDetails details) {
    var checked = check.check(agency, BookingDetails.NONE, details);
    var talent = checked.talent();
    var slot = checked.slot();
    if (!checked.refused().isEmpty() || talent == null || slot == null) {
      return checked.refused();
    }
    return slots.isFree(agency, talent.id(), slot)
        ? List.of()
        : List.of(
            Refusal.slotTaken(talent.name(), slot, slots.alternatives(agency, talent, slot), null));
  }

  private void requireOwnContact(DetailsGiven given) {
    if (!contacts.profile(given.contact()).agencyId().equals(given.agency())) {
      throw new IllegalArgumentException(
          "Contact %s is not of agency %s".formatted(given.contact(), given.agency()));
    }
  }

  private Optional<Booking> open(AgencyId agency, ConversationId conversation) {
    return repository
        .lockByConversation(agency.value(), conversation.value(), IN_THE_MAKING, Limit.of(1))
        .stream()
        .findFirst();
  }

  private DetailsReceipt begin(DetailsGiven given) {
    var checked = check.check(given.agency(), BookingDetails.NONE, given.details());
    var booking = Booking.inquiry(given, references.next(given.agency()), clock.instant());
    booking.describe(checked);
    repository.saveAndFlush(booking);
    events.publishEvent(
        new BookingRequested(
            booking.id(),
            booking.conversation(),
            booking.detailsComplete(),
            properties.detailsWithin()));
    return receipt(booking, checked);
  }

  private DetailsReceipt merge(Booking booking, DetailsGiven given) {
    if (booking.state() != BookingState.INQUIRY) {
      return new DetailsReceipt(
          booking.id(),
          false,
          true,
          List.of(Refusal.ofBooking(Reason.BOOKING_WITH_TEAM, booking.reference())));
    }
    var checked = check.check(given.agency(), booking.knownFor(given.details()), given.details());
    if (booking.describe(checked)) {
      repository.flush();
      events.publishEvent(
          new BookingDetailsChanged(booking.id(), given.turn(), booking.detailsComplete()));
    }
    return receipt(booking, checked);
  }

  private static DetailsReceipt receipt(Booking booking, CheckedDetails checked) {
    return new DetailsReceipt(booking.id(), true, booking.detailsComplete(), checked.refused());
  }

  private List<String> alternatives(Booking booking) {
    var slot = booking.slot() == null ? booking.lostSlot() : booking.slot();
    return slot == null
        ? List.of()
        : slots.alternatives(
            booking.agencyId(), talents.profile(booking.agencyId(), booking.requireTalent()), slot);
  }

  private Booking lock(BookingId id) {
    return repository.lock(id.value()).orElseThrow(() -> unknown(id));
  }

  /** The talent first, then the booking: always in this order, so that nobody dead-locks. */
  private Booking lockWithSlots(BookingId id) {
    repository.talentOf(id.value()).map(TalentId::new).ifPresent(slots::lock);
    return lock(id);
  }

  private void record(Booking booking, Signature by, String action, @Nullable String detail) {
    audit.record(booking.agencyId(), by, action, SUBJECT, booking.id(), detail);
  }

  private static NoSuchElementException unknown(BookingId id) {
    return new NoSuchElementException("No booking " + id);
  }
}
