package com.ailuxe.calendar;

import com.ailuxe.agency.Agencies;
import com.ailuxe.rendering.Templates;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.staff.StaffNotices;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes into the calendar what waits for it, and goes on trying. A calendar that refuses, or that
 * is away for half an hour, is announced to the supervisors once a day: what is missing there is
 * seen by nobody.
 */
@Component
@Conditional(WithCalendar.class)
class CalendarWriter {
  private static final Logger log = LoggerFactory.getLogger(CalendarWriter.class);

  /** The pauses before it add up to half an hour. */
  private static final int ATTEMPT_THAT_IS_ANNOUNCED = 5;

  private final CalendarEntries entries;
  private final TalentCalendar calendar;
  private final Agencies agencies;
  private final Templates templates;
  private final StaffNotices notices;
  private final Clock clock;

  CalendarWriter(
      CalendarEntries entries,
      TalentCalendar calendar,
      Agencies agencies,
      Templates templates,
      StaffNotices notices,
      Clock clock) {
    this.entries = entries;
    this.calendar = calendar;
    this.agencies = agencies;
    this.templates = templates;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Goes on until nothing waits or the calendar fails; then the others need not be tried at once.
   */
  @Scheduled(fixedRateString = "${ailuxe.calendar.write-every:PT2S}")
  void writeWaiting() {
    var goOn = true;
    while (goOn) {
      goOn = entries.claimNext().map(this::write).orElse(false);
    }
  }

  private boolean write(ClaimedEntry claimed) {
    var entry = claimed.entry();
    try {
      switch (entry.status()) {
        case CONFIRMED -> calendar.put(entry);
        case CANCELLED -> calendar.remove(entry);
      }
      entries.written(entry);
      return true;
    } catch (CalendarFailure e) {
      log.warn("Not in the calendar: {}: {}", entry.title(), e.getMessage(), e.getCause());
      entries.failed(entry, String.valueOf(e.getMessage()));
      if (e.isRefusal() || claimed.attempts() >= ATTEMPT_THAT_IS_ANNOUNCED) {
        tellStaff(entry, String.valueOf(e.getMessage()));
      }
      return false;
    }
  }

  private void tellStaff(CalendarEntry entry, String reason) {
    var agency = agencies.profile(entry.agency());
    var words =
        templates.staff(
            CalendarNotice.TEMPLATE, new CalendarNotice(agency.name(), entry.title(), reason));
    notices.queue(
        agency.id(),
        StaffGroup.SUPERVISOR,
        words.subject(),
        words.text(),
        "calendar/%s/%s".formatted(agency.id(), LocalDate.now(clock)));
  }
}
