package com.ailuxe.booking;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.Refusal.Reason;
import com.ailuxe.shared.EventTime;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what a contact said against the agency's offer, the calendar and the clock. What does not
 * stand is left out, and what was known before stays.
 */
@Component
class DetailsCheck {
  private final Agencies agencies;
  private final Talents talents;
  private final Slots slots;
  private final Clock clock;

  DetailsCheck(Agencies agencies, Talents talents, Slots slots, Clock clock) {
    this.agencies = agencies;
    this.talents = talents;
    this.slots = slots;
    this.clock = clock;
  }

  CheckedDetails check(AgencyId agency, BookingDetails known, BookingDetails said) {
    var refused = new ArrayList<Refusal>();
    var merged = known.merge(bookable(agency, withGuests(said, refused), refused));
    var candidates = candidates(agency, merged);
    if (merged.talent() != null && candidates.isEmpty()) {
      refused.add(Refusal.of(Reason.TALENT_GONE, merged.talent()));
      merged = merged.withTalent(null);
    }
    var zone = zoneOf(merged, candidates);
    merged = withTimes(merged, known, zone == null ? agencyZone(agency) : zone, refused);
    return new CheckedDetails(merged, chosen(agency, candidates, merged, zone), zone, refused);
  }

  private static BookingDetails withGuests(BookingDetails said, List<Refusal> refused) {
    if (said.guests() == null || said.guests() >= 1) {
      return said;
    }
    refused.add(Refusal.noGuests(said.guests()));
    return said.withoutGuests();
  }

  private BookingDetails bookable(AgencyId agency, BookingDetails said, List<Refusal> refused) {
    if (said.talent() == null || !talents.find(agency, said.talent()).isEmpty()) {
      return said;
    }
    refused.add(Refusal.of(Reason.UNKNOWN_TALENT, said.talent()));
    return said.withTalent(null);
  }

  /** Those who may be meant, only the ones near the place if there are any. */
  private List<TalentProfile> candidates(AgencyId agency, BookingDetails details) {
    if (details.talent() == null) {
      return List.of();
    }
    var found = talents.find(agency, details.talent());
    var place = details.place();
    if (place == null) {
      return found;
    }
    var near = found.stream().filter(talent -> talent.isNear(place)).toList();
    return near.isEmpty() ? found : near;
  }

  private static @Nullable ZoneId zoneOf(BookingDetails details, List<TalentProfile> candidates) {
    if (details.zone() != null) {
      return details.zone();
    }
    return candidates.isEmpty() ? null : candidates.getFirst().zone();
  }

  /** The new times if they hold, else those known before if these still hold, else none. */
  private BookingDetails withTimes(
      BookingDetails merged, BookingDetails known, ZoneId zone, List<Refusal> refused) {
    var wrong = whatIsWrong(merged.start(), merged.end(), zone);
    if (wrong == null) {
      return merged;
    }
    refused.add(wrong);
    return whatIsWrong(known.start(), known.end(), zone) == null
        ? merged.withTimes(known.start(), known.end())
        : merged.withTimes(null, null);
  }

  private @Nullable Refusal whatIsWrong(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end, ZoneId zone) {
    var from = start == null ? null : new EventTime(start, zone);
    var to = end == null ? null : new EventTime(end, zone);
    if (from != null && !isAhead(from)) {
      return Refusal.of(Reason.START_PAST, from, null);
    }
    if (to != null && !isAhead(to)) {
      return Refusal.of(Reason.END_PAST, null, to);
    }
    var skipped = Stream.of(from, to).filter(DetailsCheck::isSkipped).findFirst();
    if (skipped.isPresent()) {
      return Refusal.of(Reason.TIME_SKIPPED, skipped.get(), null);
    }
    if (from != null && to != null && !to.instant().isAfter(from.instant())) {
      return Refusal.of(Reason.END_NOT_AFTER_START, from, to);
    }
    return null;
  }

  private static boolean isSkipped(@Nullable EventTime time) {
    return time != null && time.zone().getRules().getValidOffsets(time.wallTime()).isEmpty();
  }

  private boolean isAhead(EventTime time) {
    return time.instant().isAfter(clock.instant());
  }

  /** The only candidate, or the first one that is free; with no times to tell, nobody yet. */
  private @Nullable TalentProfile chosen(
      AgencyId agency,
      List<TalentProfile> candidates,
      BookingDetails details,
      @Nullable ZoneId zone) {
    if (candidates.size() <= 1) {
      return candidates.isEmpty() ? null : candidates.getFirst();
    }
    if (zone == null || details.start() == null || details.end() == null) {
      return null;
    }
    var slot = new Slot(new EventTime(details.start(), zone), new EventTime(details.end(), zone));
    return candidates.stream()
        .filter(talent -> slots.isFree(agency, talent.id(), slot))
        .findFirst()
        .orElse(candidates.getFirst());
  }

  private ZoneId agencyZone(AgencyId agency) {
    return agencies.profile(agency).zone();
  }
}
