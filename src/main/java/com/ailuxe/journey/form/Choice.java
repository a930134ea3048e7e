package com.ailuxe.journey.form;

import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.talent.TalentProfile;

/**
 * One of the values that a chooser of a form offers.
 *
 * @param value what the form gives back
 */
public record Choice(String label, String value) {
  public static Choice of(AgencyProfile agency) {
    return new Choice(agency.name(), agency.slug());
  }

  public static Choice of(TalentProfile talent) {
    return new Choice(
        "%s (%s, %s)".formatted(talent.name(), talent.kind(), talent.city()), talent.name());
  }
}
