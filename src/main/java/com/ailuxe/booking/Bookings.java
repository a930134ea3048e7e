package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.contact.Contacts;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What contacts want to book. Every verb may be called twice; the second call changes nothing. */
@Service
public class Bookings {
  private static final EnumSet<BookingState> OPEN =
      EnumSet.copyOf(Stream.of(BookingState.values()).filter(state -> !state.isFinal()).toList());

  /** A confirmed booking does not keep a contact from asking for the next one. */
  private static final EnumSet<BookingState> IN_THE_MAKING =
      EnumSet.of(BookingState.INQUIRY, BookingState.HELD, BookingState.LAPSED);

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final String SUBJECT = "booking";
  private static final String SYSTEM = "system";

  private final BookingRepository repository;
  private final BookingTurns turns;
  private final BookingReferences references;
  private final DetailsCheck check;
  private final Slots slots;
  private final Talents talents;
  private final Contacts contacts;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final BookingProperties properties;
  private final Clock clock;
  private final TransactionTemplate ownTransaction;

  Bookings(
      BookingRepository repository,
      BookingTurns turns,
      BookingReferences references,
      DetailsCheck check,
      Slots slots,
      Talents talents,
      Contacts contacts,
      AuditTrail audit,
      ApplicationEventPublisher events,
      BookingProperties properties,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.turns = turns;
    this.references = references;
    this.check = check;
    this.slots = slots;
    this.talents = talents;
    this.contacts = contacts;
    this.audit = audit;
    this.events = events;
    this.properties = properties;
    this.clock = clock;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

  /**
   * Keeps the slot free for this booking. Where somebody else was faster, the booking stays an
   * inquiry that waits for other times or another talent.
   *
   * @throws IllegalStateException when the details are not complete
   */
  public HoldOutcome hold(BookingId id) {
    return inOwnTransaction(
        () -> {
          var booking = lockWithSlots(id);
          if (booking.state() != BookingState.INQUIRY) {
            return new HoldOutcome.Held(booking.requireSlot().end().instant());
          }
          if (booking.slotLost() && booking.slot() == null) {
            return new HoldOutcome.SlotTaken(alternatives(booking));
          }
          if (!booking.detailsComplete()) {
            throw new IllegalStateException(
                "Booking %s is not complete".formatted(booking.reference()));
          }
          if (!slots.makeRoomFor(booking)) {
            booking.loseSlot();
            return new HoldOutcome.SlotTaken(alternatives(booking));
          }
          booking.hold(clock.instant().plus(properties.hold()));
          repository.flush();
          return new HoldOutcome.Held(booking.requireSlot().end().instant());
        });
  }

  /**
   * Confirms or declines. Of two decisions the first one counts, and both callers are told that
   * one.
   *
   * @param decidedBy null when the engine does not tell
   */
  public DecisionOutcome decide(
      BookingId id, boolean approved, @Nullable String decidedBy, @Nullable String note) {
    return inOwnTransaction(
        () -> {
          var booking = lockWithSlots(id);
          if (booking.isDecided()) {
            return booking.state() == BookingState.DECLINED
                ? new DecisionOutcome.Declined()
                : new DecisionOutcome.Confirmed();
          }
          var actor = decidedBy == null ? "staff" : decidedBy;
          if (!approved) {
            booking.decline(decidedBy, note, clock.instant());
            record(booking, actor, "booking.declined", note);
            return new DecisionOutcome.Declined();
          }
          if (!slots.makeRoomFor(booking)) {
            return new DecisionOutcome.SlotTaken(alternatives(booking));
          }
          booking.confirm(decidedBy, note, clock.instant());
          repository.flush();
          record(booking, actor, "booking.confirmed", note);
          return new DecisionOutcome.Confirmed();
        });
  }

  /** Gives the slot of a confirmed booking back. */
  @Transactional
  public void release(BookingId id, String reason) {
    var booking = lock(id);
    if (booking.state() != BookingState.RELEASED) {
      booking.release(reason);
      record(booking, SYSTEM, "booking.released", reason);
    }
  }

  /** The event of a confirmed booking is over. */
  @Transactional
  public void complete(BookingId id) {
    var booking = lock(id);
    if (booking.state() != BookingState.COMPLETED) {
      booking.complete();
      record(booking, SYSTEM, "booking.completed", null);
    }
  }

  /**
   * @throws NoSuchElementException when there is no such booking
   */
  @Transactional(readOnly = true)
  public BookingFacts facts(BookingId id) {
    return facts(repository.findById(id.value()).orElseThrow(() -> unknown(id)));
  }

  /** What is known so far of the booking that is being made in this conversation. */
  @Transactional(readOnly = true)
  public Optional<BookingDetails> openInquiry(AgencyId agency, ConversationRef conversation) {
    return latest(agency, conversation, EnumSet.of(BookingState.INQUIRY)).map(Booking::known);
  }

  /** The latest booking of this conversation that is not over and done with. */
  @Transactional(readOnly = true)
  public Optional<BookingFacts> openBooking(AgencyId agency, ConversationRef conversation) {
    return latest(agency, conversation, OPEN).map(this::facts);
  }

  private void requireOwnContact(DetailsGiven given) {
    if (!contacts.profile(given.contact()).agencyId().equals(given.agency())) {
      throw new IllegalArgumentException(
          "Contact %s is not of agency %s".formatted(given.contact(), given.agency()));
    }
  }

  private Optional<Booking> open(AgencyId agency, ConversationRef conversation) {
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
        new BookingRequested(booking.id(), booking.conversation(), booking.detailsComplete()));
    return receipt(booking, checked);
  }

