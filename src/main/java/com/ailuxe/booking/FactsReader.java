package com.ailuxe.booking;

import com.ailuxe.talent.Talents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what others need to know of a booking. */
@Component
class FactsReader {
  private final BookingRepository repository;
  private final Talents talents;
  private final Slots slots;
  private final PriceBook prices;

  FactsReader(BookingRepository repository, Talents talents, Slots slots, PriceBook prices) {
    this.repository = repository;
    this.talents = talents;
    this.slots = slots;
    this.prices = prices;
  }

  BookingFacts of(Booking booking) {
    var talentId = booking.talent();
    var talent = talentId == null ? null : talents.profile(booking.agencyId(), talentId);
    var slot = booking.slot() == null ? booking.lostSlot() : booking.slot();
    List<Occupied> conflicts = List.of();
    List<String> alternatives = List.of();
    if (talent != null && slot != null && !isSettled(booking.state())) {
      conflicts = slots.conflicts(booking, talent, slot);
      alternatives = slots.alternatives(booking.agencyId(), talent, slot);
    }
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
        prices.price(booking.price()),
        booking.slotLost(),
        booking.cancelledBy(),
        booking.noteToContact(),
        conflicts,
        alternatives,
        repository.countCompleted(booking.agencyId().value(), booking.contactId().value()));
  }

  /** Nobody asks any more who else has the slot, or who else is free. */
  private static boolean isSettled(BookingState state) {
    return state == BookingState.CONFIRMED || state == BookingState.COMPLETED;
  }
}
