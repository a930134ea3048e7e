package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Actor;
import com.ailuxe.booking.AgreedPrice;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.ChangeId;
import com.ailuxe.booking.ChangeOutcome;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.booking.DecisionOutcome;
import com.ailuxe.booking.DetailsGiven;
import com.ailuxe.booking.HoldOutcome;
import com.ailuxe.concierge.Intent;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.LegalNameSource;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.ModelDecisions;
import com.ailuxe.journey.booking.CloseCaseWorker;
import com.ailuxe.journey.booking.CloseRequestWorker;
import com.ailuxe.journey.booking.CompleteBookingWorker;
import com.ailuxe.journey.booking.ExpireHoldWorker;
import com.ailuxe.journey.clientturn.RecordAnswerWorker;
import com.ailuxe.journey.contract.ContractNotices;
import com.ailuxe.journey.contract.GatherFactsWorker;
import com.ailuxe.journey.contract.IssueContractWorker;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.pricing.GatherPriceFactsWorker;
import com.ailuxe.journey.pricing.ProposePriceWorker;
import com.ailuxe.journey.reminders.PlanRemindersWorker;
import com.ailuxe.journey.reminders.SendReminderWorker;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.shared.TurnId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does for a booking what the steps of its case do, one after the other, by the same workers,
 * services and rules; only that no engine calls them.
 */
@Component
class Desk {
  /** What a decision answers of which no row fits. */
  private static final String NO_ROW = "null";

  private final Bookings bookings;
  private final BookingChanges changes;
  private final Contacts contacts;
  private final Contracts contracts;
  private final Conversations conversations;
  private final BookingNotices notices;
  private final ContractNotices contractNotices;
  private final CancellationRules cancellation;
  private final ModelDecisions rules;
  private final Steps steps;
  private final House house;
  private final Phones phones;
  private int lastNotice;

  Desk(
      Bookings bookings,
      BookingChanges changes,
      Contacts contacts,
      Contracts contracts,
      Conversations conversations,
      BookingNotices notices,
      ContractNotices contractNotices,
      CancellationRules cancellation,
      ModelDecisions rules,
      Steps steps,
      House house,
      Phones phones) {
    this.bookings = bookings;
    this.changes = changes;
    this.contacts = contacts;
    this.contracts = contracts;
    this.conversations = conversations;
    this.notices = notices;
    this.contractNotices = contractNotices;
    this.cancellation = cancellation;
    this.rules = rules;
    this.steps = steps;
    this.house = house;
    this.phones = phones;
  }

  /** The workers of the steps. */
  @Component
  record Steps(
      CloseCaseWorker closeCase,
      CloseRequestWorker closeRequest,
      CompleteBookingWorker complete,
      ExpireHoldWorker expireHold,
      RecordAnswerWorker recordAnswer,
      GatherFactsWorker gatherFacts,
      IssueContractWorker issueContract,
      GatherPriceFactsWorker gatherPriceFacts,
      ProposePriceWorker proposePrice,
      PlanRemindersWorker planReminders,
      SendReminderWorker sendReminder) {}

  BookingFacts facts(BookingId booking) {
    return bookings.facts(booking);
  }

  /** Keeps what a turn said about a booking. */
  BookingId record(Person person, TurnId turn, BookingDetails details) {
    var conversation = conversations.profile(phones.conversation(person));
    var receipt =
        bookings.recordDetails(
            new DetailsGiven(
                DemoAgency.ID, conversation.contactId(), conversation.id(), turn, details));
    if (!receipt.refused().isEmpty()) {
      throw new IllegalStateException("Refused of " + person.name() + ": " + receipt.refused());
    }
    return receipt.bookingId();
  }

  /**
   * @return when the hold runs out
   */
  Instant hold(BookingId booking) {
    return switch (bookings.hold(booking)) {
      case HoldOutcome.Held held -> {
        tell(booking, MessageTemplate.BOOKING_HELD);
        yield held.expiresAt();
      }
      case HoldOutcome.SlotTaken taken ->
          throw new IllegalStateException("Taken: " + bookings.facts(booking));
    };
  }

  void expireHold(BookingId booking, Instant expiry) {
    if (steps.expireHold().handle(booking.toString(), expiry.toString()).holdExpired()) {
      tell(booking, MessageTemplate.HOLD_EXPIRED);
    }
  }

  /** Whether there is a name for contracts by now. */
  boolean knowsName(BookingId booking) {
    return contacts.profile(bookings.facts(booking).contact()).legalName() != null;
  }

  void giveName(BookingId booking, Person person, MessageId saidIn) {
    contacts.giveLegalName(
        bookings.facts(booking).contact(),
        LegalName.of(person.legalName()).orElseThrow(),
        new LegalNameSource(Actor.named(person.name()), saidIn));
  }

  /** Prices a booking, or a change of it where there is one. */
  void price(BookingId booking, @Nullable ChangeId change) {
    var changeId = change == null ? null : change.toString();
    var facts = steps.gatherPriceFacts().handle(booking.toString(), changeId);
    var known = new HashMap<String, Object>();
    known.put("service", facts.service());
    known.put("hours", facts.hours());
    known.put("weekday", facts.weekday());
    known.put("nightHours", facts.nightHours());
    known.put("leadHours", facts.leadHours());
    put(known, "rateKind", facts.rateKind());
    put(known, "guests", facts.guests());
    steps
        .proposePrice()
        .handle(
            new ProposePriceWorker.Decided(
                booking.toString(),
                changeId,
                list("pricing", known, ProposePriceWorker.Row[].class),
                PlainJson.read(rules.answer("deposit", known), BigDecimal.class)));
  }

