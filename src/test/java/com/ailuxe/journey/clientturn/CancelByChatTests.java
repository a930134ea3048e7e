package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Actor;
import com.ailuxe.booking.AgreedPrice;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.Jobs;
import com.ailuxe.journey.booking.ReleaseSlotWorker;
import com.ailuxe.journey.bookingdesk.CarryOutRequestWorker;
import com.ailuxe.journey.bookingdesk.PrepareRequestWorker;
import com.ailuxe.journey.contract.ContractNotices;
import com.ailuxe.journey.contract.IssueContractWorker;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.CaseNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.StaffTemplate;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import com.ailuxe.staff.StaffGroup;
import io.camunda.client.api.response.ActivatedJob;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CancelByChatTests extends BookingChat {
  @Autowired AskToCancelWorker ask;
  @Autowired CancelBookingWorker cancel;
  @Autowired RecordAnswerWorker record;
  @Autowired IssueContractWorker issue;
  @Autowired PrepareRequestWorker prepareRequest;
  @Autowired CarryOutRequestWorker desk;
  @Autowired FakeUserTasks tasks;
  @Autowired BookingChanges changes;
  @Autowired CancellationRules rules;
  @Autowired BookingNotices notices;
  @Autowired CaseNotices cases;
  @Autowired ReleaseSlotWorker release;
  @Autowired Contracts contracts;
  @Autowired ContractNotices contractNotices;

  @AfterEach
  void backToToday() {
    clock.reset();
  }

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 6);
  }

  @Test
  void theOnlyBookingIsNamedAndIsCancelledByItsButtonOnce() {
    says("Hello");
    var booking = confirmed("Marco Valli", 3);
    var reference = reference(booking);
    says("I have to cancel my booking, sorry");
    var turn = answered("cancel");

    ask.handle(turn);
    ask.handle(turn);

    assertThat(sent())
        .hasSize(2)
        .last(InstanceOfAssertFactories.STRING)
        .endsWith(
            "\n\nShall I cancel this booking?\n%s: Marco Valli, Thursday 3 June 2027, 19:00 (Paris time)\nCancelling is free of charge."
                .formatted(reference));
    assertThat(buttons())
        .contains("Cancel " + reference, "booking:cancel:" + booking, "Keep it")
        .contains("booking:keep:" + booking);
    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);

    var pressed = press("booking:cancel:" + booking, "confirm-cancel", booking);
    cancel.handle(pressed, "confirm-cancel", booking.toString(), 0L);
    cancel.handle(pressed, "confirm-cancel", booking.toString(), 0L);

    assertThat(state(booking)).isEqualTo(BookingState.CANCELLED);
    assertThat(sent()).hasSize(2);
    assertThat(openMessages()).isZero();
    assertThat(
            jdbc.sql(
                    "select actor from audit where action = 'booking.cancelled' and subject_id = ?")
                .param(booking.value())
                .query(String.class)
                .list())
        .containsExactly("Ada Lund");
  }

  @Test
  void whoPressesAgainIsToldWhatIsTrue() {
    says("Hello");
    var booking = confirmed("Marco Valli", 4);
    bookings.complete(booking);

    var late = press("booking:cancel:" + booking, "confirm-cancel", booking);
    cancel.handle(late, "confirm-cancel", booking.toString(), 0L);
    cancel.handle(late, "confirm-cancel", booking.toString(), 0L);

    assertThat(sent())
        .containsExactly(
            "Booking %s is over, so it cannot be cancelled any more."
                .formatted(reference(booking)));
    assertThat(state(booking)).isEqualTo(BookingState.COMPLETED);
  }

  @Test
  void aBookingIsKeptOnRequest() {
    says("Hello");
    var booking = confirmed("Marco Valli", 5);

    var kept = press("booking:keep:" + booking, "keep", booking);
    cancel.handle(kept, "keep", booking.toString(), 0L);
    cancel.handle(kept, "keep", booking.toString(), 0L);

    assertThat(sent())
        .containsExactly("Your booking %s stays as it is.".formatted(reference(booking)));
    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
  }

  @Test
  void theQuestionItsButtonsAndTheAnswerAreInTheContactsLanguage() {
    says("Hello");
    var booking = confirmed("Marco Valli", 11);
    var reference = reference(booking);
    speaks("de");
    says("please cancel");

    ask.handle(answered("cancel"));

    assertThat(sent().getLast())
        .endsWith(
            """

            Soll ich diese Buchung stornieren?
            %s: Marco Valli, Freitag, 11. Juni 2027, 19:00 (Ortszeit Paris)
            Die Absage ist kostenfrei."""
                .formatted(reference));
    assertThat(buttons()).contains("Storno " + reference, "Behalten");

    var kept = press("booking:keep:" + booking, "keep", booking);
    cancel.handle(kept, "keep", booking.toString(), 0L);

    assertThat(sent())
        .last()
        .isEqualTo("Ihre Buchung %s bleibt, wie sie ist.".formatted(reference));
  }

  @Test
  void eachOfSeveralBookingsHasItsButtonUpToThree() {
    says("Hello");
    for (var day = 6; day <= 9; day++) {
      confirmed("Marco Valli", day);
    }
    says("please cancel");

    ask.handle(answered("cancel"));

    assertThat(sent().getLast())
        .contains(
            "\n\nWhich of your bookings shall I cancel?\n",
            "6 June 2027",
            "7 June 2027",
            "8 June 2027",
            "9 June 2027")
        .endsWith("The buttons are for the first 3; for another one, ask for a person.");
    assertThat(buttons().split("booking:cancel:")).hasSize(4);
    assertThat(buttons()).doesNotContain("booking:keep:");
  }

  @Test
  void whoHasNoBookingIsAnsweredByAPersonAndAskedNothing() {
    says("please cancel my booking");
    var turn = collected();

    assertThat(draft.handle(turn).needsPerson()).isTrue();
    ask.handle(turn);

    assertThat(sent())
        .containsExactly("I see no open booking of yours, so there is nothing to cancel.");
    assertThat(buttons()).isEqualTo("[]");
  }

  @Test
  void nobodyCancelsTheBookingOfSomebodyElseAndWhoTriesIsToldSo() {
    says("Hello");
    var booking = confirmed("Marco Valli", 10);
    ada = newIdentity();

    for (var id : List.of(booking, new BookingId(UUID.randomUUID()))) {
      var pressed = press("booking:cancel:" + id, "confirm-cancel", id);
      cancel.handle(pressed, "confirm-cancel", id.toString(), 0L);
    }

    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
    assertThat(sent())
        .hasSize(2)
        .allMatch(line -> line.startsWith("Thank you, Ada. That button does not belong to"));
    assertThat(openMessages()).isZero();
  }

  /** A modified messenger may send back whatever it likes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "contract:accept:00000000-0000-4000-8000-0000000000aa",
        "contract:decline:00000000-0000-4000-8000-0000000000aa",
        "contract:accept:00000000-0000-4000-8000-0000000000AA",
        "contract:accept:",
        "contract:tear-up:00000000-0000-4000-8000-0000000000aa",
        "booking:cancel:00000000-0000-4000-8000-0000000000aa",
        "booking:keep:00000000-0000-4000-8000-0000000000aa",
        "booking:cancel:00000000-0000-4000-8000-0000000000aa:more",
        "booking:cancel:${system}",
        "booking:",
      })
  void aButtonThatNamesNothingIsAnsweredInOneLineAndTheChatGoesOn(String payload) {
    receives(new Content(MessageType.BUTTON_REPLY, "Accept", payload, null));
    speaks("de");

    carriesOutThePress();

    assertThat(sent())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("Vielen Dank, Ada. ");
    assertThat(openMessages()).isZero();
    says("Which yachts do you have?");
    collected();
  }

  @Test
  void aPressWithoutATitleThatMeansNothingIsAnsweredInOneLine() {
    receives(new Content(MessageType.BUTTON_REPLY, null, "elsewhere", null));

    carriesOutThePress();

    assertThat(sent())
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("Thank you, Ada. That button does not belong to anything");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Thank you", "Cancel it"})
  void aBookingIsCancelledOnceHoweverOftenItsButtonIsPressedAndWhateverElseIsWritten(String words) {
    says("Hello");
    var booking = confirmed("Marco Valli", 12 + words.length());
    var button = "booking:cancel:" + booking;
    receives(new Content(MessageType.BUTTON_REPLY, "Cancel", button, null));
    if (!words.isEmpty()) {
      says(words);
    }
    receives(new Content(MessageType.BUTTON_REPLY, "Cancel", button, null));

    carriesOutThePress();

    assertThat(state(booking)).isEqualTo(BookingState.CANCELLED);
    assertThat(openMessages()).isEqualTo(words.isEmpty() ? 0 : 1);
    assertThat(sent()).isEmpty();
    assertThat(collect.handle(conversation(), job()).route())
        .isEqualTo(words.isEmpty() ? "none" : "draft");
  }

  private void carriesOutThePress() {
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("act");
    var turn = Objects.requireNonNull(collected.turnId());
    var intent = Objects.requireNonNull(collected.intent());
    for (var delivery = 0; delivery < 2; delivery++) {
      if (intent.endsWith("-contract")) {
        record.handle(turn, intent, collected.contractId());
      } else {
        cancel.handle(turn, intent, collected.bookingId(), collected.feeShown());
      }
    }
  }

  @Test
  void aLateCancellationCostsWhatTheAgreementSaysAndSaysSoBeforeTheButtonIsThere() {
    var booking = agreed(22);
    clock.set(start(22).minus(Duration.ofHours(17)).toString());
    says("I have to cancel my booking, sorry");

    ask.handle(answered("cancel"));

    assertThat(sent().getLast())
        .endsWith("By our agreement, cancelling now costs 50 % of the price: EUR 450.00.");
    assertThat(buttons()).contains("booking:cancel:" + booking + ":45000");

    var pressed = press("booking:cancel:" + booking + ":45000", "confirm-cancel", booking);
    cancel.handle(pressed, "confirm-cancel", booking.toString(), 45000L);
    cancel.handle(pressed, "confirm-cancel", booking.toString(), 45000L);

    assertThat(state(booking)).isEqualTo(BookingState.CANCELLED);
    assertThat(charges(booking))
        .containsExactly(
            "EUR 45000, 50.00 %, called off within 36 hours before the start, null, Ada Lund");
    assertThat(confirmation(booking))
        .contains("As our agreement provides, the cancellation fee is EUR 450.00.");
  }

  @Test
  void whoPressesWhenTheFreeTimeHasPassedIsAskedAgain() {
    var booking = agreed(23);
    clock.set(start(23).minus(Duration.ofHours(37)).toString());
    says("I have to cancel my booking, sorry");
    ask.handle(answered("cancel"));
    assertThat(sent().getLast())
        .endsWith(
            "You can still cancel free of charge, until %s."
                .formatted("Tuesday 22 June 2027, 07:00 (Paris time)"));

    clock.set(start(23).minus(Duration.ofHours(35)).toString());
    var pressed = press("booking:cancel:" + booking, "confirm-cancel", booking);
    cancel.handle(pressed, "confirm-cancel", booking.toString(), 0L);
    cancel.handle(pressed, "confirm-cancel", booking.toString(), 0L);

    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
    assertThat(sent().getLast())
        .startsWith("Since I asked you, what a cancellation costs has changed")
        .contains("EUR 450.00");
    assertThat(buttons()).contains("booking:cancel:" + booking + ":45000");
    assertThat(openMessages()).isZero();
    assertThat(charges(booking)).isEmpty();
  }

  @Test
  void whoCancelsInTimeOrBeforeTheAgreementPaysNothing() {
    says("Hello");
    var unsigned = confirmed("Marco Valli", 24);
    var inTime = agreed(27);
    clock.set(start(24).minus(Duration.ofHours(2)).toString());

    for (var booking : List.of(unsigned, inTime)) {
      var pressed = press("booking:cancel:" + booking, "confirm-cancel", booking);
      cancel.handle(pressed, "confirm-cancel", booking.toString(), 0L);
    }

    assertThat(state(unsigned)).isEqualTo(BookingState.CANCELLED);
    assertThat(charges(unsigned)).isEmpty();
    assertThat(confirmation(unsigned)).contains("There is nothing to pay for the cancellation.");
    assertThat(state(inTime)).isEqualTo(BookingState.CANCELLED);
    assertThat(charges(inTime)).isEmpty();
  }

  @Test
  void onlyAPersonWithANameAndAReasonWaivesTheFee() {
    var booking = agreed(25);
    clock.set(start(25).minus(Duration.ofHours(5)).toString());
    var shown = prepareRequest.handle(reference(booking), null, null, null).desk();
    assertThat(shown.fee()).isEqualTo("EUR 450.00");
    assertThat(shown.feeReason())
        .isEqualTo("50 % of the price, called off within 36 hours before the start");

    assertThat(waives(booking, "", Jobs.ofNobody())).isEqualTo("Say why the fee is waived.");
    assertThat(waives(booking, "a regular", Jobs.ofNobody()))
        .startsWith("It is not known who waives the fee");
    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
    tasks.completed(7, "Task_FileRequest", Jobs.key(), "olivia");
    assertThat(waives(booking, "a regular", Jobs.decidedIn(7, "Task_FileRequest"))).isEmpty();

    assertThat(charges(booking))
        .containsExactly(
            "EUR 45000, 50.00 %, called off within 36 hours before the start, a regular, olivia");
    assertThat(confirmation(booking))
        .contains("The cancellation fee of EUR 450.00 we gladly waive for you.");
  }

  @Test
  void feeThatRoseSinceTheFormWasOpenedIsShownOnceMore() {
    var booking = agreed(28);
    clock.set(start(28).minus(Duration.ofHours(5)).toString());

    var outcome =
        desk.handle(cancels("", null, null), booking.toString(), Jobs.ofNobody()).outcome();

    assertThat(outcome.done()).isFalse();
    assertThat(outcome.problem()).contains("EUR 450.00");
    assertThat(state(booking)).isEqualTo(BookingState.CONFIRMED);
    assertThat(
            desk.handle(cancels("EUR 450.00", null, null), booking.toString(), Jobs.ofNobody())
                .outcome()
                .done())
        .isTrue();
    assertThat(charges(booking)).hasSize(1);
    assertThat(mailAbout(booking)).contains("The contact owes EUR 450.00 for calling it off");
  }

  private String waives(BookingId booking, String reason, ActivatedJob job) {
    return desk.handle(cancels("EUR 450.00", true, reason), booking.toString(), job)
        .outcome()
        .problem();
  }

  private static CarryOutRequestWorker.Request cancels(
      String feeShown, @Nullable Boolean waive, @Nullable String reason) {
    return new CarryOutRequestWorker.Request(
        1,
        "cancel-contact",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        feeShown,
        waive,
        reason,
        null);
  }

  @Test
  void whatTheTalentOrTheAgencyCallsOffCostsNothing() {
    var booking = agreed(26);
    clock.set(start(26).minus(Duration.ofHours(1)).toString());

    assertThat(rules.fee(bookings.facts(booking), CancelledBy.TALENT)).isEmpty();
    assertThat(rules.fee(bookings.facts(booking), CancelledBy.AGENCY)).isEmpty();
    assertThat(rules.fee(bookings.facts(booking), CancelledBy.CONTACT)).isPresent();
  }

  @Test
  void untilAChangeHasAnAgreementTheOneOfBeforeStaysInForceForWhoAskedForIt() {
    var byContact = agreed(14);
    var byDesk = agreed(15);
    clock.set(start(14).minus(Duration.ofHours(17)).toString());
    moved(byContact, 14, Actor.named("Ada Lund"));
    assertThat(rules.fee(bookings.facts(byContact), CancelledBy.CONTACT))
        .hasValueSatisfying(fee -> assertThat(fee.amount()).isEqualTo(Money.of("450", "EUR")));
    assertThat(rules.fee(bookings.facts(byContact), CancelledBy.AGENCY)).isEmpty();

    clock.set(start(15).minus(Duration.ofHours(17)).toString());
    moved(byDesk, 15, new Actor.TaskCompleter(8, "Task_FileRequest", Jobs.key()));
    assertThat(rules.fee(bookings.facts(byDesk), CancelledBy.CONTACT)).isEmpty();
  }

  @Test
  void whatIsOwedIsAShareOfThePriceInTheAgreementThatWasAccepted() {
    var booking = agreed(17);
    clock.set(start(17).minus(Duration.ofHours(17)).toString());

    moved(booking, 17, Actor.named("Ada Lund"), "2500");

    assertThat(bookings.facts(booking).total()).isEqualTo(Money.of("2500", "EUR"));
    assertThat(rules.fee(bookings.facts(booking), CancelledBy.CONTACT))
        .hasValueSatisfying(fee -> assertThat(fee.amount()).isEqualTo(Money.of("450", "EUR")));
  }

  @Test
  void whoDeclinesTheAgreementOfTheirOwnLateChangeIsToldBeforeWhatItCostsAndOwesIt() {
    var booking = agreed(18);
    clock.set(start(18).minus(Duration.ofHours(17)).toString());
    moved(booking, 18, Actor.named("Ada Lund"), "2500");
    contractNotices.document(agreement(booking));
    assertThat(sent())
        .last(InstanceOfAssertFactories.STRING)
        .endsWith(
            "If you decline, the booking ends, and by the agreement you accepted before the"
                + " cancellation fee is EUR 450.00.");
    clock.set(start(18).plus(Duration.ofHours(2)).toString());

    declined(booking);
    declined(booking);

    assertThat(state(booking)).isEqualTo(BookingState.RELEASED);
    assertThat(charges(booking))
        .containsExactly(
            "EUR 45000, 50.00 %, the agreement of the contact's own change was declined, called off"
                + " within 36 hours before the start, null, system");
    notices.send(booking, MessageTemplate.CONTRACT_DECLINED, "declined/" + booking);
    assertThat(sent().getLast())
        .contains("As our agreement provides, the cancellation fee is EUR 450.00.");
    assertThat(
            jdbc.sql("select text from staff_notice where idempotency_key = ?")
                .param("declined/" + booking)
                .query(String.class)
                .list())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("The contact owes EUR 450.00 for calling it off");
  }

  @Test
  void whoDeclinesTheFirstAgreementOrOneOfOurChangeOwesNothing() {
    var first = agreed(20);
    var ours = agreed(21);
    jdbc.sql(
            "update contract set state = 'SENT', sent_at = issued_at, answered_at = null,"
                + " answer_text = null, answer_identity_kind = null, answer_identity_value = null,"
                + " answer_message_id = null, sent_message_id = (select id from message where"
                + " conversation_id = contract.conversation_id limit 1) where booking_id = ?")
        .param(first.value())
        .update();
    clock.set(start(21).minus(Duration.ofHours(17)).toString());
    moved(ours, 21, new Actor.TaskCompleter(8, "Task_FileRequest", Jobs.key()));
    contractNotices.document(agreement(ours));
    assertThat(sent().getLast()).doesNotContain("If you decline");

    declined(first);
    declined(ours);

    assertThat(charges(first)).isEmpty();
    assertThat(charges(ours)).isEmpty();
    notices.send(ours, MessageTemplate.CONTRACT_DECLINED, "declined/" + ours);
    assertThat(sent().getLast()).contains("You declined").doesNotContain("fee");
  }

  private void declined(BookingId booking) {
    release.handle(booking.toString(), Jobs.with("reason", "contract-declined"));
  }

  private ContractId agreement(BookingId booking) {
    return contracts.ofBooking(DemoAgency.ID, booking).orElseThrow().id();
  }

  /** An hour later, for the same price; the new agreement is out. */
  private void moved(BookingId booking, int day, Actor asksForIt) {
    moved(booking, day, asksForIt, "900");
  }

  private void moved(BookingId booking, int day, Actor asksForIt, String price) {
    var wish =
        new ChangeWish(
            DemoAgency.ID,
            booking,
            new TurnId(UUID.randomUUID()),
            asksForIt,
            new BookingDetails(
                null, month().atDay(day).atTime(20, 0), null, null, null, null, null));
    var proposed = (ChangeReceipt.Proposed) changes.request(wish);
    changes.decide(
        proposed.changeId(),
        true,
        Actor.named("Olivia"),
        null,
        new AgreedPrice(new BigDecimal(price), "agreed"));
    issue.handle(booking.toString(), "service-agreement");
  }

  /** Confirmed for 900 EUR, and its agreement accepted. */
  private BookingId agreed(int day) {
    says("Hello");
    var booking = held("Marco Valli", day);
    bookings.decide(
        booking,
        true,
        Actor.named("Olivia"),
        null,
        new AgreedPrice(new BigDecimal("900"), "agreed"));
    isLegally("Ada Lund");
    var contract = issue.handle(booking.toString(), "service-agreement").contractId();
    jdbc.sql(
            """
            update contract set state = 'ACCEPTED', answered_at = issued_at, answer_text = 'Accept',
              answer_identity_kind = 'PHONE', answer_identity_value = ?,
              answer_message_id = (select id from message where conversation_id = contract.conversation_id limit 1)
            where id = ?::uuid""")
        .params(ada.value(), contract)
        .update();
    return booking;
  }

  private Instant start(int day) {
    return month().atDay(day).atTime(19, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
  }

  private List<String> charges(BookingId booking) {
    return jdbc.sql(
            """
            select currency || ' ' || minor || ', ' || percent || ' %, ' || reason || ', '
              || coalesce(waived_because, 'null') || ', ' || recorded_by
            from booking_charge where booking_id = ?""")
        .param(booking.value())
        .query(String.class)
        .list();
  }

  /** What supervisors read of it. */
  private String mailAbout(BookingId booking) {
    cases.about(booking, StaffTemplate.BOOKING_CANCELLED, StaffGroup.SUPERVISOR, "mail/" + booking);
    return jdbc.sql("select text from staff_notice where idempotency_key = ?")
        .param("mail/" + booking)
        .query(String.class)
        .single();
  }

  private String confirmation(BookingId booking) {
    notices.send(booking, MessageTemplate.BOOKING_CANCELLED, "confirmation/" + booking);
    return sent().getLast();
  }

  private BookingState state(BookingId id) {
    return bookings.facts(id).state();
  }

  /** The turn of a pressed button, once it is found to mean this. */
  private String press(String payload, String intent, BookingId booking) {
    receives(new Content(MessageType.BUTTON_REPLY, "The title", payload, null));
    var collected = collect.handle(conversation(), job());
    assertThat(collected.route()).isEqualTo("act");
    assertThat(collected.intent()).isEqualTo(intent);
    assertThat(collected.bookingId()).isEqualTo(booking.toString());
    assertThat(collected.contractId()).isNull();
    return Objects.requireNonNull(collected.turnId());
  }
}
