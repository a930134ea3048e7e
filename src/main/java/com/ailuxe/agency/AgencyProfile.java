package com.ailuxe.agency;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What other modules need to know of an agency.
 *
 * @param name as clients know it
 * @param legalName as it stands in contracts
 * @param zone its own, and the default for its contacts
 */
public record AgencyProfile(
    AgencyId id,
    String name,
    String legalName,
    String address,
    ZoneId zone,
    Locale locale,
    Currency currency) {}
