package com.ailuxe.talent;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What other modules need to know of a talent.
 *
 * @param name unique in the agency, whatever the case
 * @param kind for example chauffeur, yacht, villa, model
 * @param zone of the city, where nothing else is agreed
 * @param active whether it can be booked now
 */
public record TalentProfile(
    TalentId id,
    String name,
    String kind,
    String city,
    ZoneId zone,
    String description,
    boolean active) {

  /** Whether the place, as a contact writes it, is in this talent's city. */
  public boolean isNear(String place) {
    return place.toLowerCase(Locale.ROOT).contains(city.toLowerCase(Locale.ROOT));
  }
}
