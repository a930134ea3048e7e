package com.ailuxe.concierge.reading;

import com.ailuxe.rendering.Wording;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows the time zone of the cities where such events take place, and reads a zone that is named.
 */
public final class Zones {
  private static final Map<String, ZoneId> BY_CITY = byName("cities.properties");

  private static final Set<String> CITY_WORDS =
      BY_CITY.keySet().stream()
          .flatMap(city -> Arrays.stream(city.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, ZoneId> ABBREVIATIONS = byName("time-zones.properties");

  private static final Pattern OFFSET =
      Pattern.compile("\\b(?:utc|gmt)(?: ?(?<offset>[+-]\\d{1,2}(?::?[0-5]\\d)?))?(?![\\w:])");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?<=[\\dm"
              + Utterance.TAKEN
              + "\\n( ])(?<name>"
              + Table.anyOf(ABBREVIATIONS.keySet())
              + ")\\b");
  private static final Pattern CITY_TIME =
      Pattern.compile(
          "\\b(?<city>(?:[a-z'-]{2,12} ){0,2}[a-z'-]{2,14}) (?:local )?time(?: ?zone)?\\b");

  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

  private Zones() {}

  private static Map<String, ZoneId> byName(String file) {
    var zones = new HashMap<String, ZoneId>();
    Table.read(file)
        .forEach((zone, names) -> names.forEach(name -> zones.put(name, ZoneId.of(zone))));
    return Map.copyOf(zones);
  }

  /**
   * Cities that are words of their own as well, by what the text is read for.
   *
   * @throws IllegalArgumentException when the table says nothing of that
   */
  static Set<String> homonyms(String readFor) {
    var words = Table.read("city-homonyms.properties").get(readFor);
    if (words == null) {
      throw new IllegalArgumentException("city-homonyms.properties has no " + readFor);
    }
    return Set.copyOf(words);
  }

  /** Whether a name is a city of the table. */
  static boolean isCity(String name) {
    return BY_CITY.containsKey(key(name));
  }

  /** Whether a word is one of those that the name of a city is made of: "carlo" of Monte Carlo. */
  static boolean isOfCity(String word) {
    return CITY_WORDS.contains(word);
  }

  /** The zone of the first city of the table in a place, for example "the Ritz Paris". */
  public static Optional<ZoneId> ofPlace(String place) {
    var words = key(place).split("[^a-z']+");
    for (var start = 0; start < words.length; start++) {
      for (var length = Math.min(3, words.length - start); length > 0; length--) {
        var zone =
            BY_CITY.get(String.join(" ", Arrays.asList(words).subList(start, start + length)));
        if (zone != null) {
          return Optional.of(zone);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the text is the name of a place that is known here, and nothing else. */
  static boolean isPlace(String text) {
    return BY_CITY.containsKey(String.join(" ", key(text).split("[^a-z']+")));
  }

  private static String key(String name) {
    return Utterance.plain(name).replace('-', ' ').replace("st. ", "st ").toLowerCase(Locale.ROOT);
  }

  /** Reads a zone that the contact names, such as "CET", "GMT+4" or "Paris time". */
  public static Optional<ZoneId> read(Utterance text, ZoneId contactZone) {
    for (var match : text.find(OFFSET)) {
      var offset = match.group("offset");
      try {
        var zone = offset == null ? ZoneId.of("UTC") : ZoneId.of("UTC" + padded(offset));
        text.take(match.start(), match.end());
        return Optional.of(zone);
      } catch (DateTimeException e) {
        continue;
      }
    }
    for (var match : text.find(ABBREVIATION)) {
      var name = match.group("name");
      var written = text.written(match.start("name"), match.end("name"));
      var afterTime = match.start() >= 2 && isAfterTime(text, match.start("name"));
      if (name.contains(" ") || afterTime || written.equals(name.toUpperCase(Locale.ROOT))) {
        text.take(match.start(), match.end());
        return Optional.ofNullable(ABBREVIATIONS.get(name));
      }
    }
    for (var match : text.find(CITY_TIME)) {
      var words = match.group("city").split(" ");
      for (var start = 0; start < words.length; start++) {
        var tail = String.join(" ", Arrays.asList(words).subList(start, words.length));
        if (isCity(tail)) {
          text.take(match.end() - "time".length() - tail.length() - 1, match.end());
          return ofPlace(tail);
        }
        if (tail.equals("my")) {
          return Optional.of(contactZone);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAfterTime(Utterance text, int position) {
    var before = text.open().substring(0, position).stripTrailing();
    return before.endsWith(String.valueOf(Utterance.TAKEN));
  }

  private static String padded(String offset) {
    var digits = offset.substring(1).replace(":", "");
    var hours = digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits;
    var minutes = digits.length() > 2 ? digits.substring(digits.length() - 2) : "00";
    return offset.charAt(0) + (hours.length() == 1 ? "0" : "") + hours + ":" + minutes;
  }

  /** Whether the clocks jump over a time, because they go forward that night. */
  public static boolean isSkipped(LocalDateTime time, ZoneId zone) {
    return zone.getRules().getValidOffsets(time).isEmpty();
  }

  /** The name of a zone for people: "Paris time", or the offset. */
  public static String name(ZoneId zone) {
    return ENGLISH.write(zone);
  }
}
