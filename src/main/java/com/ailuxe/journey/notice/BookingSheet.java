package com.ailuxe.journey.notice;

import com.ailuxe.contact.FirstName;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message template may say of a booking, as {@code booking}.
 *
 * @param contactName as the channel gives it; may be a bare phone number
 * @param end in the same zone as the start, or in its own
 * @param price that was proposed or agreed; null while there is none
 * @param note what the approver wrote for the contact
 * @param alternatives names of talent that is free at that time; often none
 * @param contractNumber null until the contract is issued
 * @param acceptedAt null until the contract is answered
 * @param declineReason why the contact declined the contract, in own words
 * @param cancellationFee what calling it off costs, waived or not, or declining the documents of a
 *     change; nothing where calling it off was free, null unless one of these was done
 * @param feeWaived whether a person does without that fee
 * @param freeUntil until when it can be called off for nothing; null where nothing is agreed, or
 *     that is over
 * @param declineFee what is due for declining a document of the contact's own change; null where
 *     nothing is
 * @param partyKnown whether there is a legal name that an agreement can be written in
 */
public record BookingSheet(
    String agencyName,
    String contactName,
    String reference,
    String talent,
    String service,
    EventTime start,
    EventTime end,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget,
    @Nullable Money price,
    @Nullable String note,
    List<String> alternatives,
    @Nullable String contractNumber,
    @Nullable EventTime acceptedAt,
    @Nullable String declineReason,
    @Nullable Money cancellationFee,
    boolean feeWaived,
    @Nullable EventTime freeUntil,
    @Nullable Money declineFee,
    boolean partyKnown) {

  public BookingSheet {
    alternatives = List.copyOf(alternatives);
    service = capitalized(service);
    if (note != null && note.isBlank()) {
      note = null;
    }
    if (place != null && place.isBlank()) {
      place = null;
    }
  }

  /** It stands alone wherever it is shown. */
  private static String capitalized(String service) {
    return service.isEmpty()
        ? service
        : Character.toUpperCase(service.charAt(0)) + service.substring(1);
  }

  /** Whether there is a fee for calling it off, waived or not. */
  public boolean feeDue() {
    return cancellationFee != null && cancellationFee.minor() > 0;
  }

  /** What to greet with; null where all that is known is a number or a handle. */
  public @Nullable String firstName() {
    return FirstName.of(contactName);
  }
}
