package com.ailuxe.journey.clientturn;

import com.ailuxe.booking.BookingDetails;
import com.ailuxe.concierge.BookingFields;
import com.ailuxe.shared.LegalName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what the concierge read of a booking from the draft to the booking. */
@Component
class BookingWish {
  private static final String REFERENCE = "reference";
  private static final String LEGAL_NAME = "legalName";

  private final ObjectMapper json;

  BookingWish(ObjectMapper json) {
    this.json = json;
  }

  /**
   * As it is kept with the turn.
   *
   * @param reference of the booking that is to be changed, if one is meant
   * @param legalName of the contact, if the turn said it
   */
  public String write(
      BookingFields fields, @Nullable String reference, @Nullable LegalName legalName) {
    try {
      ObjectNode kept = json.valueToTree(fields);
      kept.put(REFERENCE, reference);
      if (legalName != null) {
        kept.put(LEGAL_NAME, legalName.value());
      }
      return json.writeValueAsString(kept);
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
      var tree = tree(kept);
      tree.remove(List.of(REFERENCE, LEGAL_NAME));
      var fields = json.treeToValue(tree, BookingFields.class);
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

  /**
   * @param kept what {@link #write} made
   * @return empty where no single booking is meant
   */
  public Optional<String> reference(@Nullable String kept) {
    try {
      return kept == null
          ? Optional.empty()
          : Optional.ofNullable(tree(kept).path(REFERENCE).textValue());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A turn holds booking fields that nobody can read", e);
    }
  }

  /**
   * @param kept what {@link #write} made
   * @return empty where the turn did not say the contact's legal name
   */
  public Optional<LegalName> legalName(@Nullable String kept) {
    try {
      return kept == null
          ? Optional.empty()
          : LegalName.of(tree(kept).path(LEGAL_NAME).textValue());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A turn holds booking fields that nobody can read", e);
    }
  }

  private ObjectNode tree(String kept) throws JsonProcessingException {
    return json.readValue(kept, ObjectNode.class);
  }
}
