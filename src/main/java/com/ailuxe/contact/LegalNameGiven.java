package com.ailuxe.contact;

import com.ailuxe.agency.AgencyId;
import java.time.Instant;

/**
 * A contact has a legal name.
 *
 * @param anotherOne whether there was one before
 */
public record LegalNameGiven(AgencyId agency, ContactId contact, boolean anotherOne, Instant at) {}
