package com.ailuxe.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.calendar.CalendarEntry.Status;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.EventTime;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarTests {
  private static final String ID = "6b1f8c52-2f0e-4a5e-9d0c-0a1b2c3d4e5f";

  @Test
  void anEntryIsWrittenAsTheStandardSays() {
    var file = written("Aurelia", "Port Hercule", "2026-12-20T14:00", "2026-12-20T20:00");

    assertThat(file)
        .isEqualToNormalizingNewlines(
            """
            BEGIN:VCALENDAR
            PRODID:-//AI LUXE//Calendar//EN
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:Europe/Monaco
            BEGIN:STANDARD
            DTSTART:20261025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:6b1f8c52-2f0e-4a5e-9d0c-0a1b2c3d4e5f
            SEQUENCE:3
            DTSTAMP:20261124T101530Z
            LAST-MODIFIED:20261124T101530Z
            DTSTART;TZID=Europe/Monaco:20261220T140000
            DTEND;TZID=Europe/Monaco:20261220T200000
            SUMMARY:Aurelia\\, BK-2026-0001
            STATUS:CONFIRMED
            LOCATION:Port Hercule
            END:VEVENT
            END:VCALENDAR
            """);
    assertThat(file).contains("\r\n").doesNotContainPattern("[^\r]\n");
  }

  @Test
  void commasQuotesAndNewLinesAreNoPartOfTheSyntax() throws Exception {
    var place = "Quai; \"Albert\" I\\II,\n98000 Monaco\r\nEND:VEVENT";
    var file = written("Chloé, the \"yacht\"; a\\b", place, "2026-12-20T14:00", "2026-12-20T20:00");

    assertThat(file)
        .contains("SUMMARY:Chloé\\, the \"yacht\"\\; a\\\\b\\, BK-2026-0001\r\n")
        .containsOnlyOnce("\r\nEND:VEVENT");
    var event = event(file);
    assertThat(event.getRequiredProperty("SUMMARY").getValue())
        .isEqualTo("Chloé, the \"yacht\"; a\\b, BK-2026-0001");
    assertThat(event.getRequiredProperty("LOCATION").getValue())
        .isEqualToNormalizingNewlines("Quai; \"Albert\" I\\II,\n98000 Monaco\nEND:VEVENT");
  }

  @Test
  void aLongLineIsFoldedAndReadAsOne() throws Exception {
    var talent = "The very long name of a yacht ".repeat(8).strip();
    var file = written(talent, null, "2026-12-20T14:00", "2026-12-20T20:00");

    assertThat(file.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
    assertThat(event(file).getRequiredProperty("SUMMARY").getValue())
        .isEqualTo(talent + ", BK-2026-0001");
    assertThat(file).doesNotContain("LOCATION");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2026-07-14T20:00, 2026-07-15T02:00",
    "Europe/Paris, 2026-12-20T14:00, 2026-12-20T20:00",
    "Europe/Paris, 2027-03-27T22:00, 2027-03-28T06:00",
    "Europe/Paris, 2027-10-30T22:00, 2027-11-02T06:00",
    "America/New_York, 2027-03-01T10:00, 2027-12-01T10:00",
    "Australia/Lord_Howe, 2027-01-01T10:00, 2027-01-01T12:00",
    "Asia/Dubai, 2027-01-01T10:00, 2027-01-01T12:00",
    "Africa/Casablanca, 2027-05-01T10:00, 2027-05-01T12:00",
    "Europe/Dublin, 2026-12-20T14:00, 2026-12-20T20:00",
    "UTC, 2027-01-01T10:00, 2027-01-01T12:00",
    "+05:30, 2027-01-01T10:00, 2027-01-01T12:00"
  })
  void theZoneInTheFileGivesTheInstantsOfTheBooking(String zone, String start, String end)
      throws Exception {
    var entry = entry("Aurelia", null, zone, start, end);
    var calendar = read(new String(ICalendar.of(entry), StandardCharsets.UTF_8));

    assertThat(calendar.validate().getEntries())
        .filteredOn(found -> found.getSeverity() == ValidationEntry.Severity.ERROR)
        .isEmpty();
    assertThat(offset(calendar, entry.start())).isEqualTo(offset(entry.start()));
    assertThat(offset(calendar, entry.end())).isEqualTo(offset(entry.end()));
  }

  @Test
  void anEndAtTheMomentInWhichTheClocksChangeIsByTheNewTime() {
    assertThat(written("Aurelia", null, "2027-03-27T22:00", "2027-03-28T03:00"))
        .contains(
            """
            BEGIN:DAYLIGHT
            DTSTART:20270328T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            """
                .replace("\n", "\r\n"));
  }

  /** The offset that the file gives for the zone. */
  private static int offset(Calendar calendar, EventTime time) {
    var zone = calendar.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();
    var observance = Objects.requireNonNull(zone.getApplicableObservance(time.zoned()));
    return observance
        .getRequiredProperty("TZOFFSETTO")
        .getValue()
        .transform(ZoneOffset::of)
        .getTotalSeconds();
  }

  private static int offset(EventTime time) {
    return time.zoned().getOffset().getTotalSeconds();
  }

  private static String written(String talent, @Nullable String place, String start, String end) {
    var file = ICalendar.of(entry(talent, place, "Europe/Monaco", start, end));
    return new String(file, StandardCharsets.UTF_8);
  }

  private static CalendarEntry entry(
      String talent, @Nullable String place, String zone, String start, String end) {
    return new CalendarEntry(
        BookingId.parse(ID),
        AgencyId.random(),
        3,
        Status.CONFIRMED,
        "BK-2026-0001",
        talent,
        place,
        new EventTime(LocalDateTime.parse(start), ZoneId.of(zone)),
        new EventTime(LocalDateTime.parse(end), ZoneId.of(zone)),
        Instant.parse("2026-11-24T10:15:30Z"));
  }

  private static VEvent event(String file) throws IOException, ParserException {
    return read(file).<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  private static Calendar read(String file) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(file));
  }
}
