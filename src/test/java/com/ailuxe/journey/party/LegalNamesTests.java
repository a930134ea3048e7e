package com.ailuxe.journey.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.AuditEntry;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.contract.IssueContractWorker;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.LegalName;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The party of a contract: asked for, given, corrected, never taken from the messenger. */
class LegalNamesTests extends BookingChat {
  private static final String QUESTION = "which full name shall I put in it";

  @Autowired RequirePartyWorker require;
  @Autowired AskLegalNameWorker ask;
  @Autowired PrepareLegalNameWorker prepare;
  @Autowired RecordLegalNameWorker record;
  @Autowired IssueContractWorker issue;
  @Autowired BookingNotices notices;
  @Autowired AuditTrail audit;

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 10);
  }

  @Test
  void theFirstNoticeOfAHeldSlotAsksOnceAndTheAnswerIsKept() {
    says("Hello");
    var booking = held("Marco Valli", 1);
    isHeld(booking, "first");
    isHeld(booking, "again");
    assertThat(sent()).filteredOn(text -> text.contains(QUESTION)).hasSize(1);
    assertThat(require.handle(booking.toString()).partyKnown()).isFalse();

    says("Ada de la Tour");
    answered("question");

    assertThat(sent()).last().asString().contains("“Ada de la Tour”");
    assertThat(contact().legalName()).isEqualTo(new LegalName("Ada de la Tour"));
    assertThat(require.handle(booking.toString()).partyKnown()).isTrue();
    assertThat(records())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("contact.legal-name-given");
              assertThat(entry.actor()).isEqualTo("Ada Lund");
              assertThat(entry.detail()).startsWith("Ada de la Tour, in message ");
            });
  }

  @Test
  void whoseNameIsKnownIsNotAsked() {
    says("Hello");
    var booking = held("Marco Valli", 2);
    isLegally("Ada Lund");

    isHeld(booking, "first");

    assertThat(sent()).noneMatch(text -> text.contains(QUESTION));
    assertThat(require.handle(booking.toString()).partyKnown()).isTrue();
  }

  @Test
  void yesPleaseIsNoName() {
    says("Hello");
    isHeld(held("Marco Valli", 3), "first");

    says("Yes please");
    var turn = collected();
    var drafted = draft.handle(turn);
    send.handle(turn, drafted.intent(), job());

    assertThat(contact().legalName()).isNull();
  }

  @Test
  void aCorrectionIsKeptAndOnRecord() {
    says("Hello");
    held("Marco Valli", 4);
    isLegally("Ada Lunt");

    says("My name is misspelt, it is Ada Lund");
    answered("question");

    assertThat(contact().legalName()).isEqualTo(new LegalName("Ada Lund"));
    assertThat(records())
        .extracting(AuditEntry::action)
        .containsExactly("contact.legal-name-given", "contact.legal-name-changed");
  }

  @Test
  void theApprovalAnnouncesTheAgreementOnlyOnceItsNameIsKnown() {
    says("Hello");
    var booking = confirmed("Marco Valli", 7);

    assertThat(approval(booking)).doesNotContain("in a moment").contains("once you accept");
    isLegally("王小明");
    assertThat(approval(booking)).doesNotContain("in a moment");
    isLegally("Ada Lund");
    assertThat(approval(booking)).contains("Your service agreement follows here in a moment.");
  }

  private String approval(BookingId booking) {
    return notices
        .message(bookings.facts(booking), MessageTemplate.BOOKING_APPROVED, "approval/" + booking)
        .content()
        .text();
  }

  @Test
  void theContractThatWaitsSaysSoOnce() {
    says("Hello");
    var booking = confirmed("Marco Valli", 5);

    ask.handle(booking.toString());
    ask.handle(booking.toString());

    assertThat(sent())
        .filteredOn(text -> text.contains("waits for one thing only"))
        .singleElement()
        .asString()
        .contains(reference(booking));
    assertThat(contact().legalNameAsked()).isTrue();
  }

  @Test
  void theTaskShowsWhoItIsAndWhatWasSaidLast() {
    says("Hello");
    says("Yes please");
    var booking = confirmed("Marco Valli", 6);

    var party = prepare.handle(booking.toString()).party();

    assertThat(party.contactName()).isEqualTo("Ada Lund");
    assertThat(party.channel()).isEqualTo("WhatsApp");
    assertThat(party.reference()).isEqualTo(reference(booking));
    assertThat(party.transcript()).startsWith("← Ada Lund: Yes please");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "🌸🌺", "...", "+49 152 1234567", "@ada", "王小明"})
  void whatIsNoNameForAContractIsRefusedInWords(String entered) {
    says("Hello");
    var booking = bookingOfTheDay();

    assertThat(record.handle(booking.toString(), entered, job()).problem()).isNotEmpty();
    assertThat(contact().legalName()).isNull();
    assertThat(require.handle(booking.toString()).partyKnown()).isFalse();
    bookings.release(booking, "the next one", null);
  }

  @Test
  void whatAPersonEntersIsThePartyOfTheContract() {
    says("Hello");
    var booking = confirmed("Marco Valli", 8);

    assertThat(
            record.handle(booking.toString(), " Northwind Ltd,  represented by Ada Lund ", job()))
        .isEqualTo(new RecordLegalNameWorker.Recorded(""));

    assertThat(contact().legalName())
        .isEqualTo(new LegalName("Northwind Ltd, represented by Ada Lund"));
    var contract = issue.handle(booking.toString(), "service-agreement").contractId();
    assertThat(
            jdbc.sql("select party from contract where id = ?::uuid")
                .param(contract)
                .query(String.class)
                .single())
        .isEqualTo("Northwind Ltd, represented by Ada Lund");
  }

  @Test
  void theQuestionIsInTheLanguageOfTheContact() {
    says("Hello");
    speaks("fr");
    isHeld(held("Marco Valli", 9), "first");

    assertThat(sent()).last().asString().contains("à quel nom complet");
  }

  private void isHeld(BookingId booking, String key) {
    notices.send(booking, MessageTemplate.BOOKING_HELD, key + "/" + booking);
  }

  private BookingId bookingOfTheDay() {
    return confirmed("Marco Valli", 7);
  }

  private ContactProfile contact() {
    return contacts.profile(
        conversations.profile(ConversationId.parse(conversation())).contactId());
  }

  private List<AuditEntry> records() {
    return audit.of(DemoAgency.ID, "contact", contact().id());
  }
}
