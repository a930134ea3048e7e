package com.ailuxe.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTests {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** Any record. */
  public record Booking(String reference) {}

  private final Templates templates = new Templates();

  /** Staff read an amount in a form as contacts read it in a message. */
  @ParameterizedTest
  @CsvSource({"12000,EUR", "0.5,GBP", "1250000,JPY", "1234567.891,KWD"})
  void anAmountReadsTheSameWhereverItStands(String amount, String currency) {
    var money = Money.of(amount, currency);

    assertThat(money).hasToString(new Wording(Locale.ENGLISH).write(money));
  }

  @Test
  void valuesAreWrittenForPeople() {
    var text = sample("values", Locale.UK, values());

    assertThat(text)
        .isEqualTo(
            """
            Saturday 5 December 2026, 19:00 (Paris time)
            Saturday 5 December 2026, 19:00 – Sunday 6 December 2026, 02:00 (Paris time)
            EUR 12,000.00
            5 December 2026
            1234567""");
  }

  @Test
  void aTripEndsInTheZoneWhereItEnds() {
    var model =
        Map.of(
            "start",
            time("2026-12-05T19:00"),
            "end",
            new EventTime(LocalDateTime.parse("2026-12-06T15:00"), TOKYO));

    assertThat(sample("span", Locale.UK, model))
        .isEqualTo(
            "Saturday 5 December 2026, 19:00 (Paris time)"
                + " – Sunday 6 December 2026, 15:00 (Tokyo time)");
  }

  @Test
  void theNearestLocaleIsTakenAndDecidesHowValuesAreWritten() {
    var model = Map.of("budget", Money.of("12000", "EUR"));

    assertThat(sample("nearest", Locale.of("de", "AT"), model)).isEqualTo("at EUR 12\u00a0000,00");
    assertThat(sample("nearest", Locale.GERMANY, model)).isEqualTo("de EUR 12.000,00");
    assertThat(sample("nearest", Locale.FRANCE, model)).isEqualTo("en EUR 12,000.00");
  }

  @Test
  void aMissingValueNamesTemplateLineAndVariable() {
    assertThatThrownBy(() -> sample("values", Locale.UK, Map.of()))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageContaining("message/values_en.ftl")
        .hasMessageContaining("line 1")
        .hasMessageContaining("start");
  }

  @Test
  void aRecordIsNotPrintedAsAWhole() {
    assertThatThrownBy(() -> sample("whole", Locale.UK, Map.of("booking", new Booking("B-7Q4K"))))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageContaining("message/whole_en.ftl");
  }

  @Test
  void whatAContactWroteIsNeverReadAsTemplate() {
    var model = Map.of("text", "${1 + 1} <b>&amp;</b>");

    assertThat(sample("text", Locale.UK, model)).isEqualTo("${1 + 1} <b>&amp;</b>");
    assertThat(templates.render(TemplateKind.CONTRACT, "text", Locale.UK, model))
        .isEqualTo("<p>${1 + 1} &lt;b&gt;&amp;amp;&lt;/b&gt;</p>");
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsRefused() {
    assertThatThrownBy(() -> sample("../application", Locale.UK, Map.of()))
        .isInstanceOf(TemplateFailed.class);
    assertThatThrownBy(() -> sample("unknown", Locale.UK, Map.of()))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageContaining("message/unknown_en.ftl");
  }

  @Test
  void aStaffNoticeWithoutATextIsRefused() {
    assertThatThrownBy(() -> StaffText.of("Only a subject")).isInstanceOf(TemplateFailed.class);
  }

  @Test
  void promptsHaveNoLocale() {
    assertThat(templates.prompt("sample", Map.of("question", "When?"))).isEqualTo("Answer: When?");
  }

  private String sample(String name, Locale locale, Map<String, ?> model) {
    return templates.render(TemplateKind.MESSAGE, name, locale, model);
  }

  private static EventTime time(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), ZoneId.of("Europe/Paris"));
  }

  private static Map<String, ?> values() {
    return Map.of(
        "start",
        time("2026-12-05T19:00"),
        "end",
        time("2026-12-06T02:00"),
        "budget",
        Money.of("12000", "EUR"),
        "date",
        LocalDate.of(2026, 12, 5),
        "number",
        1234567);
  }
}