  private DetailsReceipt merge(Booking booking, DetailsGiven given) {
    if (booking.state() != BookingState.INQUIRY) {
      return new DetailsReceipt(booking.id(), false, true, List.of(isPastChanging(booking)));
    }
    var checked = check.check(given.agency(), booking.knownFor(given.details()), given.details());
    if (booking.describe(checked)) {
      repository.flush();
      events.publishEvent(
          new BookingDetailsChanged(booking.id(), given.turn(), booking.detailsComplete()));
    }
    return receipt(booking, checked);
  }

  private static String isPastChanging(Booking booking) {
    return "Your booking %s is with our team for confirmation, so I have left it as it is."
        .formatted(booking.reference());
  }

  private static DetailsReceipt receipt(Booking booking, CheckedDetails checked) {
    return new DetailsReceipt(booking.id(), true, booking.detailsComplete(), checked.refused());
  }

  private Optional<Booking> latest(
      AgencyId agency, ConversationRef conversation, Set<BookingState> states) {
    return repository.findFirstByAgencyIdAndConversationIdAndStateInOrderByCreatedAtDesc(
        agency.value(), conversation.value(), states);
  }

  private BookingFacts facts(Booking booking) {
    var talentId = booking.talent();
    var talent = talentId == null ? null : talents.profile(booking.agencyId(), talentId);
    var slot = booking.slot() == null ? booking.lostSlot() : booking.slot();
    var placed = talent != null && slot != null;
    return new BookingFacts(
        booking.id(),
        booking.reference(),
        booking.state(),
        booking.agencyId(),
        booking.contactId(),
        booking.conversation(),
        talent == null ? null : talent.name(),
        talent == null ? null : talent.kind(),
        slot == null ? null : slot.start(),
        slot == null ? null : slot.end(),
        booking.place(),
        booking.guests(),
        booking.budget(),
        placed ? estimate(talent, slot) : null,
        booking.slotLost(),
        booking.decisionNote(),
        placed ? slots.conflicts(booking, talent, slot) : List.of(),
        placed ? slots.alternatives(booking, talent, slot) : List.of(),
        repository.countByAgencyIdAndContactIdAndState(
            booking.agencyId().value(), booking.contactId().value(), BookingState.COMPLETED));
  }

  private static @Nullable Money estimate(TalentProfile talent, Slot slot) {
    var rate = talent.hourlyRate();
    if (rate == null) {
      return null;
    }
    var minutes = BigDecimal.valueOf(slot.length().toMinutes());
    return new Money(
        rate.amount()
            .multiply(minutes)
            .divide(MINUTES_PER_HOUR, rate.amount().scale(), RoundingMode.HALF_UP),
        rate.currency());
  }

  private List<String> alternatives(Booking booking) {
    var slot = booking.slot() == null ? booking.lostSlot() : booking.slot();
    return slot == null
        ? List.of()
        : slots.alternatives(
            booking, talents.profile(booking.agencyId(), booking.requireTalent()), slot);
  }

  private Booking lock(BookingId id) {
    return repository.lock(id.value()).orElseThrow(() -> unknown(id));
  }

  /** The talent first, then the booking: always in this order, so that nobody dead-locks. */
  private Booking lockWithSlots(BookingId id) {
    repository.talentOf(id.value()).ifPresent(slots::lock);
    return lock(id);
  }

  /**
   * A writer that did not wait for the talent's lock may still be faster: the database then refuses
   * the slot, nothing of the attempt stays, and a second look finds the slot taken.
   */
  private <T> T inOwnTransaction(Supplier<T> work) {
    try {
      return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    } catch (DataIntegrityViolationException refused) {
      return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }
  }

  private void record(Booking booking, String actor, String action, @Nullable String detail) {
    audit.record(booking.agencyId(), actor, action, SUBJECT, booking.id().value(), detail);
  }

  private static NoSuchElementException unknown(BookingId id) {
    return new NoSuchElementException("No booking " + id);
  }
}
