package com.ailuxe.rendering;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.OfficeHours;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * How values are written for people. A time is always the time on the wall at the place, with its
 * zone; the English forms are fixed here, because those of the JDK change with its version.
 */
public record Wording(Locale locale) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Writes a time, for example {@code Saturday 5 December 2026, 19:00 (Paris time)}. */
  public String write(EventTime time) {
    return dayAndTime(time) + zone(time);
  }

  /**
   * Writes a start and an end, for example {@code Saturday 5 December 2026, 19:00 – 23:00 (Paris
   * time)}; the day and the zone of the end are given where they differ.
   */
  public String write(EventTime start, EventTime end) {
    if (!start.zone().equals(end.zone())) {
      return write(start) + " – " + write(end);
    }
    var sameDay = start.wallTime().toLocalDate().equals(end.wallTime().toLocalDate());
    return dayAndTime(start)
        + " – "
        + (sameDay ? TIME.format(end.wallTime()) : dayAndTime(end))
        + zone(end);
  }

  /** Writes a day, for example {@code 5 December 2026}. */
  String write(LocalDate date) {
    return formatter("d MMMM yyyy", FormatStyle.LONG).format(date);
  }

  /** Writes the office hours, for example {@code Monday – Saturday, 09:00 – 20:00 (Paris time)}. */
  String write(OfficeHours hours) {
    return day(hours.first())
        + (hours.first() == hours.last() ? "" : " – " + day(hours.last()))
        + (isArabic() ? "، " : ", ")
        + TIME.format(hours.opens())
        + " – "
        + TIME.format(hours.closes())
        + zone(hours.zone());
  }

  private String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** Writes an amount, for example {@code EUR 12,000.00}. */
  public String write(Money money) {
    var decimals = NumberFormat.getNumberInstance(withLatinDigits());
    decimals.setMinimumFractionDigits(money.amount().scale());
    decimals.setMaximumFractionDigits(money.amount().scale());
    return money.currency().getCurrencyCode() + " " + decimals.format(money.amount());
  }

  /** The digits of times and dates, so that a document has one kind only. */
  private Locale withLatinDigits() {
    return new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
  }

  private String dayAndTime(EventTime time) {
    return formatter("EEEE d MMMM yyyy", FormatStyle.FULL).format(time.wallTime())
        + (isArabic() ? "، " : ", ")
        + TIME.format(time.wallTime());
  }

  private boolean isArabic() {
    return locale.getLanguage().equals("ar");
  }

  private String zone(EventTime time) {
    return zone(time.zone());
  }

  private String zone(ZoneId zone) {
    return " (" + write(zone) + ")";
  }

  /**
   * Writes a zone by its place, as people say it, for example {@code Monaco time}; an offset as it
   * is.
   */
  public String write(ZoneId zone) {
    var place =
        zone instanceof ZoneOffset
            ? null
            : TimeZoneNames.getInstance(ULocale.forLocale(locale))
                .getExemplarLocationName(zone.getId());
    if (place == null || zone.getId().startsWith("Etc/")) {
      return zone.getId();
    }
    return switch (locale.getLanguage()) {
      case "de" -> "Ortszeit " + place;
      case "fr" -> "heure locale, " + place;
      case "ru" -> "местное время, " + place;
      case "el" -> "τοπική ώρα, " + place;
      case "ar" -> "بتوقيت " + place;
      case "he" -> "שעון " + place;
      default -> place + " time";
    };
  }

  private DateTimeFormatter formatter(String english, FormatStyle otherwise) {
    return locale.getLanguage().equals("en")
        ? DateTimeFormatter.ofPattern(english, locale)
        : DateTimeFormatter.ofLocalizedDate(otherwise).withLocale(locale);
  }
}
