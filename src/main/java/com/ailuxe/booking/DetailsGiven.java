package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;

/**
 * A contact gave details of a booking.
 *
 * @param details only what this turn said
 */
public record DetailsGiven(
    AgencyId agency,
    ContactId contact,
    ConversationId conversation,
    TurnId turn,
    BookingDetails details) {}
