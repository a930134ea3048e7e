package com.ailuxe.booking;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a wish to change a booking, for the person who decides.
 *
 * @param booking as it is now
 * @param price that the booking would have; null while that is not known
 * @param conflicts other bookings in the way of the new slot, as in {@link BookingFacts}
 * @param alternatives names of free talent of the same kind at the new time
 */
public record ChangeFacts(
    BookingFacts booking,
    String requestedBy,
    String talentName,
    EventTime start,
    EventTime end,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget,
    @Nullable Price price,
    List<Occupied> conflicts,
    List<String> alternatives) {
  public ChangeFacts {
    conflicts = List.copyOf(conflicts);
    alternatives = List.copyOf(alternatives);
  }
}
