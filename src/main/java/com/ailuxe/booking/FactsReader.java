package com.ailuxe.booking;

import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what others need to know of a booking. */
@Component
class FactsReader {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  private final BookingRepository repository;
  private final Talents talents;
  private final Slots slots;

  FactsReader(BookingRepository repository, Talents talents, Slots slots) {
    this.repository = repository;
    this.talents = talents;
    this.slots = slots;
  }

  BookingFacts of(Booking booking) {
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
        booking.cancelledBy(),
        booking.noteToContact(),
        placed ? slots.conflicts(booking, talent, slot) : List.of(),
        placed ? slots.alternatives(booking, talent, slot) : List.of(),
        repository.countByAgencyIdAndContactIdAndState(
            booking.agencyId().value(), booking.contactId().value(), BookingState.COMPLETED));
  }

  static @Nullable Money estimate(TalentProfile talent, Slot slot) {
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
}
