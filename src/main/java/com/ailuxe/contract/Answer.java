package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.shared.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message by which a contact accepts or declines: the evidence that is kept.
 *
 * @param messageId ours
 * @param providerMessageId the provider's own id of the message, where it gave one
 * @param at when the contact wrote it
 * @param identity by which the provider named the writer
 * @param text what was written, or the title of the button that was pressed
 * @param inOwnWords whether the text is the contact's own; that of a refusal is its reason
 */
public record Answer(
    AgencyId agency,
    ContactId contact,
    MessageId messageId,
    @Nullable String providerMessageId,
    Instant at,
    Identity identity,
    String text,
    boolean inOwnWords) {}
