package com.ailuxe.concierge;

import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a wished booking; null where nothing was said.
 *
 * @param talent name of a talent or a kind of service, as in the agency's list where it matched
 * @param start on the wall where it takes place
 * @param end likewise; after the start
 * @param guests at least 1
 */
public record BookingFields(
    @Nullable String talent,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    @Nullable ZoneId zone,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget) {
  public static final BookingFields NONE =
      new BookingFields(null, null, null, null, null, null, null);

  public BookingFields until(@Nullable LocalDateTime otherEnd) {
    return new BookingFields(talent, start, otherEnd, zone, place, guests, budget);
  }

  public boolean isComplete() {
    return talent != null
        && start != null
        && end != null
        && place != null
        && guests != null
        && budget != null;
  }

  /** These fields, overridden by what a later turn said. */
  public BookingFields with(BookingFields later) {
    return new BookingFields(
        later.talent != null ? later.talent : talent,
        later.start != null ? later.start : start,
        later.end != null ? later.end : end,
        later.zone != null ? later.zone : zone,
        later.place != null ? later.place : place,
        later.guests != null ? later.guests : guests,
        later.budget != null ? later.budget : budget);
  }
}
