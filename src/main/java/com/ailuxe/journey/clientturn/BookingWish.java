package com.ailuxe.journey.clientturn;

import com.ailuxe.booking.BookingDetails;
import com.ailuxe.concierge.BookingFields;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.PlainJson;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what the concierge read of a booking from the draft to the booking. */
@Component
class BookingWish {
  private static final Kept NOTHING =
      new Kept(null, null, null, null, null, null, null, null, null);

  /** The wish as it is kept with the turn. */
  private record Kept(
      @Nullable String talent,
      @Nullable LocalDateTime start,
      @Nullable LocalDateTime end,
      @Nullable ZoneId zone,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable Money budget,
      @Nullable String reference,
      @Nullable String legalName) {}

  /**
   * The wish as it is kept with the turn.
   *
   * @param reference of the booking that is to be changed, if one is meant
   * @param legalName of the contact, if the turn said it
   */
  String write(BookingFields fields, @Nullable String reference, @Nullable LegalName legalName) {
    return PlainJson.write(
        new Kept(
            fields.talent(),
            fields.start(),
            fields.end(),
            fields.zone(),
            fields.place(),
            fields.guests(),
            fields.budget(),
            reference,
            legalName == null ? null : legalName.value()));
  }

  /**
   * @param kept what {@link #write} made, null where a turn said nothing of a booking
   */
  BookingDetails read(@Nullable String kept) {
    var fields = kept(kept);
    return new BookingDetails(
        fields.talent(),
        fields.start(),
        fields.end(),
        fields.zone(),
        fields.place(),
        fields.guests(),
        fields.budget());
  }

  /**
   * @param kept what {@link #write} made
   * @return empty where no single booking is meant
   */
  Optional<String> reference(@Nullable String kept) {
    return Optional.ofNullable(kept(kept).reference());
  }

  /**
   * @param kept what {@link #write} made
   * @return empty where the turn did not say the contact's legal name
   */
  Optional<LegalName> legalName(@Nullable String kept) {
    return LegalName.of(kept(kept).legalName());
  }

  private static Kept kept(@Nullable String kept) {
    return kept == null ? NOTHING : PlainJson.read(kept, Kept.class);
  }
}
