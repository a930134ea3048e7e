package com.ailuxe.concierge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.rendering.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedAndCorrectedTests {
  private static final String WISH =
      "I would like this one on 21 February 2027 from 2pm to 8pm, 4 guests, 9000 EUR";

  private final Concierge concierge = new RuleBasedConcierge(new Templates());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sea Breeze is a 38 m motor yacht for 12 guests in Monaco. | Sea Breeze",
        "Lady Aurora | Lady Aurora",
        "We have a villa in Saint-Tropez: Villa Azur, from 4,000 EUR a day | Villa Azur",
      })
  void whoIsQuotedIsMeant(String quoted, String talent) {
    var draft = draft(new Dialogue().turn("x"), WISH, quoted, false);

    assertThat(draft.intent()).isEqualTo(Intent.BOOK);
    assertThat(draft.booking().talent()).isEqualTo(talent);
    assertThat(draft.booking().start()).hasToString("2027-02-21T14:00");
    assertThat(draft.booking().guests()).isEqualTo(4);
  }

  @Test
  void theContactsOwnWordsCountMoreThanTheQuote() {
    var draft =
        draft(
            new Dialogue().turn("x"),
            "Rather Villa Azur, on 21 February 2027 from 2pm to 8pm",
            "Sea Breeze is a 38 m motor yacht",
            false);

    assertThat(draft.booking().talent()).isEqualTo("Villa Azur");
  }

  @Test
  void ofSeveralThatAreQuotedItIsAskedWhichOne() {
    var draft = draft(new Dialogue().turn("x"), WISH, "We have Sea Breeze and Lady Aurora.", false);

    assertThat(draft.booking().talent()).isNotIn("Sea Breeze", "Lady Aurora");
  }

  @Test
  void aCorrectedWishChangesTheBookingThatCameOfIt() {
    var held = new Dialogue().withBooking("Booking BK-2026-0001 is held");

    var draft =
        draft(
            held.turn("x"),
            "I would like Sea Breeze in Monaco on 19 December 2026 from 7pm to 11pm, 4 guests, 9000 EUR",
            null,
            true);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.reference()).isEqualTo("BK-2026-0001");
    assertThat(draft.booking().start()).hasToString("2026-12-19T19:00");
    assertThat(draft.booking().talent()).isNull();
  }

  @Test
  void theBookingOfAQuotedLineIsTheOneThatIsChanged() {
    var two =
        new Dialogue()
            .withBooking("BK-2026-0001", "held", "Sea Breeze", false)
            .withBooking("BK-2026-0002", "held", "Lady Aurora", false);

    var draft =
        draft(
            two.turn("x"),
            "Please move this one to 20 December 2026",
            "Lady Aurora, 18 December 2026. Reference: BK-2026-0002",
            false);

    assertThat(draft.intent()).isEqualTo(Intent.CHANGE);
    assertThat(draft.reference()).isEqualTo("BK-2026-0002");
  }

  private Draft draft(TurnContext turn, String text, @Nullable String quotes, boolean corrects) {
    var line = new Line(Author.CONTACT, text, turn.now().toInstant(), quotes, corrects, false);
    return concierge.draft(turn.saying(List.of(line)));
  }
}
