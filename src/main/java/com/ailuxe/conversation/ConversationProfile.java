package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.shared.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What other modules need to know of a conversation.
 *
 * @param recipient by which the provider names the contact; replies go there
 * @param handlerName of the person who took over; null when only their phone knows it
 * @param handlerSince null while nobody has taken over yet
 * @param epoch grows with all that makes a draft out of date
 * @param aiDisclosed whether the contact has read that an automatic concierge answers
 */
public record ConversationProfile(
    ConversationId id,
    AgencyId agencyId,
    ContactId contactId,
    Channel channel,
    Identity recipient,
    AnsweredBy handler,
    @Nullable String handlerName,
    @Nullable Instant handlerSince,
    long epoch,
    boolean aiDisclosed) {}
