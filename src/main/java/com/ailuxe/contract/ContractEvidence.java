package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.rendering.TemplateSource;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a contract was made: which document, sent in which message, answered when, by
 * whom and in which words. What has not happened yet is null.
 *
 * @param replaces the document of this kind that the booking had before
 * @param party whom it names as the other party
 * @param terms the values that the document was made from, as JSON
 * @param sha256 of the file, in hexadecimal
 * @param answeredAt when the contact wrote the answer
 * @param answerProviderId the provider's own id of the answer
 * @param declineReason in the contact's own words; null too when only a button was pressed
 * @param endedAt when it was superseded, withdrawn or expired
 */
public record ContractEvidence(
    ContractId id,
    AgencyId agency,
    ContactId contact,
    BookingId bookingId,
    ContractKind kind,
    String number,
    @Nullable ContractId replaces,
    ContractState state,
    String party,
    String terms,
    TemplateSource template,
    String fileName,
    String sha256,
    Instant issuedAt,
    @Nullable MessageId sentMessageId,
    @Nullable Instant sentAt,
    @Nullable MessageId answerMessageId,
    @Nullable String answerProviderId,
    @Nullable Identity answeredBy,
    @Nullable String answerText,
    @Nullable Instant answeredAt,
    @Nullable String declineReason,
    @Nullable Instant endedAt,
    @Nullable String endReason) {}
