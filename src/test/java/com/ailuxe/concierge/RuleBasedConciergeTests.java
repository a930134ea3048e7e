package com.ailuxe.concierge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RuleBasedConciergeTests {
  @Test
  void aBookingIsMadeStepByStep() {
    var dialogue = new Dialogue().disclosing();

    var first = dialogue.write("Good morning");
    assertThat(first.intent()).isEqualTo(Intent.QUESTION);
    assertThat(first.reply())
        .startsWith("Good morning, Anna.")
        .contains("automatic concierge of Maison Aurelia", "a person", "Sea Breeze", "Villa Azur");

    var talent = dialogue.write("I'd like a yacht in Monaco");
    assertThat(talent.intent()).isEqualTo(Intent.BOOK);
    assertThat(talent.booking().talent()).isEqualTo("Sea Breeze");
    assertThat(talent.booking().place()).isEqualTo("Monaco");
    assertThat(talent.reply()).contains("on which day", "at what time").doesNotContain("guests");

    var day = dialogue.write("on Christmas Eve");
    assertThat(day.intent()).isEqualTo(Intent.BOOK);
    assertThat(day.reply()).contains("Thursday, 24 December 2026", "at what time it begins");
    assertThat(day.booking().start()).isNull();

    var time = dialogue.write("from 7 to 11pm");
    assertThat(time.booking().start()).isEqualTo(LocalDateTime.parse("2026-12-24T19:00"));
    assertThat(time.booking().end()).isEqualTo(LocalDateTime.parse("2026-12-24T23:00"));
    assertThat(time.booking().zone()).isEqualTo(ZoneId.of("Europe/Monaco"));
    assertThat(time.reply())
        .contains("Thursday, 24 December 2026, from 19:00 to 23:00 (Monaco time)")
        .contains("how many guests", "budget");

    var last = dialogue.write("6, 5k");
    assertThat(last.booking().guests()).isEqualTo(6);
    assertThat(last.booking().budget()).isEqualTo(Money.of("5000", "EUR"));
    assertThat(last.reply())
        .contains("6 guests", "budget EUR 5,000", "check availability with the team")
        .doesNotContain("?")
        .doesNotContainIgnoringCase("confirmed");
    assertThat(last.needsPerson()).isFalse();
  }

  @Test
  void oneMessageMaySayItAll() {
    var draft =
        new Dialogue()
            .write(
                "Hi, please book Marcel for 24 December 2026 from 7pm to 11pm at the Ritz Paris"
                    + " for 4 people, budget €1,500");

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.booking())
        .isEqualTo(
            new BookingFields(
                "Marcel Dupont",
                LocalDateTime.parse("2026-12-24T19:00"),
                LocalDateTime.parse("2026-12-24T23:00"),
                ZoneId.of("Europe/Paris"),
                "the Ritz Paris",
                4,
                Money.of("1500", "EUR")));
    assertThat(draft.confidence()).isGreaterThanOrEqualTo(0.9);
    assertThat(draft.reply()).contains("check availability with the team");
  }
}
