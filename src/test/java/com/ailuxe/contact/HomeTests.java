package com.ailuxe.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AgencyProfile;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTests {
  private static final ZoneId NOWHERE = ZoneId.of("Etc/GMT+12");

  @ParameterizedTest
  @CsvSource({
    "+37793150000, fr-MC, Europe/Monaco",
    "+33612345678, fr-FR, Europe/Paris",
    "+4915112345678, de-DE, Europe/Berlin",
    "+447700900123, en-GB, Europe/London",
    "+306912345678, el-GR, Europe/Athens",
    "+79161234567, ru-RU, Europe/Moscow",
    "+971501234567, ar-AE, Asia/Dubai",
    "+972501234567, he-IL, Asia/Jerusalem",
    "+12125550123, en-US, America/New_York",
    "+13105550123, en-US, America/Los_Angeles",
    "+34612345678, es-ES, Europe/Madrid",
    "+351912345678, pt-PT, Europe/Lisbon",
    "+81312345678, ja-JP, Asia/Tokyo",
    "+41791234567, de-CH, Europe/Zurich"
  })
  void theCountryOfTheNumberTellsWhatIsSpokenAndTheClock(
      String number, String locale, String zone) {
    var home = Home.of(agency(), List.of(new Identity(IdentityKind.PHONE, number)), null);

    assertThat(home.locale().toLanguageTag()).isEqualTo(locale);
    assertThat(home.zone().getId()).isEqualTo(zone);
  }

  @Test
  void whatTheMessengerSaysCountsMore() {
    var home = Home.of(agency(), List.of(new Identity(IdentityKind.PHONE, "+4915112345678")), "el");

    assertThat(home).isEqualTo(new Home(Locale.of("el"), ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB-u-nu-arab-ca-buddhist, en-GB",
    "th-TH-x-lvariant-TH, th-TH",
    "zh-Hant-TW, zh-TW",
    "{{x}}, de-DE",
    "../en, de-DE",
    "-, de-DE",
  })
  void aTagOfTheMessengerIsALanguageAndNoMore(String tag, String locale) {
    var home = Home.of(agency(), List.of(new Identity(IdentityKind.PHONE, "+4915112345678")), tag);

    assertThat(home.locale().toLanguageTag()).isEqualTo(locale);
  }

  static Set<String> countries() {
    return PhoneNumberUtil.getInstance().getSupportedRegions();
  }

  @ParameterizedTest
  @MethodSource("countries")
  void everyCountryHasAClockOfItsOwn(String country) {
    var numbers = PhoneNumberUtil.getInstance();
    var number = numbers.format(numbers.getExampleNumber(country), PhoneNumberFormat.E164);

    var home = Home.of(nowhere(), List.of(new Identity(IdentityKind.PHONE, number)), null);

    assertThat(home.zone()).isNotEqualTo(NOWHERE);
  }

  /** One that libphonenumber's table puts in both of its country's zones. */
  @Test
  void aGermanMobileIsInBerlin() {
    var home = Home.of(nowhere(), List.of(new Identity(IdentityKind.PHONE, "+491567504987")), null);

    assertThat(home).isEqualTo(new Home(Locale.of("de", "DE"), ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+8816123456", "+999123456", "not a number"})
  void whereNothingIsKnownTheAgencysValuesStand(String number) {
    assertThat(Home.of(agency(), List.of(new Identity(IdentityKind.PHONE, number)), null))
        .isEqualTo(new Home(Locale.UK, ZoneId.of("America/Nassau")));
    assertThat(Home.of(agency(), List.of(new Identity(IdentityKind.TELEGRAM_USER, "77")), "ru"))
        .isEqualTo(new Home(Locale.of("ru"), ZoneId.of("America/Nassau")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I would like the yacht Aurelia in Monaco on 20 December            | en
          Can we have a table for two people tonight?                        | en
          May I bring my dog?                                                | en
          Ich hätte gern eine Yacht für sechs Personen am 20. Dezember       | de
          Je voudrais un chauffeur à Paris pour deux personnes               | fr
          Здравствуйте, мне нужен водитель на завтра                         | ru
          Нас будет четверо                                                  | ru
          Яхта в Монако, завтра                                              | ru
          plutôt demain, merci                                               | fr
          Θα ήθελα ένα σκάφος στο Μονακό                                     | el
          أريد يختًا في موناكو ليوم الجمعة                                    | ar
          Добрый вечер                                                       | ru
          Γεια σας                                                           | el
          שלום                                                               | he
          مساء الخير                                                         | ar
          אני רוצה יאכטה במונקו ביום שישי                                     | he
          Quisiera un yate en Mónaco para seis personas                      | es
          Vorrei uno yacht a Monaco per sei persone                          | it
          """)
  void aSentenceTellsItsLanguage(String text, String language) {
    assertThat(WrittenLanguage.of(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour",
        "ok",
        "Marco Valli",
        "Marco in Monaco on Friday",
        "Aurelia, Monaco, 20 December",
        "20.12.2027 14:00",
        "Hotel de Paris",
        "STOP",
        "Villa Azur Saint-Tropez",
        "Доброе утро",
        "Яхту на завтра, будь ласка, для двох осіб і дітей",
        "Добрий вечір",
        "Калі ласка, дзякуй за ўсё",
        "سلام، من یک قایق در موناکو می خواهم",
        "👍",
        ""
      })
  void whatMayBeAnyLanguageTellsNothing(String text) {
    assertThat(WrittenLanguage.of(text)).isEmpty();
  }

  private static AgencyProfile agency() {
    return agency(ZoneId.of("America/Nassau"));
  }

  /** An agency in a zone that no number is in. */
  private static AgencyProfile nowhere() {
    return agency(NOWHERE);
  }

  private static AgencyProfile agency(ZoneId zone) {
    return new AgencyProfile(
        new AgencyId(UUID.randomUUID()),
        "luxe",
        "Luxe",
        "Luxe",
        "Nassau",
        zone,
        Locale.UK,
        Currency.getInstance("EUR"));
  }
}
