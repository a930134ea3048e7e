package com.ailuxe.journey.notice;

import static com.ailuxe.rendering.ReadsWell.assertReadsWell;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.conversation.PromisingWords;
import com.ailuxe.rendering.ReadsWell;
import com.ailuxe.rendering.TemplateFailed;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.OfficeHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in {@code templates/message} and constants of {@link MessageTemplate} are one list. */
class TemplateContractTests {
  private static final Path MESSAGES = Path.of("templates/message");
  private static final int LONGEST_MESSAGE = 4096;
  private static final int LONGEST_CAPTION = 1024;
  private static final int LONGEST_TITLE = 20;
  private static final Set<MessageTemplate> NOT_ABOUT_A_BOOKING =
      EnumSet.range(MessageTemplate.HOLDING_LINE, MessageTemplate.DECLINE_BUTTON);
  private static final Set<MessageTemplate> ABOVE_BUTTONS =
      EnumSet.of(
          MessageTemplate.CONTRACT_DOCUMENT,
          MessageTemplate.NDA_DOCUMENT,
          MessageTemplate.NON_COMPETE_DOCUMENT,
          MessageTemplate.CONTRACT_NUDGE,
          MessageTemplate.CHANGE_WHICH,
          MessageTemplate.CANCEL_WHICH);
  private static final Set<MessageTemplate> WAITED_WITH =
      EnumSet.of(
          MessageTemplate.HOLDING_LINE,
          MessageTemplate.MEDIA_RECEIVED,
          MessageTemplate.MEDIA_UNREADABLE);
  private static final Set<MessageTemplate> OF_THEIR_OWN_FACTS =
      EnumSet.range(MessageTemplate.CHANGE_WHICH, MessageTemplate.LEGAL_NAME_ASK);
  private static final Set<MessageTemplate> ABOUT_A_CONTRACT =
      EnumSet.range(MessageTemplate.CONTRACT_DOCUMENT, MessageTemplate.CONTRACT_ANSWERED_LATE);

  static {
    ABOUT_A_CONTRACT.remove(MessageTemplate.CONTRACT_EXPIRED);
  }

  private final NoticeTexts texts = new NoticeTexts(new Templates());

