package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import org.jspecify.annotations.Nullable;

/** What a person of the agency wants of a booking. */
public sealed interface DeskWish {
  /**
   * A booking is called off.
   *
   * @param feeShown what the person read that it costs the contact; null where it was free
   * @param waivedBecause why the contact need not pay that; null where nobody waives it
   * @param note for the contact
   */
  record Cancel(
      BookingId bookingId,
      CancelledBy by,
      @Nullable Money feeShown,
      @Nullable String waivedBecause,
      @Nullable String note)
      implements DeskWish {}

  /**
   * A booking is to be something else.
   *
   * @param seenState what the person saw the booking in
   * @param seenStart when the person saw it begin
   * @param details only what is to change
   */
  record Change(
      BookingId bookingId,
      BookingState seenState,
      @Nullable EventTime seenStart,
      BookingDetails details)
      implements DeskWish {}

  /**
   * A booking is made for a contact: one who is known, by the conversation in which they are
   * reached, or a new one on WhatsApp, who agreed to be written to.
   *
   * @param conversation null for a new contact
   * @param name of a new contact
   * @param phone of a new contact, as people write it
   */
  record Create(
      @Nullable ConversationId conversation,
      @Nullable String name,
      @Nullable String phone,
      BookingDetails details)
      implements DeskWish {}

  /** The booking that it is about; null for one that is yet to be made. */
  default @Nullable BookingId booking() {
    return switch (this) {
      case Cancel cancel -> cancel.bookingId;
      case Change change -> change.bookingId;
      case Create create -> null;
    };
  }
}
