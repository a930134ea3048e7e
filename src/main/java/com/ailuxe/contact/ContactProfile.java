package com.ailuxe.contact;

import com.ailuxe.agency.AgencyId;
import java.time.ZoneId;
import java.util.Locale;

/** What other modules need to know of a contact. */
public record ContactProfile(
    ContactId id,
    AgencyId agencyId,
    String displayName,
    Locale locale,
    ZoneId zone,
    boolean optedOut) {}
