package com.ailuxe.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.contact.LegalNameSource;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.rendering.TemplateFailed;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Contracts on a real PostgreSQL; each test has an agency of its own. */
@WithPostgres
@SpringBootTest(classes = ContractsTests.Modules.class, webEnvironment = WebEnvironment.NONE)
@AutoConfigureDataJpa
class ContractsTests {
  private static final Identity PHONE = new Identity(IdentityKind.PHONE, "+33612345678");
  private static final Instant PRESSED = Instant.parse("2026-12-01T09:59:58Z");

  @Autowired Contracts contracts;
  @Autowired Contacts contacts;
  @Autowired CommittedEvents events;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  AgencyId agency;
  String prefix;
  ContactId contact;
  ConversationId conversation;

  @BeforeEach
  void agencyWithOneContact() {
    clock.reset();
    agency = AgencyId.random();
    prefix = "A" + agency.toString().substring(0, 8).toUpperCase();
    jdbc.sql(
            """
            insert into agency
              (id, slug, name, legal_name, address, time_zone, locale, currency, created_at)
            values (?, ?, 'Maison', 'Maison SA', 'Paris', 'Europe/Paris', 'en', 'EUR', now())""")
        .params(agency.value(), prefix.toLowerCase())
        .update();
    contact = contact("Amélie Laurent");
    conversation = conversation(contact);
  }

