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
  private static final Map<String, ZoneId> BY_CITY = new HashMap<>();

  static {
    put(
        "Europe/Paris",
        "paris",
        "cannes",
        "nice",
        "saint tropez",
        "st tropez",
        "antibes",
        "cap d'antibes",
        "cap ferrat",
        "saint jean cap ferrat",
        "courchevel",
        "megeve",
        "chamonix",
        "meribel",
        "val d'isere",
        "lyon",
        "marseille",
        "bordeaux",
        "deauville",
        "versailles",
        "french riviera",
        "cote d'azur",
        "ajaccio",
        "porto vecchio",
        "biarritz",
        "strasbourg");
    put("Europe/Monaco", "monaco", "monte carlo");
    put(
        "Europe/London",
        "london",
        "heathrow",
        "ascot",
        "edinburgh",
        "manchester",
        "oxford",
        "cambridge",
        "windsor",
        "wimbledon",
        "glasgow",
        "mayfair");
    put("Europe/Dublin", "dublin");
    put(
        "Europe/Rome",
        "rome",
        "roma",
        "milan",
        "milano",
        "florence",
        "firenze",
        "venice",
        "venezia",
        "portofino",
        "capri",
        "positano",
        "amalfi",
        "porto cervo",
        "sardinia",
        "como",
        "lake como",
        "naples",
        "napoli",
        "turin",
        "cortina",
        "taormina",
        "sicily",
        "ravello");
    put(
        "Europe/Madrid",
        "madrid",
        "barcelona",
        "marbella",
        "ibiza",
        "mallorca",
        "palma",
        "valencia",
        "seville",
        "malaga",
        "puerto banus",
        "formentera",
        "menorca");
    put("Atlantic/Canary", "tenerife", "gran canaria", "lanzarote");
    put("Europe/Lisbon", "lisbon", "lisboa", "porto", "comporta", "cascais", "algarve");
    put(
        "Europe/Zurich",
        "zurich",
        "geneva",
        "geneve",
        "gstaad",
        "st moritz",
        "saint moritz",
        "zermatt",
        "verbier",
        "davos",
        "basel",
        "lugano",
        "montreux",
        "lausanne",
        "bern");
    put("Europe/Vienna", "vienna", "wien", "salzburg", "kitzbuhel", "lech", "innsbruck");
    put(
        "Europe/Berlin",
        "berlin",
        "munich",
        "munchen",
        "hamburg",
        "frankfurt",
        "cologne",
        "koln",
        "dusseldorf",
        "baden baden",
        "stuttgart",
        "sylt");
    put("Europe/Brussels", "brussels", "antwerp");
    put("Europe/Amsterdam", "amsterdam", "rotterdam");
    put("Europe/Luxembourg", "luxembourg");
    put("Europe/Copenhagen", "copenhagen");
    put("Europe/Stockholm", "stockholm");
    put("Europe/Oslo", "oslo");
    put("Europe/Helsinki", "helsinki");
    put("Europe/Prague", "prague");
    put("Europe/Budapest", "budapest");
    put("Europe/Warsaw", "warsaw");
    put("Europe/Athens", "athens", "mykonos", "santorini", "crete", "corfu", "rhodes", "paros");
    put("Europe/Istanbul", "istanbul", "bodrum", "antalya");
    put("Europe/Podgorica", "porto montenegro", "tivat", "budva");
    put("Europe/Zagreb", "dubrovnik", "split", "hvar", "zagreb");
    put("Europe/Malta", "malta", "valletta");
    put("Europe/Moscow", "moscow", "saint petersburg", "st petersburg");
    put("Asia/Nicosia", "cyprus", "limassol", "nicosia");
    put("Asia/Dubai", "dubai", "abu dhabi", "yas island", "palm jumeirah", "sharjah");
    put("Asia/Qatar", "doha");
    put("Asia/Riyadh", "riyadh", "jeddah", "alula");
    put("Asia/Kuwait", "kuwait", "kuwait city");
    put("Asia/Bahrain", "bahrain", "manama");
    put("Asia/Muscat", "muscat");
    put("Asia/Jerusalem", "tel aviv", "jerusalem");
    put("Asia/Beirut", "beirut");
    put("Africa/Cairo", "cairo");
    put("Africa/Casablanca", "marrakech", "marrakesh", "casablanca");
    put("Africa/Johannesburg", "cape town", "johannesburg");
    put("Indian/Maldives", "maldives", "male");
    put("Indian/Mauritius", "mauritius");
    put("Indian/Mahe", "seychelles");
    put("Asia/Kolkata", "mumbai", "delhi", "new delhi", "goa", "jaipur", "udaipur");
    put("Asia/Singapore", "singapore");
    put("Asia/Hong_Kong", "hong kong");
    put("Asia/Macau", "macau");
    put("Asia/Shanghai", "shanghai", "beijing", "shenzhen");
    put("Asia/Tokyo", "tokyo", "kyoto", "osaka");
    put("Asia/Seoul", "seoul");
    put("Asia/Bangkok", "bangkok", "phuket", "koh samui");
    put("Asia/Makassar", "bali", "ubud", "seminyak");
    put("Asia/Jakarta", "jakarta");
    put("Australia/Sydney", "sydney");
    put("Australia/Melbourne", "melbourne");
    put(
        "America/New_York",
        "new york",
        "new york city",
        "nyc",
        "manhattan",
        "brooklyn",
        "the hamptons",
        "hamptons",
        "miami",
        "miami beach",
        "south beach",
        "palm beach",
        "boston",
        "washington",
        "washington dc",
        "atlanta",
        "orlando",
        "fort lauderdale",
        "key west");
    put("America/Chicago", "chicago", "austin", "dallas", "houston", "nashville", "new orleans");
    put("America/Denver", "aspen", "denver", "vail", "jackson hole", "park city");
    put(
        "America/Los_Angeles",
        "los angeles",
        "beverly hills",
        "hollywood",
        "malibu",
        "la jolla",
        "san francisco",
        "las vegas",
        "vegas",
        "seattle",
        "san diego",
        "napa",
        "santa monica");
    put("Pacific/Honolulu", "honolulu", "hawaii", "maui");
    put("America/Toronto", "toronto", "montreal");
    put("America/Vancouver", "vancouver", "whistler");
    put("America/Mexico_City", "mexico city");
    put("America/Cancun", "cancun", "tulum");
    put("America/Nassau", "nassau", "bahamas");
    put("America/St_Barthelemy", "st barts", "st barths", "saint barth", "saint barts");
    put("America/Sao_Paulo", "sao paulo", "rio de janeiro", "rio");
    put("America/Argentina/Buenos_Aires", "buenos aires");
  }

  private static final Set<String> CITY_WORDS =
      BY_CITY.keySet().stream()
          .flatMap(city -> Arrays.stream(city.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, ZoneId> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("cet", ZoneId.of("Europe/Paris")),
          Map.entry("cest", ZoneId.of("Europe/Paris")),
          Map.entry("bst", ZoneId.of("Europe/London")),
          Map.entry("eet", ZoneId.of("Europe/Athens")),
          Map.entry("eest", ZoneId.of("Europe/Athens")),
          Map.entry("msk", ZoneId.of("Europe/Moscow")),
          Map.entry("gst", ZoneId.of("Asia/Dubai")),
          Map.entry("sgt", ZoneId.of("Asia/Singapore")),
          Map.entry("hkt", ZoneId.of("Asia/Hong_Kong")),
          Map.entry("jst", ZoneId.of("Asia/Tokyo")),
          Map.entry("est", ZoneId.of("America/New_York")),
          Map.entry("edt", ZoneId.of("America/New_York")),
          Map.entry("cdt", ZoneId.of("America/Chicago")),
          Map.entry("mst", ZoneId.of("America/Denver")),
          Map.entry("mdt", ZoneId.of("America/Denver")),
          Map.entry("pst", ZoneId.of("America/Los_Angeles")),
          Map.entry("pdt", ZoneId.of("America/Los_Angeles")),
          Map.entry("eastern time", ZoneId.of("America/New_York")),
          Map.entry("central time", ZoneId.of("America/Chicago")),
          Map.entry("pacific time", ZoneId.of("America/Los_Angeles")),
          Map.entry("mountain time", ZoneId.of("America/Denver")),
          Map.entry("uk time", ZoneId.of("Europe/London")),
          Map.entry("french time", ZoneId.of("Europe/Paris")),
          Map.entry("central european time", ZoneId.of("Europe/Paris")));

  private static final Pattern OFFSET =
      Pattern.compile("\\b(?:utc|gmt)(?: ?(?<offset>[+-]\\d{1,2}(?::?[0-5]\\d)?))?(?![\\w:])");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?<=[\\dm"
              + Utterance.TAKEN
              + "\\n( ])(?<name>cest|cet|bst|eest|eet|msk|gst|sgt|hkt|jst|est|edt|cdt|mst|mdt"
              + "|pst|pdt|eastern time|central time|pacific time|mountain time|uk time|french time|central european time)\\b");
  private static final Pattern CITY_TIME =
      Pattern.compile(
          "\\b(?<city>(?:[a-z'-]{2,12} ){0,2}[a-z'-]{2,14}) (?:local )?time(?: ?zone)?\\b");

  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

  private Zones() {}

  private static void put(String zone, String... cities) {
    for (var city : cities) {
      BY_CITY.put(city, ZoneId.of(zone));
    }
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

  /** For people: "Paris time", or the offset. */
  public static String name(ZoneId zone) {
    return ENGLISH.write(zone);
  }
}
