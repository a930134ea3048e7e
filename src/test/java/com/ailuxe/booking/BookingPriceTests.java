package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.PricePolicy.Surcharge;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import com.ailuxe.talent.TalentId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BookingDatabaseTest
class BookingPriceTests {
  private static final String TEN = "2026-12-01T10:00";
  private static final String TWELVE = "2026-12-01T12:00";
  private static final PricePolicy PLAIN = new PricePolicy(List.of(), new BigDecimal("50"));
  private static final PricePolicy DEARER =
      new PricePolicy(
          List.of(new Surcharge("More than ten guests", BigDecimal.TEN)), new BigDecimal("50"));

  @Autowired Bookings bookings;
  @Autowired BookingChanges changes;
  @Autowired BookingPrices prices;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  AgencyId agency;
  TalentId paul;

  @BeforeEach
  void agencyWithTwoChauffeurs() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    paul = given.talent(agency, "Paul", "chauffeur");
    given.talent(agency, "Marie", "chauffeur");
  }

  @Test
  void factsTellWhatTheRulesMayAsk() {
    var id = given.held(agency, "Paul", "2026-12-05T20:00", "2026-12-06T00:30");

    assertThat(prices.facts(id))
        .isEqualTo(
            new PriceFacts(
                "chauffeur",
                "hour",
                new BigDecimal("4.5"),
                DayOfWeek.SATURDAY,
                new BigDecimal("2.5"),
                new BigDecimal("319"),
                2));
    given.withoutRate(paul);
    assertThat(prices.facts(id).rateKind()).isNull();
  }

  @Test
  void proposalIsKeptLineByLineAndProposedOnce() {
    var id = given.held(agency, "Paul", TEN, TWELVE);

    prices.propose(id, DEARER);
    prices.propose(id, DEARER);

    assertThat(price(id).lines())
        .containsExactly(
            new PriceLine("2 h at EUR 100.00", 20_000),
            new PriceLine("More than ten guests: 10 %", 2_000));
    assertThat(price(id).total()).isEqualTo(Money.of("220", "EUR"));
    assertThat(price(id).deposit()).isEqualTo(Money.of("110", "EUR"));
    assertThat(rows(id)).isEqualTo(1);
  }

  @Test
  void confirmedPriceStaysWhateverTheRatesAndRulesSayLater() {
    var id = priced("Paul");
    bookings.decide(id, true, Actor.named("Olivia"), null, null);
    given.withoutRate(paul);

    prices.propose(id, DEARER);

    assertThat(price(id).total()).isEqualTo(Money.of("200", "EUR"));
  }

  @Test
  void approverNamesAnotherPriceWithAReason() {
    var id = priced("Paul");

    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, agreed("150", "a regular")))
        .isEqualTo(new DecisionOutcome.Confirmed());

    assertThat(price(id).lines())
        .containsExactly(
            new PriceLine("2 h at EUR 100.00", 20_000),
            new PriceLine("As agreed: a regular", -5_000));
    assertThat(price(id).total()).isEqualTo(Money.of("150", "EUR"));
    assertThat(
            jdbc.sql("select agreed_by from booking_price where booking_id = ? order by priced_at")
                .param(id.value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list())
        .containsExactlyInAnyOrder("null", "Olivia");
  }

  @Test
  void priceThatCannotBeLeavesTheBookingUndecided() {
    var id = priced("Paul");

    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, agreed("150", null)))
        .isEqualTo(
            new DecisionOutcome.PriceRefused("Say why the price is another one than proposed."));

    assertThat(bookings.facts(id).state()).isEqualTo(BookingState.HELD);
    assertThat(price(id).total()).isEqualTo(Money.of("200", "EUR"));
  }

  @Test
  void withoutARateTheApproverHasToNameThePrice() {
    given.withoutRate(paul);
    var id = priced("Paul");

    assertThat(price(id).onRequest()).isTrue();
    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, null))
        .isEqualTo(
            new DecisionOutcome.PriceRefused(
                "There is no rate for this booking: enter the price."));
    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, agreed("275.50", null)))
        .isEqualTo(new DecisionOutcome.Confirmed());

    assertThat(price(id).total()).isEqualTo(Money.of("275.50", "EUR"));
  }

  @Test
  void bookingWhoseApprovalBeganBeforePricesCanStillBeApproved() {
    var id = given.held(agency, "Paul", TEN, TWELVE);

    assertThat(bookings.decide(id, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new DecisionOutcome.Confirmed());
    assertThat(bookings.facts(id).price()).isNull();
  }

  @Test
  void anotherTimeNeedsAPersonThoughThePriceIsTheSame() {
    var id = confirmed();
    var change = proposed(id, at("2026-12-01T15:00"));

    assertThat(prices.propose(change, PLAIN)).isTrue();
    assertThat(price(change).total()).isEqualTo(Money.of("200", "EUR"));
  }

  @Test
  void moreGuestsNeedAPersonWhereTheyCostMore() {
    var id = confirmed();
    var change = proposed(id, guests(11));

    assertThat(prices.facts(change).guests()).isEqualTo(11);
    assertThat(prices.propose(change, DEARER)).isTrue();
    assertThat(price(id).total()).isEqualTo(Money.of("200", "EUR"));
    assertThat(price(change).total()).isEqualTo(Money.of("220", "EUR"));
    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, null))
        .isEqualTo(new ChangeOutcome.Applied());

    assertThat(price(id).total()).isEqualTo(Money.of("220", "EUR"));
  }

  @Test
  void moreGuestsForTheSamePriceNeedNobody() {
    var id = confirmed();
    var change = proposed(id, guests(3));

    assertThat(prices.propose(change, PLAIN)).isFalse();
    assertThat(changes.decide(change, true, Actor.STAFF, null, null))
        .isEqualTo(new ChangeOutcome.Applied());

    assertThat(bookings.facts(id).guests()).isEqualTo(3);
    assertThat(price(id).total()).isEqualTo(Money.of("200", "EUR"));
  }

  @Test
  void changeWithoutARateNeedsAPersonWhoNamesThePrice() {
    var id = confirmed();
    given.withoutRate(paul);
    var change = proposed(id, guests(3));

    assertThat(prices.propose(change, PLAIN)).isTrue();
    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, null))
        .isInstanceOf(ChangeOutcome.PriceRefused.class);
    assertThat(changes.decide(change, true, Actor.named("Olivia"), null, agreed("300", null)))
        .isEqualTo(new ChangeOutcome.Applied());

    assertThat(price(id).total()).isEqualTo(Money.of("300", "EUR"));
  }

  @Test
  void changeThatWasOvertakenNeedsNobody() {
    var id = confirmed();
    var change = proposed(id, guests(3));
    proposed(id, guests(4));

    assertThat(prices.propose(change, PLAIN)).isFalse();
  }

  @Test
  void whoWantsAnotherTimeWantsItFromNowOn() {
    var id = confirmed();
    clock.set("2026-11-30T11:00:00Z");

    assertThat(prices.facts(proposed(id, guests(3))).leadHours())
        .isEqualByComparingTo(prices.facts(id).leadHours());
    assertThat(prices.facts(proposed(id, at("2026-12-01T15:00"))).leadHours())
        .isEqualByComparingTo("27");
  }

  @Test
  void heldBookingThatIsMovedHasToBePricedAnew() {
    var id = priced("Paul");

    changes.request(wish(id, at("2026-12-01T15:00")));

    assertThat(bookings.facts(id).price()).isNull();
  }

  @Test
  void depositIsSwitchedOffUnlessSaidOtherwise() {
    assertThat(prices.depositDue(confirmed())).isEmpty();
  }

  private BookingId priced(String talent) {
    var id = given.held(agency, talent, TEN, TWELVE);
    prices.propose(id, PLAIN);
    return id;
  }

  private BookingId confirmed() {
    var id = priced("Paul");
    bookings.decide(id, true, Actor.named("Olivia"), null, null);
    return id;
  }

  private Price price(BookingId id) {
    return Objects.requireNonNull(bookings.facts(id).price());
  }

  private Price price(ChangeId change) {
    return Objects.requireNonNull(changes.facts(change).price());
  }

  private int rows(BookingId id) {
    return jdbc.sql("select count(*) from booking_price where booking_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  private ChangeId proposed(BookingId id, BookingDetails details) {
    return ((ChangeReceipt.Proposed) changes.request(wish(id, details))).changeId();
  }

  private ChangeWish wish(BookingId id, BookingDetails details) {
    return new ChangeWish(
        agency, id, new TurnId(UUID.randomUUID()), Actor.named("Ada Private"), details);
  }

  private static AgreedPrice agreed(String amount, @Nullable String reason) {
    return new AgreedPrice(new BigDecimal(amount), reason);
  }

  private static BookingDetails at(String start) {
    return new BookingDetails(null, LocalDateTime.parse(start), null, null, null, null, null);
  }

  private static BookingDetails guests(int guests) {
    return new BookingDetails(null, null, null, null, null, guests, null);
  }
}
