package com.ailuxe.booking;

import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a contact said of a booking; null where nothing was said. Nothing here is checked yet.
 *
 * @param talent name of a talent, or a kind
 * @param start on the wall where it takes place
 * @param end likewise
 */
public record BookingDetails(
    @Nullable String talent,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    @Nullable ZoneId zone,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget) {
  public static final BookingDetails NONE =
      new BookingDetails(null, null, null, null, null, null, null);

  public BookingDetails {
    talent = talent == null || talent.isBlank() ? null : talent.strip();
    place = place == null || place.isBlank() ? null : place.strip();
  }

  /** These details, with what the newer ones say in place of what was said before. */
  public BookingDetails merge(BookingDetails newer) {
    return new BookingDetails(
        newer.talent == null ? talent : newer.talent,
        newer.start == null ? start : newer.start,
        newer.end == null ? end : newer.end,
        newer.zone == null ? zone : newer.zone,
        newer.place == null ? place : newer.place,
        newer.guests == null ? guests : newer.guests,
        newer.budget == null ? budget : newer.budget);
  }

  BookingDetails withTalent(@Nullable String other) {
    return new BookingDetails(other, start, end, zone, place, guests, budget);
  }

  BookingDetails withTimes(@Nullable LocalDateTime otherStart, @Nullable LocalDateTime otherEnd) {
    return new BookingDetails(talent, otherStart, otherEnd, zone, place, guests, budget);
  }

  BookingDetails withZone(@Nullable ZoneId other) {
    return new BookingDetails(talent, start, end, other, place, guests, budget);
  }

  BookingDetails withoutGuests() {
    return new BookingDetails(talent, start, end, zone, place, null, budget);
  }
}
