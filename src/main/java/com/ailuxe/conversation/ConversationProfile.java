package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;

/**
 * What other modules need to know of a conversation.
 *
 * @param aiDisclosed whether the contact has been told that an automatic concierge answers
 */
public record ConversationProfile(
    ConversationId id,
    AgencyId agencyId,
    ContactId contactId,
    Channel channel,
    Handler handler,
    boolean aiDisclosed) {}
