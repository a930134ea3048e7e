package com.ailuxe.contact;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.LegalName;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What other modules need to know of a contact.
 *
 * @param displayName as the messenger shows it; no party of a contract
 * @param legalName null until somebody said it
 * @param legalNameAsked whether the contact was asked for it
 */
public record ContactProfile(
    ContactId id,
    AgencyId agencyId,
    String displayName,
    Locale locale,
    ZoneId zone,
    boolean optedOut,
    @Nullable LegalName legalName,
    boolean legalNameAsked) {}
