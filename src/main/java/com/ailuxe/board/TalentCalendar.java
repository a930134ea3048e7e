package com.ailuxe.board;

import com.ailuxe.talent.TalentProfile;
import java.util.List;

/**
 * What a talent has in a while.
 *
 * @param entries the earliest first
 */
public record TalentCalendar(TalentProfile talent, List<CalendarEntry> entries) {
  public TalentCalendar {
    entries = List.copyOf(entries);
  }
}