  @Test
  void theFirstContractOfTheYearHasNumberOneAndItsFileItsHash() {
    var issued = issue(terms());

    assertThat(issued.number()).isEqualTo(prefix + "-2026-0001");
    assertThat(issued.fileName()).isEqualTo("Service-Agreement-%s.pdf".formatted(issued.number()));
    assertThat(new String(issued.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(issued.sha256()).isEqualTo(Sha256.hex(issued.pdf()));
    assertThat(contracts.pdf(issued.id()).pdf()).isEqualTo(issued.pdf());
  }

  @Test
  void aBookingWhoseTermsStayHasOneContract() {
    var terms = terms();
    var first = issue(terms);

    var second = issue(terms);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.pdf()).isEqualTo(first.pdf());
    assertThat(issue(terms()).number()).isEqualTo(prefix + "-2026-0002");
    assertThat(actions(first.id())).containsExactly("contract.issued");
  }

  @Test
  void theNumbersBeginAnewInTheYearOfTheAgency() {
    issue(terms());
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-31T23:30:00Z")));

    assertThat(issue(terms()).number()).isEqualTo(prefix + "-2027-0001");
  }

  @Test
  void manyAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
    var numbers = atOnce(IntStream.range(0, 50).mapToObj(i -> task(() -> issue(terms()).number())));

    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 50)
                .mapToObj(number -> "%s-2026-%04d".formatted(prefix, number))
                .toList());
  }

  @Test
  void manyAtOnceForOneBookingGetTheSameContract() throws Exception {
    var terms = terms();

    var numbers = atOnce(IntStream.range(0, 8).mapToObj(i -> task(() -> issue(terms).number())));

    assertThat(numbers).containsOnly(prefix + "-2026-0001");
    assertThat(issue(terms()).number()).isEqualTo(prefix + "-2026-0002");
  }

  @Test
  void aContractThatCannotBeWrittenTakesNoNumber() {
    var unprintable = terms(contact("東京"));
    assertThatThrownBy(() -> issue(unprintable)).hasMessageContaining("U+6771");

    assertThat(issue(terms()).number()).isEqualTo(prefix + "-2026-0001");
  }

  @Test
  void thePartyIsTheLegalNameAndAnotherOneIsAnotherDocument() throws IOException {
    var with = contact("🌸 Mimi 🌸");
    var before = terms(with, new LegalName("Amélie Laurent"));
    var first = issue(before);

    assertThat(contracts.evidence(first.id()).party()).isEqualTo("Amélie Laurent");
    assertThat(contracts.evidence(first.id()).terms()).doesNotContain("Mimi");
    assertThat(textOf(first.pdf())).contains("Amélie Laurent").doesNotContain("Mimi");

    var corrected =
        issue(
            terms(
                with,
                new LegalName("Amélie Laurent-Roux"),
                before.conversationId(),
                before.bookingId(),
                "2026-12-05T19:00"));

    assertThat(corrected.id()).isNotEqualTo(first.id());
    assertThat(textOf(corrected.pdf())).contains("Amélie Laurent-Roux");
    assertThat(contracts.evidence(first.id()).state()).isEqualTo(ContractState.SUPERSEDED);
    assertThat(textOf(contracts.evidencePdf(first.id(), List.of()))).contains("Amélie Laurent");
  }

  @Test
  void theEvidenceSaysWhoGaveTheName() throws IOException {
    contacts.giveLegalName(
        contact,
        new LegalName("Amélie Laurent"),
        new LegalNameSource(Actor.named("Amélie L."), message()));
    var issued = issue(terms());

    assertThat(textOf(contracts.evidencePdf(issued.id(), List.of())))
        .contains("contact.legal-name-given", "contract.issued");
  }

  @Test
  void aNameIsForAContractWhenItsLettersHaveAFont() {
    assertThat(
            Stream.of("Amélie", "Ελένη Παπά", "Анна Берг", "שרה לוי", "ليلى حداد", "Ⓐⓛⓘⓒⓔ")
                .map(LegalName::new))
        .allMatch(contracts::canName);
    assertThat(contracts.canName(new LegalName("王小明"))).isFalse();
  }

  private ContractTerms terms(ContactId with, LegalName party) {
    var conversation = conversation(with);
    return terms(with, party, conversation, booking(with, conversation), "2026-12-05T19:00");
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void ofManyAtOnceThoseThatFailLeaveNoGap() throws Exception {
    var unprintable = contact("東京");
    var numbers =
        atOnce(
            IntStream.range(0, 40)
                .mapToObj(i -> i % 4 == 0 ? terms(unprintable) : terms())
                .map(terms -> task(() -> numberUnlessItFails(terms))));

    assertThat(numbers.stream().flatMap(Optional::stream))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 30)
                .mapToObj(number -> "%s-2026-%04d".formatted(prefix, number))
                .toList());
  }

  @Test
  void aTransactionThatFailsLaterGivesItsNumberBack() {
    var terms = terms();
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    status -> {
                      issue(terms);
                      throw new IllegalStateException("the power went off");
                    }))
        .hasMessage("the power went off");

    assertThat(issue(terms()).number()).isEqualTo(prefix + "-2026-0001");
  }

  @Test
  void aBookingHasOneContractOfEachKind() {
    var terms = terms();

    var agreement = contracts.issue(ContractKind.SERVICE_AGREEMENT, terms);
    var nda = contracts.issue(ContractKind.NDA, terms);

    assertThat(contracts.issue(ContractKind.NDA, terms).id()).isEqualTo(nda.id());
    assertThat(nda.number()).isEqualTo(prefix + "-2026-0002");
    assertThat(nda.fileName()).isEqualTo("NDA-%s-2026-0002.pdf".formatted(prefix));
    assertThat(contracts.evidence(agreement.id()).state()).isEqualTo(ContractState.ISSUED);
    assertThat(contracts.ofBooking(agency, terms.bookingId()))
        .map(ContractEvidence::kind)
        .contains(ContractKind.NDA);
  }

  @Test
  void otherTermsSupersedeTheContractAndTheNewOneNamesIt() {
    var terms = terms();
    var first = sent(terms);
    contracts.accept(first, answer());

    var second = issue(moved(terms, "2026-12-05T20:00"));

    assertThat(second.number()).isEqualTo(prefix + "-2026-0002");
    assertThat(contracts.evidence(second.id()).replaces()).isEqualTo(first);
    assertThat(contracts.evidence(second.id()).terms()).contains(prefix + "-2026-0001");
    var superseded = contracts.evidence(first);
    assertThat(superseded.state()).isEqualTo(ContractState.SUPERSEDED);
    assertThat(superseded.endedAt()).isEqualTo(TestClock.START);
    assertThat(superseded.answeredAt()).isEqualTo(PRESSED);
    assertThat(actions(first))
        .containsExactly("contract.issued", "contract.accepted", "contract.superseded");
    assertThat(issue(moved(terms, "2026-12-05T20:00")).id()).isEqualTo(second.id());
  }

  @Test
  void manyAtOnceWithOtherTermsSupersedeOnce() throws Exception {
    var terms = terms();
    var first = sent(terms);

    var numbers =
        atOnce(
            IntStream.range(0, 8)
                .mapToObj(i -> task(() -> issue(moved(terms, "2026-12-05T20:00")).number())));

    assertThat(numbers).containsOnly(prefix + "-2026-0002");
    assertThat(actions(first)).containsExactly("contract.issued", "contract.superseded");
  }

  @Test
  void anAnswerToASupersededContractChangesNothing() {
    var terms = terms();
    var first = sent(terms);
    issue(moved(terms, "2026-12-05T20:00"));

    assertThat(contracts.accept(first, answer())).isEqualTo(AnswerOutcome.SUPERSEDED);
    assertThat(contracts.decline(first, answer())).isEqualTo(AnswerOutcome.SUPERSEDED);

    assertThat(contracts.evidence(first).answerMessageId()).isNull();
    assertThat(events.of(first)).isEmpty();
  }

  @Test
  void theAnswerThatWasTakenStaysSoWhenTheContractIsNoLongerInForce() {
    var terms = terms();
    var id = sent(terms);
    var answer = answer();
    contracts.accept(id, answer);
    contracts.withdraw(agency, terms.bookingId(), "cancelled");

    assertThat(contracts.accept(id, answer)).isEqualTo(AnswerOutcome.RECORDED);
    assertThat(contracts.evidence(id).state()).isEqualTo(ContractState.WITHDRAWN);
  }

  @Test
  void withdrawingEndsAllThatIsInForceAndNothingElse() {
    var terms = terms();
    var declined = sent(terms);
    contracts.decline(declined, answer());
    var accepted = sent(terms);
    contracts.accept(accepted, answer());
    var open = contracts.issue(ContractKind.NDA, terms).id();
    var another = sent();

    contracts.withdraw(agency, terms.bookingId(), "cancelled by the contact");
    contracts.withdraw(agency, terms.bookingId(), "cancelled by the contact");
    contracts.withdraw(AgencyId.random(), terms.bookingId(), "not theirs");

    assertThat(Stream.of(accepted, open).map(contracts::evidence))
        .allSatisfy(
            contract -> {
              assertThat(contract.state()).isEqualTo(ContractState.WITHDRAWN);
              assertThat(contract.endReason()).isEqualTo("cancelled by the contact");
            });
    assertThat(contracts.evidence(declined).state()).isEqualTo(ContractState.DECLINED);
    assertThat(contracts.evidence(another).state()).isEqualTo(ContractState.SENT);
    assertThat(actions(open)).containsExactly("contract.issued", "contract.withdrawn");
    assertThat(contracts.accept(open, answer())).isEqualTo(AnswerOutcome.WITHDRAWN);
  }

  @Test
  void aContractThatIsWithdrawnBeforeItIsSentStaysSo() {
    var terms = terms();
    var id = issue(terms).id();
    contracts.withdraw(agency, terms.bookingId(), "cancelled");
    var message = message();

    contracts.sent(id, message);

    assertThat(contracts.evidence(id).state()).isEqualTo(ContractState.WITHDRAWN);
    assertThat(contracts.evidence(id).sentMessageId()).isEqualTo(message);
    assertThat(contracts.openFor(agency, terms.conversationId())).isEmpty();
  }

  @Test
  void aContractWithoutAnAnswerExpiresAndIsRenewedUnderANewNumber() {
    var terms = terms();
    var id = sent(terms);

    assertThat(contracts.expire(id)).isEqualTo(ContractState.EXPIRED);
    assertThat(contracts.expire(id)).isEqualTo(ContractState.EXPIRED);

    assertThat(contracts.accept(id, answer())).isEqualTo(AnswerOutcome.EXPIRED);
    assertThat(actions(id)).containsExactly("contract.issued", "contract.expired");
    var renewed = issue(terms);
    assertThat(renewed.number()).isEqualTo(prefix + "-2026-0002");
    assertThat(contracts.evidence(renewed.id()).replaces()).isEqualTo(id);
    assertThat(contracts.evidence(id).state()).isEqualTo(ContractState.EXPIRED);
  }

  @Test
  void anAnswerAtTheLastMomentIsWhatTheContractIs() {
    var accepted = sent();
    contracts.accept(accepted, answer());
    var declined = sent();
    contracts.decline(declined, answer());

    assertThat(contracts.expire(accepted)).isEqualTo(ContractState.ACCEPTED);
    assertThat(contracts.expire(declined)).isEqualTo(ContractState.DECLINED);
  }

  @Test
  void ofAnswerAndExpiryAtOnceOneCounts() throws Exception {
    for (var round = 0; round < 20; round++) {
      var id = sent();
      var answer = answer();

      var ends =
          atOnce(
              Stream.of(
                  task(() -> contracts.accept(id, answer).name()),
                  task(() -> contracts.expire(id).name())));

      assertThat(ends).isIn(List.of("RECORDED", "ACCEPTED"), List.of("EXPIRED", "EXPIRED"));
    }
  }

  @Test
  void theReasonOfARefusalIsWhatTheContactSaidInOwnWords() {
    var inWords = sent();
    var words = "No, that is too expensive";
    contracts.decline(
        inWords, new Answer(agency, contact, message(), "wamid.1", PRESSED, PHONE, words, true));
    var byButton = sent();
    contracts.decline(byButton, answer());

    assertThat(contracts.evidence(inWords).declineReason()).isEqualTo(words);
    assertThat(contracts.evidence(byButton).declineReason()).isNull();
  }

  @Test
  void theBrandOfTheAgencyIsOnTheDocument() {
    var plain = issue(terms()).pdf();
    jdbc.sql("insert into agency_brand (agency_id, primary_color) values (?, '#3b1f5b')")
        .param(agency.value())
        .update();

    assertThat(colors(issue(terms()).pdf())).contains(0x3b1f5b);
    assertThat(colors(plain)).doesNotContain(0x3b1f5b);
  }

  @Test
  void theContactOfAnotherAgencyGetsNoContract() {
    var mine = terms();
    agencyWithOneContact();
    var foreign = terms(mine.contact());

    assertThatThrownBy(() -> issue(foreign)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theStoredFileIsCheckedWheneverItIsRead() {
    var issued = issue(terms());
    jdbc.sql("update contract_file set content = content || '\\x00'::bytea where contract_id = ?")
        .param(issued.id().value())
        .update();

    assertThatThrownBy(() -> contracts.pdf(issued.id()))
        .isInstanceOf(ContractTampered.class)
        .hasMessageContaining(issued.number())
        .hasMessageContaining(issued.sha256());
  }

  @Test
  void anAnswerIsAwaitedFromTheSendOnAndUntilItCame() {
    var terms = terms();
    var id = issue(terms).id();
    assertThat(contracts.openFor(agency, terms.conversationId())).isEmpty();
    assertThatThrownBy(() -> contracts.accept(id, answer()))
        .isInstanceOf(IllegalStateException.class);

    contracts.sent(id, message());
    assertThat(contracts.openFor(agency, terms.conversationId()))
        .map(OpenContract::id)
        .contains(id);
    assertThat(contracts.openFor(AgencyId.random(), terms.conversationId())).isEmpty();

    contracts.accept(id, answer());
    assertThat(contracts.openFor(agency, terms.conversationId())).isEmpty();
  }

  @Test
  void aContractIsSentInOneMessage() {
    var id = issue(terms()).id();
    var message = message();
    contracts.sent(id, message);
    clock.advance(Duration.ofMinutes(1));
    contracts.sent(id, message);

    assertThat(contracts.evidence(id).sentAt()).isEqualTo(TestClock.START);
    assertThatThrownBy(() -> contracts.sent(id, message()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theEvidenceTellsWhatWasAcceptedWhenAndByWhom() {
    var terms = terms();
    var issued = issue(terms);
    var message = message();
    contracts.sent(issued.id(), message);
    var answer = answer();

    assertThat(contracts.accept(issued.id(), answer)).isEqualTo(AnswerOutcome.RECORDED);

    var evidence = contracts.evidence(issued.id());
    assertThat(evidence.state()).isEqualTo(ContractState.ACCEPTED);
    assertThat(evidence.number()).isEqualTo(issued.number());
    assertThat(evidence.sha256()).isEqualTo(issued.sha256());
    assertThat(evidence.sentMessageId()).isEqualTo(message);
    assertThat(evidence.answerMessageId()).isEqualTo(answer.messageId());
    assertThat(evidence.answerProviderId()).isEqualTo("wamid.1");
    assertThat(evidence.answeredBy()).isEqualTo(PHONE);
    assertThat(evidence.answeredAt()).isEqualTo(PRESSED);
    assertThat(evidence.answerText()).isEqualTo("Accept");
    assertThat(evidence.template().file()).isEqualTo("contract/service-agreement_fr.ftlh");
    assertThat(evidence.template().sha256()).hasSize(64);
    assertThat(evidence.terms()).contains("Amélie Laurent", "2026-12-05T19:00", "Europe/Paris");
    assertThat(contracts.ofBooking(agency, terms.bookingId())).contains(evidence);
    assertThat(actions(issued.id())).containsExactly("contract.issued", "contract.accepted");
  }

  @Test
  void theSameAnswerAgainGetsTheSameReplyAndHeardOnce() {
    var id = sent();
    var answer = answer();

    assertThat(contracts.decline(id, answer)).isEqualTo(AnswerOutcome.RECORDED);
    assertThat(contracts.decline(id, answer)).isEqualTo(AnswerOutcome.RECORDED);

    assertThat(events.of(id)).hasSize(1).first().isInstanceOf(ContractDeclined.class);
  }

  @Test
  void aLaterAnswerChangesNothing() {
    var accepted = sent();
    var first = answer();
    contracts.accept(accepted, first);

    assertThat(contracts.decline(accepted, answer())).isEqualTo(AnswerOutcome.ALREADY_ACCEPTED);
    assertThat(contracts.accept(accepted, answer())).isEqualTo(AnswerOutcome.ALREADY_ACCEPTED);
    assertThat(contracts.evidence(accepted).answerMessageId()).isEqualTo(first.messageId());

    var declined = sent();
    contracts.decline(declined, answer());
    assertThat(contracts.accept(declined, answer())).isEqualTo(AnswerOutcome.ALREADY_DECLINED);
    assertThat(events.of(declined)).hasOnlyElementsOfType(ContractDeclined.class).hasSize(1);
  }

  @Test
  void ofAcceptAndDeclineAtOnceOneCounts() throws Exception {
    for (var round = 0; round < 20; round++) {
      var id = sent();

      var outcomes =
          atOnce(
              Stream.of(
                  task(() -> contracts.accept(id, answer())),
                  task(() -> contracts.decline(id, answer()))));

      var accepted = contracts.evidence(id).state() == ContractState.ACCEPTED;
      assertThat(outcomes)
          .containsExactly(
              accepted ? AnswerOutcome.RECORDED : AnswerOutcome.ALREADY_DECLINED,
              accepted ? AnswerOutcome.ALREADY_ACCEPTED : AnswerOutcome.RECORDED);
      assertThat(events.of(id))
          .hasSize(1)
          .hasOnlyElementsOfType(accepted ? ContractAccepted.class : ContractDeclined.class);
    }
  }

  @Test
  void nobodyElseAnswersAContract() {
    var id = sent();
    var stranger = answer(agency, contact("Eve"));
    var elsewhere = answer(AgencyId.random(), contact);

    assertThat(contracts.accept(id, stranger)).isEqualTo(AnswerOutcome.NOT_YOURS);
    assertThat(contracts.decline(id, elsewhere)).isEqualTo(AnswerOutcome.NOT_YOURS);

    assertThat(contracts.evidence(id).state()).isEqualTo(ContractState.SENT);
    assertThat(events.of(id)).isEmpty();
  }

  @Test
  void anUnknownContractIsNobodysAndAnEvidenceOfItIsAnError() {
    var unknown = ContractId.random();

    assertThat(contracts.accept(unknown, answer())).isEqualTo(AnswerOutcome.NOT_YOURS);
    assertThat(contracts.decline(unknown, answer())).isEqualTo(AnswerOutcome.NOT_YOURS);
    assertThatThrownBy(() -> contracts.evidence(unknown))
        .isInstanceOf(NoSuchElementException.class);
  }

  private ContractId sent() {
    return sent(terms());
  }

  private ContractId sent(ContractTerms terms) {
    var id = issue(terms).id();
    contracts.sent(id, message());
    return id;
  }

  private Optional<String> numberUnlessItFails(ContractTerms terms) {
    try {
      return Optional.of(issue(terms).number());
    } catch (TemplateFailed e) {
      return Optional.empty();
    }
  }

  private IssuedContract issue(ContractTerms terms) {
    return contracts.issue(ContractKind.SERVICE_AGREEMENT, terms);
  }

  private ContractTerms terms() {
    return terms(contact);
  }

  private ContractTerms terms(ContactId with) {
    var conversation = conversation(with);
    return terms(with, conversation, booking(with, conversation), "2026-12-05T19:00");
  }

  /** The booking of these terms, moved to another time of the same day. */
  private ContractTerms moved(ContractTerms terms, String start) {
    return terms(terms.contact(), terms.conversationId(), terms.bookingId(), start);
  }

  private ContractTerms terms(
      ContactId with, ConversationId conversation, BookingId booking, String start) {
    return terms(with, sameAsShown(with), conversation, booking, start);
  }

  private LegalName sameAsShown(ContactId with) {
    return new LegalName(
        jdbc.sql("select display_name from contact where id = ?")
            .param(with.value())
            .query(String.class)
            .single());
  }

  private ContractTerms terms(
      ContactId with,
      LegalName party,
      ConversationId conversation,
      BookingId booking,
      String start) {
    return new ContractTerms(
        agency,
        with,
        party,
        PHONE,
        conversation,
        booking,
        "BK-2026-0001",
        "Captain Idris Vale",
        "Yacht day charter",
        time(start),
        time("2026-12-05T23:00"),
        "Port Hercule, Monaco",
        6,
        null,
        Money.of("12000", "EUR"),
        new CancellationTerms(36, BigDecimal.valueOf(50), BigDecimal.valueOf(100)));
  }

  private Answer answer() {
    return answer(agency, contact);
  }

  private Answer answer(AgencyId agency, ContactId contact) {
    return new Answer(agency, contact, message(), "wamid.1", PRESSED, PHONE, "Accept", false);
  }

  private ConversationId conversation(ContactId with) {
    var id = ConversationId.random();
    jdbc.sql(
            """
            insert into conversation
              (id, agency_id, contact_id, channel, account_id, recipient_kind, recipient_value,
               handler, created_at, version)
            select ?, agency_id, id, 'WHATSAPP', ?, 'PHONE', '+33612345678', 'CONCIERGE', now(), 0
            from contact where id = ?""")
        .params(id.value(), id.toString(), with.value())
        .update();
    return id;
  }

  private BookingId booking(ContactId with, ConversationId conversation) {
    var id = BookingId.random();
    jdbc.sql(
            """
            insert into booking
              (id, agency_id, contact_id, conversation_id, reference, state, created_at, version)
            select ?, agency_id, id, ?, ?, 'INQUIRY', now(), 0 from contact where id = ?""")
        .params(id.value(), conversation.value(), id.toString(), with.value())
        .update();
    return id;
  }

  private MessageId message() {
    var id = MessageId.next();
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, direction, author, type,
              occurred_at, recorded_at)
            select ?, agency_id, id, 'INBOUND', 'CONTACT', 'TEXT', now(), now()
            from conversation where id = ?""")
        .params(id.value(), conversation.value())
        .update();
    return id;
  }

  private ContactId contact(String name) {
    var id = ContactId.random();
    jdbc.sql(
            """
            insert into contact (id, agency_id, display_name, locale, time_zone, created_at)
            values (?, ?, ?, 'fr-FR', 'Europe/Paris', now())""")
        .params(id.value(), agency.value(), name)
        .update();
    return id;
  }

  /** The colours of the letters on the first page. */
  private static Set<Integer> colors(byte[] file) {
    var colors = new HashSet<Integer>();
    try (var pdf = Loader.loadPDF(file)) {
      var letters =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
              try {
                colors.add(getGraphicsState().getNonStrokingColor().toRGB());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          };
      letters.addOperator(new SetNonStrokingDeviceRGBColor(letters));
      letters.setEndPage(1);
      letters.getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return colors;
  }

  private List<String> actions(ContractId id) {
    return jdbc.sql("select action from audit where subject_id = ? order by id")
        .param(id.value())
        .query(String.class)
        .list();
  }

  private static EventTime time(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), ZoneId.of("Europe/Paris"));
  }

  private static <T> Callable<T> task(Callable<T> task) {
    return task;
  }

  /** Lets all begin at the same moment; their results in the order given. */
  private static <T> List<T> atOnce(Stream<Callable<T>> tasks) throws Exception {
    var begin = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          tasks
              .map(
                  task ->
                      executor.submit(
                          () -> {
                            begin.await();
                            return task.call();
                          }))
              .toList();
      begin.countDown();
      var values = new ArrayList<T>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    }
  }

  /** What listeners after the commit would hear. */
  static class CommittedEvents {
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void on(ContractAccepted event) {
      heard.add(event);
    }

    @TransactionalEventListener
    void on(ContractDeclined event) {
      heard.add(event);
    }

    List<Object> of(ContractId contract) {
      return heard.stream()
          .filter(
              event ->
                  contract.equals(
                      event instanceof ContractAccepted accepted
                          ? accepted.contractId()
                          : ((ContractDeclined) event).contractId()))
          .toList();
    }
  }

  /** Nothing of the channels, the path and the concierge is started. */
  @Configuration(proxyBeanMethods = false)
  @ComponentScan({
    "com.ailuxe.agency",
    "com.ailuxe.contact",
    "com.ailuxe.contract",
    "com.ailuxe.rendering"
  })
  @EntityScan({"com.ailuxe.agency", "com.ailuxe.contact", "com.ailuxe.contract"})
  @EnableJpaRepositories({"com.ailuxe.agency", "com.ailuxe.contact", "com.ailuxe.contract"})
  @Import({TestClock.class, CommittedEvents.class})
  static class Modules {}
}