  @Test
  void everyFileHasItsConstantAndEveryConstantItsEnglishFile() throws IOException {
    assertThat(ReadsWell.stems(MESSAGES)).hasSameElementsAs(stems());
    assertThat(stems()).allMatch(stem -> Files.exists(MESSAGES.resolve(stem + "_en.ftl")));
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageReadsWellWithItsSample(MessageTemplate template) {
    assertReadsWell(render(template, SampleBookings.complete()));
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageReadsWellWhenOnlyTheNecessaryIsKnown(MessageTemplate template) {
    if (ABOUT_A_CONTRACT.contains(template)) {
      assertThatThrownBy(() -> render(template, SampleBookings.bare()))
          .isInstanceOf(TemplateFailed.class)
          .hasMessageContaining("booking.contractNumber");
    } else {
      var text = render(template, SampleBookings.bare());
      assertReadsWell(text);
      assertThat(text).doesNotContain("+33612345678");
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void everyMessageSaysTheSameInEveryLanguageOfTheContracts(String language) throws IOException {
    for (var template : MessageTemplate.values()) {
      assertThat(facts(template, language))
          .as("%s in %s", template.stem(), language)
          .isEqualTo(facts(template, "en"));
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void everyMessageReadsWellInItsLanguage(String language) {
    for (var template : MessageTemplate.values()) {
      var text = render(template, Locale.of(language), SampleBookings.complete());
      assertReadsWell(text);
      assertThat(text.equals(render(template, SampleBookings.complete())))
          .as("%s in %s is that in English", template.stem(), language)
          .isEqualTo(language.equals("en"));
      if (!ABOUT_A_CONTRACT.contains(template)) {
        assertReadsWell(render(template, Locale.of(language), SampleBookings.bare()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void whoWaitsIsToldWhenThePeopleAreThereAndWhatAnswersUntilThen(String language) {
    var hours =
        new OfficeHours(
            DayOfWeek.MONDAY,
            DayOfWeek.SATURDAY,
            LocalTime.of(9, 0),
            LocalTime.of(20, 0),
            ZoneId.of("Europe/Monaco"));
    for (var template : WAITED_WITH) {
      var texts = new LinkedHashSet<String>();
      for (var discloses : List.of(true, false)) {
        texts.add(held(template, language, Map.of("discloses", discloses, "open", true)));
        for (var open : List.of(true, false)) {
          var text =
              held(
                  template,
                  language,
                  Map.of("discloses", discloses, "open", open, "officeHours", hours));
          assertThat(text).contains("09:00 – 20:00");
          texts.add(text);
        }
      }
      assertThat(texts).hasSize(6).allSatisfy(ReadsWell::assertReadsWell);
    }
  }

  private String held(MessageTemplate template, String language, Map<String, ?> facts) {
    return texts.message(template, Locale.of(language), "Maison Lumière", "Amélie Laurent", facts);
  }

  /** What is promised in one language is in all, and says which task keeps it. */
  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void whatPromisesSomethingNamesTheTaskThatKeepsIt(String language) {
    for (var template : MessageTemplate.values()) {
      var text = render(template, Locale.of(language), SampleBookings.complete());
      assertThat(PromisingWords.in(text).isPresent())
          .as("%s in %s: %s", template.stem(), language, PromisingWords.in(text).orElse(text))
          .isEqualTo(!template.keepers().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTRACT_DOCUMENT", "NDA_DOCUMENT", "NON_COMPETE_DOCUMENT"})
  void theTextOfADocumentFitsUnderAFile(MessageTemplate template) {
    for (var language : List.of("en", "de", "fr", "el", "ru", "he", "ar")) {
      assertThat(render(template, Locale.of(language), SampleBookings.complete()))
          .hasSizeLessThan(LONGEST_CAPTION * 2 / 3);
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void theTitleOfAButtonFitsOnIt(String language) {
    for (var template : MessageTemplate.values()) {
      if (template.stem().endsWith("-button")) {
        assertThat(render(template, Locale.of(language), SampleBookings.complete()))
            .hasSizeLessThanOrEqualTo(LONGEST_TITLE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void theTitleOfAButtonFitsOnItWhateverTheNumberOfTheBooking(String language) {
    for (var number : List.of("2026-0001", "2026-10000", "2026-99999", "2026-123456")) {
      assertThat(
              texts.buttonTitle(MessageTemplate.CANCEL_BUTTON, Locale.of(language), "BK-" + number))
          .hasSizeLessThanOrEqualTo(LONGEST_TITLE)
          .contains(number)
          .hasSizeGreaterThan(number.length() + 2);
    }
  }

  /** It fits above buttons or under a file with the longest that people write. */
  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void whatStandsAboveButtonsFitsThere(String language) {
    for (var template : ABOVE_BUTTONS) {
      assertThat(render(template, Locale.of(language), SampleBookings.longest()))
          .as("%s in %s", template, language)
          .hasSizeLessThanOrEqualTo(LONGEST_CAPTION);
    }
  }

  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void everyMessageFitsWithTheLongestValues(String language) {
    for (var template : MessageTemplate.values()) {
      assertThat(render(template, Locale.of(language), SampleBookings.longest()))
          .as("%s in %s", template, language)
          .hasSizeLessThanOrEqualTo(LONGEST_MESSAGE);
    }
  }

  /** What stands last of these is about the agreement; it waits while it has no party. */
  @ParameterizedTest
  @MethodSource("com.ailuxe.rendering.ReadsWell#languagesOfTheContracts")
  void noAgreementIsAnnouncedWhileTheNameForItIsMissing(String language) {
    for (var template : List.of(MessageTemplate.BOOKING_APPROVED, MessageTemplate.BOOKING_MOVED)) {
      var locale = Locale.of(language);
      var announced = lastLine(render(template, locale, SampleBookings.complete()));
      var waits = lastLine(render(template, locale, SampleBookings.bare()));
      assertThat(waits).isNotEqualTo(announced).isNotBlank();
      assertThat(waits)
          .doesNotContain(
              "in a moment", "Augenblick", "instant", "мгновение", "σε λίγο", "בעוד רגע", "لحظات");
      assertThat(announced)
          .containsAnyOf(
              "in a moment", "Augenblick", "instant", "мгновение", "σε λίγο", "בעוד רגע", "لحظات");
    }
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  @Test
  void theReasonOfARefusalIsAskedForOnlyWhereItIsNotKnown() {
    assertThat(render(MessageTemplate.CONTRACT_DECLINED, SampleBookings.complete()))
        .contains("May I ask");
    assertThat(render(MessageTemplate.CONTRACT_DECLINED, SampleBookings.declined("Too expensive")))
        .contains("Thank you for telling me the reason")
        .doesNotContain("May I ask");
  }

  @Test
  void aStemThatNoConstantHasIsRefusedWithTheOnesThatThereAre() {
    assertThat(MessageTemplate.ofStem("reminder-48h")).isEqualTo(MessageTemplate.REMINDER_48H);
    assertThatThrownBy(() -> MessageTemplate.ofStem("reminder-12h"))
        .hasMessageContaining("reminder-12h")
        .hasMessageContaining("reminder-48h");
  }

  private static Set<String> facts(MessageTemplate template, String language) throws IOException {
    return ReadsWell.facts(MESSAGES.resolve("%s_%s.ftl".formatted(template.stem(), language)));
  }

  private String render(MessageTemplate template, BookingSheet booking) {
    return render(template, Locale.ENGLISH, booking);
  }

  private String render(MessageTemplate template, Locale locale, BookingSheet booking) {
    if (OF_THEIR_OWN_FACTS.contains(template)) {
      return texts.message(template, locale, ownFacts(booking));
    }
    if (WAITED_WITH.contains(template)) {
      return texts.message(
          template,
          locale,
          booking.agencyName(),
          booking.contactName(),
          Map.of("discloses", true, "open", true));
    }
    return NOT_ABOUT_A_BOOKING.contains(template)
        ? texts.message(template, locale, booking.agencyName(), booking.contactName())
        : texts.message(template, locale, booking);
  }

  private static Map<String, ?> ownFacts(BookingSheet booking) {
    var named =
        Map.of(
            "reference", booking.reference(),
            "talentName", booking.talent(),
            "start", booking.start(),
            "fee", Money.of("5600", "EUR"),
            "percent", "50");
    return Map.of(
        "bookings",
        List.of(named, Map.of("reference", "BK-2026-0002")),
        "buttons",
        1,
        "again",
        true,
        "reference",
        "BK-2026-0001",
        "state",
        "CANCELLED",
        "refusal",
        Map.of("reason", "TALENT_GONE", "name", booking.talent()));
  }

  private static Set<String> stems() {
    return Arrays.stream(MessageTemplate.values()).map(MessageTemplate::stem).collect(toSet());
  }
}
