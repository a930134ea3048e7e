package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;

/**
 * What other modules need to know of a conversation.
 *
 * @param recipient by which the provider names the contact; replies go there
 * @param aiDisclosed whether the contact has been told that an automatic concierge answers
 */
public record ConversationProfile(
    ConversationId id,
    AgencyId agencyId,
    ContactId contactId,
    Channel channel,
    Identity recipient,
    Handler handler,
    boolean aiDisclosed) {}
