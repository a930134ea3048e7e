package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a booking, for the person who decides and for messages. What the contact
 * has not said yet is null.
 *
 * @param reference for people, unique in the agency, for example BK-2026-0001
 * @param service the kind of talent
 * @param start while an inquiry has lost its slot and has no other: the start that was lost
 * @param end likewise
 * @param price proposed or agreed; null while it is not priced
 * @param slotLost whether somebody else got the slot that was asked for
 * @param cancelledBy null unless it was called off
 * @param note what a person last wrote about it for the contact
 * @param conflicts other held or confirmed bookings of the talent that overlap or leave too little
 *     time to travel; empty once it is confirmed
 * @param alternatives names of free talent of the same kind at that time; empty once it is
 *     confirmed
 * @param completedBefore how many bookings this contact completed
 */
public record BookingFacts(
    BookingId id,
    String reference,
    BookingState state,
    AgencyId agency,
    ContactId contact,
    ConversationId conversation,
    @Nullable String talentName,
    @Nullable String service,
    @Nullable EventTime start,
    @Nullable EventTime end,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget,
    @Nullable Price price,
    boolean slotLost,
    @Nullable CancelledBy cancelledBy,
    @Nullable String note,
    List<Occupied> conflicts,
    List<String> alternatives,
    long completedBefore) {
  public BookingFacts {
    conflicts = List.copyOf(conflicts);
    alternatives = List.copyOf(alternatives);
  }

  /** What it costs; null while it is not priced or the price is on request. */
  public @Nullable Money total() {
    return price == null ? null : price.total();
  }

  /** Whether it is held or confirmed, so that it can be changed. */
  public boolean isActive() {
    return state != BookingState.INQUIRY && !state.isFinal();
  }
}
