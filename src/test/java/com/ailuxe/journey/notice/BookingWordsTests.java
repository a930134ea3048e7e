package com.ailuxe.journey.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Refusal;
import com.ailuxe.booking.Refusal.Reason;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.EventTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a booking, there are words for it in each language. */
class BookingWordsTests {
  private static final EventTime START = time("2026-12-05T19:00");
  private static final EventTime END = time("2026-12-05T23:00");

  private final NoticeTexts texts = new NoticeTexts(new Templates());

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "el", "fr", "ru", "he", "ar"})
  void everyReasonHasItsOwnWords(String language) {
    assertThat(Arrays.stream(Reason.values()).map(reason -> words(reason, language)))
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("\n", "null", "  "));
    assertThat(words(Reason.SLOT_TAKEN, language))
        .contains("Rosa", "2026", "Marie", "BK-2026-0001");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonReadsWellInEnglish(Reason reason) {
    assertThat(words(reason, "en"))
        .isEqualTo(
            switch (reason) {
              case NO_GUESTS -> "A booking is for at least 1 guest, not 0.";
              case UNKNOWN_TALENT -> "There is no “Rosa” to be booked.";
              case TALENT_GONE -> "“Rosa” can no longer be booked.";
              case START_PAST ->
                  "The start is in the past: Saturday 5 December 2026, 19:00 (Paris time).";
              case END_PAST ->
                  "The end is in the past: Saturday 5 December 2026, 23:00 (Paris time).";
              case END_NOT_AFTER_START ->
                  "The end is not after the start:"
                      + " Saturday 5 December 2026, 19:00 – 23:00 (Paris time).";
              case TIME_SKIPPED ->
                  "That time does not exist, as the clocks go forward that night:"
                      + " Saturday 5 December 2026, 19:00 (Paris time).";
              case BOOKING_WITH_TEAM ->
                  "Your booking BK-2026-0001 is with our team for confirmation,"
                      + " so I have left it as it is.";
              case BOOKING_OVER -> "Booking BK-2026-0001 cannot be changed any more.";
              case SLOT_TAKEN ->
                  "Rosa is not free at that time:"
                      + " Saturday 5 December 2026, 19:00 – 23:00 (Paris time)."
                      + " Free then: Marie, Paul. Your booking BK-2026-0001 stays as it is.";
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "el", "fr", "ru", "he", "ar"})
  void everyStateHasWordsForWhoPressedAButton(String language) {
    assertThat(BookingState.values())
        .allSatisfy(
            state ->
                assertThat(
                        texts.message(
                            MessageTemplate.NOT_CANCELLED,
                            Locale.of(language),
                            Map.of("reference", "BK-2026-0001", "state", state)))
                    .contains("BK-2026-0001")
                    .doesNotContain("\n", "  "));
  }

  @Test
  void otherTalentIsNamedOnlyWhereThereIsAny() {
    var alone = new Refusal(Reason.SLOT_TAKEN, "Rosa", null, START, END, List.of(), "BK-2026-0001");

    assertThat(words(alone, "en"))
        .endsWith("(Paris time). Your booking BK-2026-0001 stays as it is.");
  }

  private String words(Reason reason, String language) {
    return words(
        new Refusal(reason, "Rosa", 0, START, END, List.of("Marie", "Paul"), "BK-2026-0001"),
        language);
  }

  private String words(Refusal refusal, String language) {
    return texts.message(MessageTemplate.REFUSED, Locale.of(language), Map.of("refusal", refusal));
  }

  private static EventTime time(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), ZoneId.of("Europe/Paris"));
  }
}
