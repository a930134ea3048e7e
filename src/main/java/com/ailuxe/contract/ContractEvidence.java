package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.rendering.TemplateSource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a contract was made: which document, sent in which message, answered when, by
 * whom and in which words. What has not happened yet is null.
 *
 * @param terms the values that the document was made from, as JSON
 * @param sha256 of the file, in hexadecimal
 * @param answeredAt when the contact wrote the answer
 * @param answerProviderId the provider's own id of the answer
 */
public record ContractEvidence(
    ContractId id,
    AgencyId agency,
    ContactId contact,
    UUID bookingId,
    String number,
    ContractState state,
    String terms,
    TemplateSource template,
    String fileName,
    String sha256,
    Instant issuedAt,
    @Nullable UUID sentMessageId,
    @Nullable Instant sentAt,
    @Nullable UUID answerMessageId,
    @Nullable String answerProviderId,
    @Nullable Identity answeredBy,
    @Nullable String answerText,
    @Nullable Instant answeredAt) {}
