package com.ailuxe.booking;

import com.ailuxe.shared.EventTime;
import com.ailuxe.talent.TalentProfile;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Details that can be kept.
 *
 * @param talent whom the wish stands for; null while several would do and nothing decides
 * @param zone the one that was said, else the talent's; null while neither is known
 * @param refused what was left out and why
 */
record CheckedDetails(
    BookingDetails details,
    @Nullable TalentProfile talent,
    @Nullable ZoneId zone,
    List<Refusal> refused) {
  /** The whole time that is wanted; null while it is not known. */
  @Nullable Slot slot() {
    var start = details.start();
    var end = details.end();
    return start == null || end == null || zone == null
        ? null
        : new Slot(new EventTime(start, zone), new EventTime(end, zone));
  }
}
