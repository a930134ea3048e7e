package com.ailuxe.journey.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.booking.Given;
import com.ailuxe.contract.Contracts;
import com.ailuxe.journey.ErrorCodes;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.journey.contract.GatherFactsWorker;
import com.ailuxe.journey.contract.IssueContractWorker;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.CaseNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.StaffTemplate;
import com.ailuxe.journey.pricing.GatherPriceFactsWorker;
import com.ailuxe.journey.pricing.ProposePriceWorker;
import com.ailuxe.journey.pricing.ProposePriceWorker.Decided;
import com.ailuxe.journey.pricing.ProposePriceWorker.Row;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.TurnId;
import com.ailuxe.staff.StaffGroup;
import com.ailuxe.talent.TalentId;
import io.camunda.client.exception.BpmnError;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A price on its way from the rate to the approver, the contract and the contact. */
@WorkersTest
@TestPropertySource(properties = "ailuxe.booking.deposit.enabled=true")
class MoneyTests {
  private static final BigDecimal HALF = new BigDecimal("50");

  @Autowired GatherPriceFactsWorker gather;
  @Autowired ProposePriceWorker propose;
  @Autowired PrepareApprovalWorker prepareApproval;
  @Autowired DecideBookingWorker decide;
  @Autowired PrepareChangeWorker prepareChange;
  @Autowired DecideChangeWorker decideChange;
  @Autowired GatherFactsWorker gatherFacts;
  @Autowired IssueContractWorker issue;
  @Autowired PrepareDepositWorker prepareDeposit;
  @Autowired ConfirmDepositWorker confirmDeposit;
  @Autowired BookingNotices notices;
  @Autowired Bookings bookings;
  @Autowired BookingChanges changes;
  @Autowired Contracts contracts;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired CaseNotices cases;
  @Autowired JdbcClient jdbc;

  private AgencyId agency;
  private TalentId aurora;
  private String booking;

  @BeforeEach
  void heldYachtForTenHours() {
    clock.set("2026-11-22T12:00:00Z");
    agency = given.agency();
    aurora = given.talent(agency, "Aurora", "Yacht");
    booking = given.held(agency, "Aurora", "2026-12-05T10:00", "2026-12-05T20:00").toString();
  }

  @Test
  void factsAreNamedAsTheDecisionsNameThem() {
    var facts = gather.handle(booking, null);

    assertThat(facts.service()).isEqualTo("yacht");
    assertThat(facts.rateKind()).isEqualTo("hour");
    assertThat(facts.weekday()).isEqualTo("saturday");
    assertThat(facts.hours()).isEqualByComparingTo("10");
  }

  @Test
  void approverSeesThePriceWithItsLinesAndThatItIsOverTheBudget() {
    price();

    var shown = prepareApproval.handle(booking).approval();

    assertThat(shown.proposedPrice()).isEqualTo("EUR 1,100.00");
    assertThat(shown.breakdown())
        .isEqualTo("10 h at EUR 100.00: EUR 1,000.00\nMore than ten guests: 10 %: EUR 100.00");
    assertThat(shown.budget()).isEqualTo("EUR 900.00");
    assertThat(shown.when()).isEqualTo("Saturday 5 December 2026, 10:00 – 20:00 (Paris time)");
    assertThat(shown.overBudget()).isEqualTo("EUR 200.00 over the budget of EUR 900.00.");
  }

  @Test
  void approverIsToldWhereThePriceIsOnRequestOrInAnotherCurrency() {
    given.withoutRate(aurora);
    price();
    assertThat(prepareApproval.handle(booking).approval().proposedPrice())
        .isEqualTo("on request (EUR)");
    assertThat(prepareApproval.handle(booking).approval().breakdown()).isEmpty();
    assertThat(prepareApproval.handle(booking).approval().overBudget()).isEmpty();

    given.rate(agency, aurora, "EVENT", "150000", "JPY", null, "2026-01-01", null);
    price();
    assertThat(prepareApproval.handle(booking).approval().overBudget())
        .isEqualTo("The budget is in EUR, the price in JPY: compare them yourself.");
  }