  /**
   * @param note for the contact, if any
   */
  void approve(BookingId booking, Staff staff, @Nullable String note) {
    var price =
        bookings.facts(booking).total() == null
            ? new AgreedPrice(new BigDecimal("14500"), "the whole house, with the garden")
            : null;
    var outcome = bookings.decide(booking, true, staff.actor(), note, price);
    if (!(outcome instanceof DecisionOutcome.Confirmed)) {
      throw new IllegalStateException("Not confirmed: " + outcome);
    }
    tell(booking, MessageTemplate.BOOKING_APPROVED);
  }

  void decline(BookingId booking, Staff staff, String note) {
    bookings.decide(booking, false, staff.actor(), note, null);
    tell(booking, MessageTemplate.BOOKING_DECLINED);
  }

  /** The kinds of document that the rules ask for. */
  List<String> documents(BookingId booking) {
    var facts = steps.gatherFacts().handle(booking.toString());
    var known = new HashMap<String, Object>();
    put(known, "service", facts.service());
    put(known, "guests", facts.guests());
    put(known, "amount", facts.amount());
    put(known, "currency", facts.currency());
    return Arrays.stream(PlainJson.read(rules.answer("requiredDocuments", known), String[].class))
        .distinct()
        .toList();
  }

  ContractId sendContract(BookingId booking, String document) {
    var issued = steps.issueContract().handle(booking.toString(), document);
    var contract = ContractId.parse(issued.contractId());
    if (!issued.alreadyAccepted()) {
      contractNotices.document(contract);
    }
    return contract;
  }

  void nudge(ContractId contract) {
    contractNotices.nudge(contract);
  }

  /** The contact presses a button under the contract, and that is kept. */
  void answer(Person person, ContractId contract, boolean accepts, String title) {
    var intent = accepts ? Intent.ACCEPT_CONTRACT : Intent.DECLINE_CONTRACT;
    phones.presses(
        person, "contract:%s:%s".formatted(accepts ? "accept" : "decline", contract), title);
    steps
        .recordAnswer()
        .handle(house.collect(person).toString(), intent.code(), contract.toString());
  }

  void expireContract(BookingId booking, ContractId contract) {
    contracts.expire(contract);
    release(booking, "contract-expired", MessageTemplate.CONTRACT_EXPIRED);
  }

  void release(BookingId booking, String reason, MessageTemplate notice) {
    bookings.release(booking, reason, null);
    contracts.withdraw(DemoAgency.ID, booking, reason);
    tell(booking, notice);
  }

  /** Plans the reminders as the rules say. */
  List<PlanRemindersWorker.Due> planReminders(BookingId booking) {
    return steps
        .planReminders()
        .handle(
            new PlanRemindersWorker.Plan(
                booking.toString(),
                list("reminderPlan", Map.of(), PlanRemindersWorker.Rule[].class),
                list("quietHours", Map.of(), PlanRemindersWorker.Quiet[].class)))
        .reminders();
  }

  void remind(PlanRemindersWorker.Due reminder) {
    steps.sendReminder().handle(reminder.reminderId());
  }

  void complete(BookingId booking) {
    steps.complete().handle(booking.toString());
    tell(booking, MessageTemplate.BOOKING_THANKS);
  }

  /** A booking is called off, with what that costs. */
  void cancel(BookingId booking, CancelledBy side, Actor actor, @Nullable String note) {
    var fee = cancellation.fee(bookings.facts(booking), side).orElse(null);
    bookings.cancel(booking, side, actor, note, fee);
    switch (steps.closeCase().handle(booking.toString()).cancelNotice()) {
      case "contact" -> tell(booking, MessageTemplate.BOOKING_CANCELLED);
      case "agency" -> tell(booking, MessageTemplate.BOOKING_CALLED_OFF);
      default -> {}
    }
  }

  void lapse(BookingId request) {
    steps.closeRequest().handle(request.toString());
  }

  /** The contact wants to change a confirmed booking. */
  ChangeId wantsChange(BookingId booking, Person person, TurnId turn, BookingDetails details) {
    var receipt =
        changes.request(
            new ChangeWish(DemoAgency.ID, booking, turn, Actor.named(person.name()), details));
    if (receipt instanceof ChangeReceipt.Proposed proposed) {
      price(booking, proposed.changeId());
      return proposed.changeId();
    }
    throw new IllegalStateException("Not proposed: " + receipt);
  }

  void approveChange(BookingId booking, ChangeId change, Staff staff) {
    var outcome = changes.decide(change, true, staff.actor(), null, null);
    if (!(outcome instanceof ChangeOutcome.Applied)) {
      throw new IllegalStateException("Not applied: " + outcome);
    }
    tell(booking, MessageTemplate.BOOKING_MOVED);
  }

  void tell(BookingId booking, MessageTemplate notice) {
    notices.send(booking, notice, "past/notice/" + ++lastNotice);
  }

  private <T> List<T> list(String decision, Map<String, ?> facts, Class<T[]> rows) {
    var answer = rules.answer(decision, facts);
    return answer.equals(NO_ROW) ? List.of() : List.of(PlainJson.read(answer, rows));
  }

  private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
