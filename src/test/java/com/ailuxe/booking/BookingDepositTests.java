package com.ailuxe.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.PricePolicy.Surcharge;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Bookings where deposits are switched on. */
@BookingDatabaseTest
@TestPropertySource(properties = "ailuxe.booking.deposit.enabled=true")
class BookingDepositTests {
  private static final BigDecimal HALF = new BigDecimal("50");
  private static final PricePolicy DEARER =
      new PricePolicy(List.of(new Surcharge("More guests", BigDecimal.TEN)), HALF);

  @Autowired Bookings bookings;
  @Autowired BookingChanges changes;
  @Autowired BookingPrices prices;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  AgencyId agency;
  BookingId booking;

  @BeforeEach
  void confirmedBookingOfTwoHours() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    given.talent(agency, "Paul", "chauffeur");
    booking = given.held(agency, "Paul", "2026-12-01T10:00", "2026-12-01T12:00");
    prices.propose(booking, new PricePolicy(List.of(), HALF));
    bookings.decide(booking, true, Actor.named("Olivia"), null, null);
  }

  @Test
  void depositIsDueUntilAPersonSawItComeIn() {
    assertThat(prices.depositDue(booking)).contains(Money.of("100", "EUR"));

    prices.confirmDeposit(booking, Actor.named("Olivia"), "bank 4711");
    prices.confirmDeposit(booking, Actor.named("Olivia"), "bank 4711");

    assertThat(prices.depositDue(booking)).isEmpty();
    assertThat(
            jdbc.sql("select detail from audit where subject_id = ? and action = ?")
                .params(booking.value(), "booking.deposit-received")
                .query(String.class)
                .list())
        .containsExactly("EUR 100.00, bank 4711");
  }

  @Test
  void afterADearerChangeOnlyTheDifferenceIsDue() {
    prices.confirmDeposit(booking, Actor.named("Olivia"), null);
    var threeGuests = new BookingDetails(null, null, null, null, null, 3, null);
    var wish =
        new ChangeWish(
            agency,
            booking,
            new TurnId(UUID.randomUUID()),
            Actor.named("Ada Private"),
            threeGuests);
    var change = ((ChangeReceipt.Proposed) changes.request(wish)).changeId();
    prices.propose(change, DEARER);
    changes.decide(change, true, Actor.named("Olivia"), null, null);

    assertThat(prices.depositDue(booking)).contains(Money.of("10", "EUR"));
  }

  @Test
  void withoutAPriceNoDepositIsDue() {
    var unpriced = given.confirmed(agency, "Paul", "2026-12-02T10:00", "2026-12-02T12:00");

    assertThat(prices.depositDue(unpriced)).isEmpty();
  }
}
