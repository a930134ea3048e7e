package com.ailuxe.concierge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.rules.Dialogue;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftCheckTests {
  private static final ModelAnswer.Booking NOTHING = ModelAnswer.Booking.NOTHING;

  @ParameterizedTest
  @CsvSource({
    "2026-12-13T19:00, , The start is past",
    "2026-12-24T19:00, 2026-12-24T18:00, The end is before the start",
    "2026-12-24T19:00, 2026-12-24T19:00, The end is before the start",
    ", 2026-12-01T19:00, The end is before the start",
    "next Friday, , Unreadable start",
    "2026-02-30T10:00, , Unreadable start"
  })
  void timesThatCannotBeAreLeftOut(@Nullable String start, @Nullable String end, String reason) {
    var draft = book(new ModelAnswer.Booking(null, null, start, end, null, null, null, null, null));

    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reason()).contains(reason);
    assertThat(draft.booking().end()).isNull();
    assertThat(draft.booking().start() == null)
        .isEqualTo(!reason.startsWith("The end") || start == null);
  }

  @Test
  void aTalentThatIsNotInTheListIsLeftOut() {
    var draft =
        book(new ModelAnswer.Booking(null, "Titanic", null, null, null, null, null, null, null));

    assertThat(draft.booking()).isEqualTo(BookingFields.NONE);
    assertThat(draft.reason()).isEqualTo("Unknown talent: Titanic");
  }

  @ParameterizedTest
  @CsvSource({"SEA BREEZE, Sea Breeze", "Yacht, yacht"})
  void aTalentIsSpeltAsInTheList(String said, String expected) {
    assertThat(
            book(new ModelAnswer.Booking(null, said, null, null, null, null, null, null, null))
                .booking()
                .talent())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, EUR", "0, EUR", "100, XYZ", "10.5, JPY"})
  void amountsThatCannotBeAreLeftOut(BigDecimal amount, String currency) {
    var draft =
        book(new ModelAnswer.Booking(null, null, null, null, null, null, null, amount, currency));

    assertThat(draft.booking().budget()).isNull();
    assertThat(draft.reason()).contains("Impossible budget");
  }

  @Test
  void anAmountWithoutCurrencyIsInTheAgencys() {
    var draft =
        book(
            new ModelAnswer.Booking(
                null, null, null, null, null, null, null, new BigDecimal("900"), null));

    assertThat(draft.booking().budget()).isEqualTo(Money.of("900", "EUR"));
    assertThat(draft.needsPerson()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0", "-3", "100000"})
  void numbersOfGuestsThatCannotBeAreLeftOut(int guests) {
    var draft =
        book(new ModelAnswer.Booking(null, null, null, null, null, null, guests, null, null));

    assertThat(draft.booking().guests()).isNull();
    assertThat(draft.needsPerson()).isTrue();
  }

  @Test
  void withoutAZoneThePlaceDecides() {
    var draft =
        book(
            new ModelAnswer.Booking(
                null,
                null,
                "2026-12-24T19:00",
                null,
                null,
                "the Plaza, New York",
                null,
                null,
                null));

    assertThat(draft.booking().zone()).isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void aStartThatMovesTakesItsEndAlong() {
    var known =
        BookingFields.NONE.with(
            new BookingFields(
                null,
                LocalDateTime.parse("2026-12-24T19:00"),
                LocalDateTime.parse("2026-12-24T23:00"),
                ZoneId.of("Europe/Paris"),
                null,
                null,
                null));
    var said =
        new ModelAnswer.Booking(null, null, "2026-12-26T19:00", null, null, null, null, null, null);

    var draft =
        new DraftCheck(new Dialogue().knowing(known).turn("Saturday"))
            .draft(answer("book", said, false, null));

    assertThat(draft.booking().start()).isEqualTo("2026-12-26T19:00");
    assertThat(draft.booking().end()).isEqualTo("2026-12-26T23:00");
    assertThat(draft.booking().zone()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"accept-contract", "decline-contract"})
  void withoutAContractNoneIsAnswered(String intent) {
    var draft =
        new DraftCheck(new Dialogue().turn("Yes")).draft(answer(intent, NOTHING, false, null));

    assertThat(draft.intent()).isEqualTo(Intent.QUESTION);
    assertThat(draft.needsPerson()).isTrue();
  }

  @Test
  void anOpenContractIsAnswered() {
    var draft =
        new DraftCheck(new Dialogue().withContract("AL-1").turn("I accept"))
            .draft(answer("accept-contract", NOTHING, false, null));

    assertThat(draft.intent()).isEqualTo(Intent.ACCEPT_CONTRACT);
    assertThat(draft.needsPerson()).isFalse();
  }

  @Test
  void whoHasNothingToCancelIsAnsweredByAPerson() {
    var cancel = answer("cancel", NOTHING, false, null);

    var none = new DraftCheck(new Dialogue().turn("Cancel it")).draft(cancel);
    var held = new DraftCheck(new Dialogue().withBooking("held").turn("Cancel it")).draft(cancel);

    assertThat(none.reason()).isEqualTo("Wants to cancel, but has no open booking");
    assertThat(none.needsPerson()).isTrue();
    assertThat(held.needsPerson()).isFalse();
  }

  @Test
  void thePersonIsToldWhy() {
    var draft =
        new DraftCheck(new Dialogue().turn("Can I bring my tiger?"))
            .draft(answer("question", NOTHING, true, "Brings a tiger"));

    assertThat(draft.needsPerson()).isTrue();
    assertThat(draft.reason()).isEqualTo("Brings a tiger");
  }

  @Test
  void aReplyLongerThanAMessageIsAskedForAgain() {
    var check = new DraftCheck(new Dialogue().turn("Hello"));
    var answer = new ModelAnswer("x".repeat(4097), "question", null, null, 0.5, false, null);

    assertThatThrownBy(() -> check.draft(answer)).isInstanceOf(UnusableAnswer.class);
  }

  @Test
  void aChangeIsHeldAgainstTheBookingItIsAbout() {
    var check =
        new DraftCheck(
            new Dialogue()
                .withBooking("BK-2026-0001", "held", "Sea Breeze", false)
                .withBooking("BK-2026-0002", "confirmed", "Villa Azur", true)
                .turn("an hour later"));

    var draft = check.draft(answer("change", later("BK-2026-0002"), false, null));
    var open = check.draft(answer("change", later(null), false, null));

    assertThat(draft.reference()).isEqualTo("BK-2026-0002");
    assertThat(draft.booking().start()).isEqualTo("2026-12-18T20:00");
    assertThat(draft.needsPerson()).isFalse();
    assertThat(open.reference()).isNull();
    assertThat(open.booking()).isEqualTo(BookingFields.NONE);
  }

  @Test
  void aChangeOfNoBookingIsLeftToAPerson() {
    var unknown = answer("change", later("BK-2026-0009"), false, null);

    var other = new DraftCheck(new Dialogue().withBooking("held").turn("later")).draft(unknown);
    var none = new DraftCheck(new Dialogue().turn("later")).draft(unknown);

    assertThat(other.intent()).isEqualTo(Intent.QUESTION);
    assertThat(other.reason())
        .isEqualTo("Wants to change a booking that is not active: BK-2026-0009");
    assertThat(none.reason()).isEqualTo("Wants to change a booking, but has none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "it is maria  petrova, thanks; Maria Petrova; Maria Petrova",
        "Ⓜⓐⓡⓘⓐ Petrova; Maria Petrova; Maria Petrova",
        "Northwind Ltd, represented by Anna Berg; Northwind Ltd, represented by Anna Berg; Northwind Ltd, represented by Anna Berg",
        "Yes please; Maria Petrova;",
        "Yes please; Yes please;",
        "Yes please; 🌸;",
        "Thank You; Thank You;",
        "王小明; 王小明;",
        "Maria; Mari;"
      })
  void aLegalNameIsOneThatTheContactWrote(String wrote, String read, @Nullable String kept) {
    var draft =
        new DraftCheck(new Dialogue().turn(wrote))
            .draft(new ModelAnswer("Noted.", "question", null, read, 0.9, false, null));

    assertThat(draft.legalName()).isEqualTo(kept == null ? null : new LegalName(kept));
    assertThat(draft.needsPerson()).isEqualTo(kept == null);
  }

  private static ModelAnswer.Booking later(@Nullable String reference) {
    return new ModelAnswer.Booking(
        reference, null, "2026-12-18T20:00", null, null, null, null, null, null);
  }

  private static Draft book(ModelAnswer.Booking said) {
    return new DraftCheck(new Dialogue().turn("Hello")).draft(answer("book", said, false, null));
  }

  private static ModelAnswer answer(
      String intent, ModelAnswer.Booking said, boolean needsPerson, @Nullable String reason) {
    return new ModelAnswer("Very well.", intent, said, null, 0.9, needsPerson, reason);
  }
}
