package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.IdAsText;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.shared.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of a booking are about. As long as it stays the same, so does a document.
 *
 * @param party the contact's legal name
 * @param identity by which the contact is known in the conversation
 * @param conversationId where the contract is sent and answered
 * @param price that was agreed, null where there is none yet
 * @param budget what the contact wants to spend, null where that was not said
 * @param cancellation what the contact agrees to, should the booking be called off
 */
public record ContractTerms(
    AgencyId agency,
    ContactId contact,
    LegalName party,
    Identity identity,
    @IdAsText ConversationId conversationId,
    @IdAsText BookingId bookingId,
    String bookingReference,
    String talent,
    String service,
    EventTime start,
    EventTime end,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money price,
    @Nullable Money budget,
    CancellationTerms cancellation) {
  public ContractTerms {
    if (!start.instant().isBefore(end.instant())) {
      throw new IllegalArgumentException("A service ends after it begins");
    }
  }

  /** Tells whether anything changed. */
  String sha256() {
    return Sha256.hex(PlainJson.write(this).getBytes(StandardCharsets.UTF_8));
  }
}
