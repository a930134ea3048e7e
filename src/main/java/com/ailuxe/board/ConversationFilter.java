package com.ailuxe.board;

import com.ailuxe.booking.BookingState;
import com.ailuxe.conversation.Channel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations somebody wants to see; what is null or empty leaves all.
 *
 * @param answeredBy the name of the person who took over
 * @param takenOver whether only those that any person took over
 * @param waiting whether only those in which something waits for somebody
 * @param bookings states of which the conversation has a booking in one
 * @param words a part of the contact's name
 */
public record ConversationFilter(
    @Nullable String answeredBy,
    boolean takenOver,
    boolean waiting,
    @Nullable Channel channel,
    Set<BookingState> bookings,
    @Nullable String words) {
  public static final ConversationFilter ALL =
      new ConversationFilter(null, false, false, null, Set.of(), null);

  public ConversationFilter {
    bookings = Set.copyOf(bookings);
    words = words == null || words.isBlank() ? null : words.strip();
  }
}
