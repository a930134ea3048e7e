package com.ailuxe.journey;

import com.ailuxe.booking.BookingDetails;
import com.ailuxe.concierge.BookingFields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what the concierge read of a booking from the draft to the booking. */
@Component
public class BookingWish {
  private final ObjectMapper json;

  BookingWish(ObjectMapper json) {
    this.json = json;
  }

  /** As it is kept with the turn. */
  public String write(BookingFields fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Booking fields are plain values", e);
    }
  }

  /**
   * @param kept what {@link #write} made, null where a turn said nothing of a booking
   */
  public BookingDetails read(@Nullable String kept) {
    if (kept == null) {
      return BookingDetails.NONE;
    }
    try {
      var fields = json.readValue(kept, BookingFields.class);
      return new BookingDetails(
          fields.talent(),
          fields.start(),
          fields.end(),
          fields.zone(),
          fields.place(),
          fields.guests(),
          fields.budget());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A turn holds booking fields that nobody can read", e);
    }
  }
}
