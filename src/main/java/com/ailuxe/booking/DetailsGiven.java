package com.ailuxe.booking;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;

/**
 * A contact gave details of a booking.
 *
 * @param details only what this turn said
 */
public record DetailsGiven(
    AgencyId agency,
    ContactId contact,
    ConversationRef conversation,
    TurnRef turn,
    BookingDetails details) {}