  @Test
  void confirmedPriceStandsInTheContractAndInTheNotice() throws IOException {
    price();
    decide.handle(booking, true, null, "1050.50", "a regular", Jobs.ofNobody());

    var contract = issue.handle(booking, "service-agreement").contractId();
    try (var pdf = Loader.loadPDF(contracts.pdf(ContractId.parse(contract)).pdf())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("EUR 1,050.50", "The fee is the price named above")
          .doesNotContain("Budget");
    }
    assertThat(gatherFacts.handle(booking).amount()).isEqualByComparingTo("1050.50");
    assertThat(
            notices
                .message(
                    bookings.facts(BookingId.parse(booking)),
                    MessageTemplate.BOOKING_APPROVED,
                    "once")
                .content()
                .text())
        .contains("Price: EUR 1,050.50");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"12,50\",x,\"'12,50' is no price; write it as 1250 or 1250.50.\"",
        "1.005,x,A price in EUR has no more than 2 decimals.",
        "1000,,Say why the price is another one than proposed."
      })
  void whatIsNoPriceGoesBackToTheApprover(String amount, @Nullable String reason, String problem) {
    price();

    assertThatThrownBy(() -> decide.handle(booking, true, null, amount, reason, Jobs.ofNobody()))
        .isInstanceOfSatisfying(
            BpmnError.class,
            error -> {
              assertThat(error.getErrorCode()).isEqualTo(ErrorCodes.PRICE_REFUSED);
              assertThat(error.getVariables()).isEqualTo(Map.of("problem", problem));
            });
    assertThat(bookings.facts(BookingId.parse(booking)).state()).isEqualTo(BookingState.HELD);
  }

  @Test
  void whatNobodyDecidedIsNotDecided() {
    price();

    assertThatThrownBy(() -> decide.handle(booking, null, null, "", "", Jobs.ofNobody()))
        .isInstanceOf(JobFailed.class)
        .hasMessageContaining("approved is neither true nor false");
  }

  @Test
  void whoDeclinesNeedsNoPrice() {
    price();

    assertThat(
            decide.handle(booking, false, null, "nonsense", null, Jobs.ofNobody()).bookingOutcome())
        .isEqualTo("declined");
  }

  @Test
  void changeShowsTheOldAndTheNewPrice() {
    price();
    decide.handle(booking, true, null, "", "", Jobs.ofNobody());
    var threeGuests = new BookingDetails(null, null, null, null, null, 3, null);
    var wish =
        new ChangeWish(
            agency,
            BookingId.parse(booking),
            new TurnId(UUID.randomUUID()),
            Actor.named("Ada Private"),
            threeGuests);
    var change = ((ChangeReceipt.Proposed) changes.request(wish)).changeId().toString();

    assertThat(gather.handle(booking, change).guests()).isEqualTo(3);
    assertThat(propose.handle(new Decided(booking, change, null, HALF)).approvalNeeded()).isTrue();
    var shown = prepareChange.handle(change).change();
    assertThat(shown.currentPrice()).isEqualTo("EUR 1,100.00");
    assertThat(shown.proposedPrice()).isEqualTo("EUR 1,000.00");
    assertThat(shown.breakdown()).isEqualTo("10 h at EUR 100.00: EUR 1,000.00");
    assertThat(shown.overBudget()).isEqualTo("EUR 100.00 over the budget of EUR 900.00.");
    assertThatThrownBy(() -> decideChange.handle(change, true, null, "-1", "x", Jobs.ofNobody()))
        .isInstanceOf(BpmnError.class);
    assertThat(decideChange.handle(change, true, null, "", "", Jobs.ofNobody()).changeOutcome())
        .isEqualTo("applied");
  }

  @Test
  void depositIsAskedForUntilItIsConfirmed() {
    price();
    decide.handle(booking, true, null, "", "", Jobs.ofNobody());

    var prepared = prepareDeposit.handle(booking);
    assertThat(prepared.depositDue()).isTrue();
    var deposit = Objects.requireNonNull(prepared.deposit());
    assertThat(deposit.amount()).isEqualTo("EUR 550.00");
    assertThat(deposit.price()).isEqualTo("EUR 1,100.00");
    confirmDeposit.handle(booking, "yes", " ", Jobs.ofNobody());

    assertThat(prepareDeposit.handle(booking))
        .isEqualTo(new PrepareDepositWorker.Prepared(false, null));
  }

  @Test
  void supervisorsReadWhatIsStillOpenOfADepositThatNobodyConfirmed() {
    price();
    decide.handle(booking, true, null, "", "", Jobs.ofNobody());

    cases.about(
        BookingId.parse(booking),
        StaffTemplate.DEPOSIT_OPEN,
        StaffGroup.SUPERVISOR,
        "open/" + booking);

    assertThat(
            jdbc.sql("select text from staff_notice where idempotency_key = ?")
                .param("open/" + booking)
                .query(String.class)
                .list())
        .hasSize(1)
        .allSatisfy(text -> assertThat(text).contains("Not confirmed: EUR 550.00"));
  }

  private void price() {
    var manyGuests = new Row("More than ten guests", BigDecimal.TEN);
    propose.handle(new Decided(booking, null, List.of(manyGuests), HALF));
  }
}
