package com.ailuxe.calendar;

import com.ailuxe.shared.EventTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes an entry as iCalendar (RFC 5545). The zone in it is described by the same rules that the
 * booking's times were checked by, Java's, and only as far as the event needs it; those that the
 * library brings along are another version of the world.
 */
final class ICalendar {
  private static final ProdId PRODUCT = new ProdId("-//AI LUXE//Calendar//EN");

  private ICalendar() {}

  /** The whole file, in UTF-8. */
  static byte[] of(CalendarEntry entry) {
    var calendar =
        new Calendar(
            new PropertyList(List.of(PRODUCT, ImmutableVersion.VERSION_2_0)),
            new ComponentList<>(List.of(zone(entry), event(entry))));
    var file = new ByteArrayOutputStream();
    try {
      // Validating reads all the library's own zones, and makes them known to the whole of Java.
      new CalendarOutputter(false).output(calendar, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static VEvent event(CalendarEntry entry) {
    var event =
        new VEvent(
            new PropertyList(
                List.of(
                    new Uid(entry.uid()),
                    new Sequence(entry.sequence()),
                    new DtStamp(entry.changedAt()),
                    new LastModified(entry.changedAt()),
                    at(new DtStart<>(entry.start().wallTime()), entry.start()),
                    at(new DtEnd<>(entry.end().wallTime()), entry.end()),
                    new Summary(entry.title()),
                    ImmutableStatus.VEVENT_CONFIRMED)));
    if (entry.place() != null) {
      event.add(new Location(entry.place()));
    }
    return event;
  }

  private static <P extends Property> P at(P property, EventTime time) {
    property.add(new net.fortuna.ical4j.model.parameter.TzId(time.zone().getId()));
    return property;
  }

  private static VTimeZone zone(CalendarEntry entry) {
    var zone = entry.start().zone();
    var rules = zone.getRules();
    return new VTimeZone(
        new PropertyList(List.of(new TzId(zone.getId()))),
        new ComponentList<>(
            observances(rules, entry.start().instant(), entry.end().instant()).toList()));
  }

  /** How the clocks are set at the start, and how they change until the end. */
  private static Stream<Observance> observances(ZoneRules rules, Instant start, Instant end) {
    var last = rules.previousTransition(start.plusNanos(1));
    var atStart =
        last == null
            ? observance(
                false,
                LocalDateTime.of(1970, 1, 1, 0, 0),
                rules.getOffset(start),
                rules.getOffset(start))
            : observance(rules, last);
    var changes =
        Stream.iterate(
                rules.nextTransition(start),
                next -> next != null && !next.getInstant().isAfter(end),
                next -> rules.nextTransition(next.getInstant()))
            .map(next -> observance(rules, next));
    return Stream.concat(Stream.of(atStart), changes);
  }

  private static Observance observance(ZoneRules rules, ZoneOffsetTransition change) {
    return observance(
        rules.isDaylightSavings(change.getInstant()),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static Observance observance(
      boolean daylight, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
    var properties =
        new PropertyList(
            List.of(new DtStart<>(onset), new TzOffsetFrom(before), new TzOffsetTo(after)));
    return daylight ? new Daylight(properties) : new Standard(properties);
  }
}
