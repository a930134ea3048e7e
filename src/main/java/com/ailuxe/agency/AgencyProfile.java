package com.ailuxe.agency;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What other modules need to know of an agency.
 *
 * @param slug short, unique and lasting; begins the numbers of its documents
 * @param name as contacts know it
 * @param legalName as it is written in contracts
 * @param zone its own, and the default for its contacts
 */
public record AgencyProfile(
    AgencyId id,
    String slug,
    String name,
    String legalName,
    String address,
    ZoneId zone,
    Locale locale,
    Currency currency) {}
