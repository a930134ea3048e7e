package com.ailuxe.board;

import com.ailuxe.booking.BookingState;
import com.ailuxe.conversation.Channel;
import com.ailuxe.talent.TalentId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings a list shows; what is null or empty leaves none out.
 *
 * @param from the first moment at which an event may begin
 * @param until the moment before which it has to begin
 * @param words part of a reference, or of the name of a contact, a talent or a place
 */
public record BookingFilter(
    Set<BookingState> states,
    @Nullable TalentId talent,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Channel channel,
    @Nullable String words) {
  public static final BookingFilter NONE =
      new BookingFilter(Set.of(), null, null, null, null, null);

  public BookingFilter {
    states = Set.copyOf(states);
    words = words == null || words.isBlank() ? null : words.strip();
  }
}
