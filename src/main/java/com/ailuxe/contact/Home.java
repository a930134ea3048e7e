package com.ailuxe.contact;

import com.ailuxe.agency.AgencyProfile;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a new contact speaks and by which clock they live: as the messenger says it, else as the
 * country of their number has it, else as the agency.
 */
record Home(Locale locale, ZoneId zone) {
  /** The zone where most people live, for countries with several. */
  private static final Map<String, String> WHERE_MOST_LIVE =
      Map.ofEntries(
          Map.entry("AR", "America/Argentina/Buenos_Aires"),
          Map.entry("AU", "Australia/Sydney"),
          Map.entry("BR", "America/Sao_Paulo"),
          Map.entry("CA", "America/Toronto"),
          Map.entry("CD", "Africa/Kinshasa"),
          Map.entry("CL", "America/Santiago"),
          Map.entry("CN", "Asia/Shanghai"),
          Map.entry("CY", "Asia/Nicosia"),
          Map.entry("DE", "Europe/Berlin"),
          Map.entry("EC", "America/Guayaquil"),
          Map.entry("ES", "Europe/Madrid"),
          Map.entry("FM", "Pacific/Pohnpei"),
          Map.entry("GL", "America/Nuuk"),
          Map.entry("ID", "Asia/Jakarta"),
          Map.entry("KI", "Pacific/Tarawa"),
          Map.entry("KZ", "Asia/Almaty"),
          Map.entry("MH", "Pacific/Majuro"),
          Map.entry("MN", "Asia/Ulaanbaatar"),
          Map.entry("MX", "America/Mexico_City"),
          Map.entry("MY", "Asia/Kuala_Lumpur"),
          Map.entry("NZ", "Pacific/Auckland"),
          Map.entry("PF", "Pacific/Tahiti"),
          Map.entry("PG", "Pacific/Port_Moresby"),
          Map.entry("PS", "Asia/Hebron"),
          Map.entry("PT", "Europe/Lisbon"),
          Map.entry("RU", "Europe/Moscow"),
          Map.entry("UA", "Europe/Kiev"),
          Map.entry("US", "America/New_York"),
          Map.entry("UZ", "Asia/Tashkent"));

  /**
   * @param languageTag BCP 47, where the messenger gives one
   */
  static Home of(AgencyProfile agency, List<Identity> identities, @Nullable String languageTag) {
    var number = number(identities);
    var region = number.flatMap(Home::region);
    var said = languageTag == null ? Locale.ROOT : language(languageTag);
    var locale =
        said.getLanguage().isEmpty() ? region.map(Home::spokenIn).orElse(agency.locale()) : said;
    var zone = number.flatMap(known -> region.flatMap(country -> zone(known, country)));
    return new Home(locale, zone.orElse(agency.zone()));
  }

  /**
   * The language of a tag without what else that may ask for, other digits and another calendar for
   * example.
   */
  private static Locale language(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return Locale.of(locale.getLanguage(), locale.getCountry());
  }

  private static Optional<PhoneNumber> number(List<Identity> identities) {
    return identities.stream()
        .filter(identity -> identity.kind() == IdentityKind.PHONE)
        .map(Identity::value)
        .flatMap(value -> parsed(value).stream())
        .findFirst();
  }

  private static Optional<PhoneNumber> parsed(String value) {
    try {
      return Optional.of(PhoneNumberUtil.getInstance().parse(value, null));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** ISO 3166; nothing for numbers of no country, such as those of satellites. */
  private static Optional<String> region(PhoneNumber number) {
    var phones = PhoneNumberUtil.getInstance();
    return Stream.of(
            phones.getRegionCodeForNumber(number),
            phones.getRegionCodeForCountryCode(number.getCountryCode()))
        .filter(region -> region != null && region.matches("[A-Z]{2}") && !region.equals("ZZ"))
        .findFirst();
  }

  private static Locale spokenIn(String region) {
    var likely = ULocale.addLikelySubtags(new ULocale("und_" + region));
    return Locale.of(likely.getLanguage(), region);
  }

  /** The only zone of the number, or of its country, or the one where most people live. */
  private static Optional<ZoneId> zone(PhoneNumber number, String region) {
    var ofNumber =
        PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
            .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
            .toList();
    var ofCountry =
        List.copyOf(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, region, null));
    return Stream.of(ofNumber, ofCountry)
        .filter(zones -> zones.size() == 1)
        .map(List::getFirst)
        .findFirst()
        .or(() -> Optional.ofNullable(WHERE_MOST_LIVE.get(region)))
        .flatMap(Home::known);
  }

  private static Optional<ZoneId> known(String zone) {
    try {
      return Optional.of(ZoneId.of(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
