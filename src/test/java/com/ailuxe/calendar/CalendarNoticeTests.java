package com.ailuxe.calendar;

import static com.ailuxe.rendering.ReadsWell.assertReadsWell;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.rendering.Templates;
import org.junit.jupiter.api.Test;

class CalendarNoticeTests {
  @Test
  void theNoticeOfTheCalendarSaysWhatIsMissingAndWhy() {
    var words =
        new Templates()
            .staff(
                CalendarNotice.TEMPLATE,
                new CalendarNotice(
                    "Maison Lumière", "Aurelia, BK-2026-0001", "PUT was\nanswered 401"));

    assertThat(words.text())
        .contains("Maison Lumière", "Aurelia, BK-2026-0001", "PUT was answered 401");
    assertReadsWell(words);
  }
}
