package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.TransactionLock;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is free when. Writers of one talent's slots come one after the other, so that they wait for
 * each other instead of dead-locking in the exclusion constraint, which has the last word.
 */
@Component
class Slots {
  private final BookingRepository repository;
  private final Talents talents;
  private final JdbcClient jdbc;
  private final BookingProperties properties;
  private final Clock clock;

  Slots(
      BookingRepository repository,
      Talents talents,
      JdbcClient jdbc,
      BookingProperties properties,
      Clock clock) {
    this.repository = repository;
    this.talents = talents;
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** Until the end of the transaction, nobody else holds or confirms a slot of this talent. */
  void lock(TalentId talent) {
    TransactionLock.take(jdbc, "talent/" + talent);
  }

  /** Locks several talents, always in the same order, so that nobody dead-locks. */
  void lock(Collection<TalentId> all) {
    all.stream().distinct().sorted(Comparator.comparing(TalentId::value)).forEach(this::lock);
  }

  boolean isFree(AgencyId agency, TalentId talent, Slot slot) {
    return occupying(agency, talent, slot, Duration.ZERO).stream()
        .allMatch(other -> other.hasRunOut(clock.instant()));
  }

  /** Holds that ran out take nothing. */
  List<Occupied> occupied(AgencyId agency, TalentId talent, Instant from, Instant until) {
    return repository.occupying(agency.value(), talent.value(), from, until).stream()
        .filter(booking -> !booking.hasRunOut(clock.instant()))
        .map(Slots::taken)
        .toList();
  }

  /** Holds that ran out give way. Whether the slot is free for this booking then. */
  boolean makeRoomFor(Booking booking, TalentId talent, Slot slot) {
    var now = clock.instant();
    repository
        .lockRanOutHolds(
            booking.agencyId().value(),
            talent.value(),
            slot.start().instant(),
            slot.end().instant(),
            now)
        .stream()
        .filter(other -> other != booking)
        .forEach(Booking::lapse);
    repository.flush();
    return occupying(booking.agencyId(), talent, slot, Duration.ZERO).stream()
        .allMatch(other -> other == booking);
  }

  /** Names of other free talent of the same kind, those of the same city first. */
  List<String> alternatives(AgencyId agency, TalentProfile talent, Slot slot) {
    return talents.find(agency, talent.kind()).stream()
        .filter(other -> !other.id().equals(talent.id()))
        .filter(other -> isFree(agency, other.id(), slot))
        .sorted(
            Comparator.comparing(
                (TalentProfile other) -> !other.city().equalsIgnoreCase(talent.city())))
        .map(TalentProfile::name)
        .toList();
  }

  /** Other bookings of the talent that overlap or leave too little time to travel. */
  List<Occupied> conflicts(Booking booking, TalentProfile talent, Slot slot) {
    return occupying(booking.agencyId(), talent.id(), slot, properties.travelTime()).stream()
        .filter(other -> other != booking)
        .map(Slots::taken)
        .toList();
  }

  private List<Booking> occupying(AgencyId agency, TalentId talent, Slot slot, Duration margin) {
    return repository.occupying(
        agency.value(),
        talent.value(),
        slot.start().instant().minus(margin),
        slot.end().instant().plus(margin));
  }

  private static Occupied taken(Booking booking) {
    var slot = booking.requireSlot();
    return new Occupied(
        booking.reference(), slot.start(), slot.end(), booking.state() == BookingState.CONFIRMED);
  }
}
