package com.ailuxe.journey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.TestClock;
import com.ailuxe.WithJackson2;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.ContractPapers;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Given;
import com.ailuxe.contract.ContractState;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.ModelDecisions;
import com.ailuxe.journey.clientturn.RecordAnswerWorker;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the jobs of a contract do, on a real PostgreSQL; each test has an agency of its own. */
@WithPostgres
@SpringBootTest(classes = ContractLifeTests.Modules.class, webEnvironment = WebEnvironment.NONE)
@AutoConfigureDataJpa
class ContractLifeTests {
  private static final String BUTTON = "contract:accept:…";

  @Autowired GatherFactsWorker gather;
  @Autowired IssueContractWorker issue;
  @Autowired SendContractWorker send;
  @Autowired NudgeContactWorker nudge;
  @Autowired ExpireContractWorker expire;
  @Autowired RecordAnswerWorker record;
  @Autowired ContractPapers papers;
  @Autowired Contracts contracts;
  @Autowired Bookings bookings;
  @Autowired SendReports reports;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  AgencyId agency;
  BookingId booking;
  UUID conversation;

  @BeforeEach
  void aConfirmedBooking() {
    clock.reset();
    agency = given.agency();
    given.talent(agency, "Aurelia", "Yacht");
    booking = given.confirmed(agency, "Aurelia", "2026-12-20T14:00", "2026-12-20T20:00");
    conversation = bookings.facts(booking).conversation().value();
  }

  @Test
  void theFactsAreTheKindOfTalentTheGuestsAndTheBudget() {
    assertThat(gather.handle(booking.toString()))
        .isEqualTo(new GatherFactsWorker.Facts("yacht", 2, new BigDecimal("900.00"), "EUR"));
  }

  @Test
  void theDocumentGoesOutOnceWithItsButtonsInTheLanguageOfTheContact() {
    jdbc.sql("update contact set locale = 'de-AT' where agency_id = ?")
        .param(agency.value())
        .update();
    var contract = issued("nda");

    send.handle(contract.toString());
    send.handle(contract.toString());

    assertThat(buttons())
        .singleElement()
        .asString()
        .contains("Annehmen", "Ablehnen", "contract:accept:" + contract);
    assertThat(texts()).singleElement().asString().contains("Verschwiegenheitsvereinbarung");
    assertThat(attachments()).containsExactly(contracts.pdf(contract).sha256());
    assertThat(contracts.evidence(contract).state()).isEqualTo(ContractState.SENT);
  }

  @Test
  void aDocumentThatWasWithdrawnMeanwhileIsNotSent() {
    var contract = issued("service-agreement");
    contracts.withdraw(agency, booking, "cancelled");

    send.handle(contract.toString());

    assertThat(texts()).isEmpty();
  }

  @Test
  void aDocumentThatWasAcceptedIsNotIssuedAgain() {
    var contract = sent("service-agreement");
    answers(contract, "accept-contract", "Accept", BUTTON);

    assertThat(issue.handle(booking.toString(), "service-agreement"))
        .isEqualTo(new IssueContractWorker.Issued(contract.toString(), true));
  }

  @Test
  void theNudgeGoesOutOnceAndOnlyWhileAnAnswerIsAwaited() {
    var contract = sent("service-agreement");
    nudge.handle(contract.toString());
    nudge.handle(contract.toString());
    assertThat(texts()).hasSize(2).last().asString().contains("still waits for your answer");
    assertThat(buttons()).last().asString().contains("contract:decline:" + contract);

    var accepted = sent("nda");
    answers(accepted, "accept-contract", "Accept", BUTTON);
    nudge.handle(accepted.toString());
    assertThat(texts()).filteredOn(text -> text.contains("still waits")).hasSize(1);
  }

  @Test
  void anAnswerThatCountsIsFollowedByNoWordHere() {
    var contract = sent("service-agreement");

    answers(contract, "accept-contract", "Accept", BUTTON);

    assertThat(contracts.evidence(contract).state()).isEqualTo(ContractState.ACCEPTED);
    assertThat(texts()).hasSize(1);
  }

  @Test
  void aRefusalInWordsHasItsReasonAndOneByButtonHasNone() {
    var inWords = sent("service-agreement");
    answers(inWords, "decline-contract", "No thank you, too expensive", null);
    var byButton = sent("nda");
    answers(byButton, "decline-contract", "Decline", BUTTON);

    assertThat(contracts.evidence(inWords).declineReason())
        .isEqualTo("No thank you, too expensive");
    assertThat(contracts.evidence(byButton).declineReason()).isNull();
  }

  @Test
  void whoAnswersAgainIsToldThatTheFirstAnswerCounts() {
    var accepted = sent("service-agreement");
    answers(accepted, "accept-contract", "Accept", BUTTON);
    answers(accepted, "decline-contract", "Decline", BUTTON);
    assertThat(texts()).last().asString().contains("was already accepted");

    var declined = sent("nda");
    answers(declined, "decline-contract", "Decline", BUTTON);
    answers(declined, "accept-contract", "Accept", BUTTON);
    assertThat(texts()).last().asString().contains("was declined before");
  }

  @Test
  void whoAnswersLateIsToldThatTheDocumentHadLapsed() {
    var contract = sent("service-agreement");
    assertThat(expire.handle(contract.toString()).contractOutcome()).isEqualTo("expired");

    answers(contract, "accept-contract", "Accept", BUTTON);

    assertThat(texts()).last().asString().contains("had lapsed");
    assertThat(contracts.evidence(contract).state()).isEqualTo(ContractState.EXPIRED);
  }

  @Test
  void theOutcomeOfAnExpiryIsTheAnswerThatCameFirst() {
    var accepted = sent("service-agreement");
    answers(accepted, "accept-contract", "Accept", BUTTON);
    var declined = sent("nda");
    answers(declined, "decline-contract", "Decline", BUTTON);

    assertThat(expire.handle(accepted.toString()).contractOutcome()).isEqualTo("accepted");
    assertThat(expire.handle(declined.toString()).contractOutcome()).isEqualTo("declined");
  }

  @Test
  void whoAnswersAnOlderDocumentIsToldToAnswerTheNewest() {
    var older = sent("service-agreement");
    jdbc.sql("update booking set place = 'Port Hercule' where id = ?")
        .param(booking.value())
        .update();
    var newer = sent("service-agreement");

    answers(older, "accept-contract", "Accept", BUTTON);

    assertThat(newer).isNotEqualTo(older);
    assertThat(texts()).last().asString().contains("answer the newest document");
    assertThat(contracts.evidence(newer).state()).isEqualTo(ContractState.SENT);
  }

  @Test
  void whoAnswersAWithdrawnDocumentIsToldSoOnceHoweverOftenTheJobComes() {
    var contract = sent("service-agreement");
    contracts.withdraw(agency, booking, "cancelled");
    var turn = turn(conversation, "Accept", BUTTON);

    record.handle(turn, "accept-contract", contract.toString());
    record.handle(turn, "accept-contract", contract.toString());

    assertThat(texts()).hasSize(2).last().asString().contains("had been withdrawn");
  }

  @Test
  void somebodyElseLearnsNothingOfTheContract() {
    var contract = sent("service-agreement");
    var stranger = given.contact(agency);
    var elsewhere = given.conversation(agency, stranger).value();

    record.handle(turn(elsewhere, "Accept", BUTTON), "accept-contract", contract.toString());

    assertThat(texts(elsewhere))
        .singleElement()
        .asString()
        .contains("addressed to somebody else")
        .doesNotContain("Aurelia", contracts.evidence(contract).number());
    assertThat(contracts.evidence(contract).state()).isEqualTo(ContractState.SENT);
  }

  @Test
  void theEvidencePageTellsAllThatIsOnRecord() throws IOException {
    var contract = sent("service-agreement");
    var message = Objects.requireNonNull(contracts.evidence(contract).sentMessageId());
    assertThat(text(papers.evidence(agency, contract))).contains("There is no answer", "QUEUED");
    reports.accepted(new SendAttempt(message, 1), "wamid.OUT");
    answers(contract, "decline-contract", "Rather not, 谢\u0007谢", null);

    var page = text(papers.evidence(agency, contract));

    var proof = contracts.evidence(contract);
    assertThat(page)
        .contains(proof.number(), proof.sha256(), proof.template().sha256())
        .contains("The stored file is the one that was issued")
        .contains(message.toString(), "wamid.OUT", "ACCEPTED", "2026-12-01T10:00:00Z")
        .contains("Rather not, [U+8C22][U+8C22]", "PHONE +33100000000", "wamid.IN")
        .contains("contract.issued", "contract.declined");
  }

  @Test
  void theEvidencePageTellsWhenTheFileWasChangedAndTheContractNeverSent() throws IOException {
    var contract = issued("service-agreement");
    jdbc.sql("update contract_file set content = content || '\\x00'::bytea where contract_id = ?")
        .param(contract.value())
        .update();

    assertThat(text(papers.evidence(agency, contract)))
        .contains("The stored file is not the one that was issued")
        .contains("The document was not sent");
  }

  private ContractId issued(String document) {
    return ContractId.parse(issue.handle(booking.toString(), document).contractId());
  }

  private ContractId sent(String document) {
    var contract = issued(document);
    send.handle(contract.toString());
    return contract;
  }

  private void answers(ContractId contract, String intent, String text, @Nullable String payload) {
    record.handle(turn(conversation, text, payload), intent, contract.toString());
  }

  /** A turn of one message. */
  private String turn(UUID conversation, String text, @Nullable String payload) {
    var turn = UUID.randomUUID();
    var message = UUID.randomUUID();
    jdbc.sql(
            """
            insert into turn
              (id, agency_id, conversation_id, process_instance, state, collected_at, version)
            values (?, ?, ?, 1, 'COLLECTED', now(), 0)""")
        .params(turn, agency.value(), conversation)
        .update();
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, turn_id, direction, author, type,
              text, button_payload, occurred_at, recorded_at)
            values (?, ?, ?, ?, 'INBOUND', 'CONTACT', 'TEXT', ?, ?, now(), now())""")
        .params(message, agency.value(), conversation, turn, text)
        .param(payload)
        .update();
    jdbc.sql(
            """
            insert into inbox (channel, account_id, event_id, agency_id, conversation_id,
              message_id, kind, payload, state, received_at)
            values ('WHATSAPP', ?, 'wamid.IN', ?, ?, ?, 'MESSAGE', '{}', 'OPEN', now())""")
        .params(message.toString(), agency.value(), conversation, message)
        .update();
    return turn.toString();
  }

  private List<String> texts() {
    return texts(conversation);
  }

  private List<String> texts(UUID conversation) {
    return jdbc.sql(
            """
            select text from message where conversation_id = ? and direction = 'OUTBOUND'
            order by sequence""")
        .param(conversation)
        .query(String.class)
        .list();
  }

  private List<String> buttons() {
    return jdbc.sql("select buttons from outbox where conversation_id = ? order by sequence")
        .param(conversation)
        .query(String.class)
        .list();
  }

  private List<String> attachments() {
    return jdbc.sql("select sha256 from attachment where agency_id = ?")
        .param(agency.value())
        .query(String.class)
        .list();
  }

  private static String text(byte[] file) throws IOException {
    try (var pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  /** Nothing of the channels, the engine and the concierge is started. */
  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackages = {
        "com.ailuxe.agency",
        "com.ailuxe.contact",
        "com.ailuxe.talent",
        "com.ailuxe.booking",
        "com.ailuxe.contract",
        "com.ailuxe.conversation",
        "com.ailuxe.replicas",
        "com.ailuxe.rendering"
      },
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Tests?[$].*"))
  @EntityScan("com.ailuxe")
  @EnableJpaRepositories("com.ailuxe")
  @ConfigurationPropertiesScan({"com.ailuxe.booking", "com.ailuxe.conversation"})
  @WithJackson2
  @Import({
    TestClock.class,
    Given.class,
    NoticeTexts.class,
    BookingNotices.class,
    CancellationRules.class,
    ModelDecisions.class,
    ContractNotices.class,
    ContractPapers.class,
    GatherFactsWorker.class,
    IssueContractWorker.class,
    SendContractWorker.class,
    NudgeContactWorker.class,
    ExpireContractWorker.class,
    RecordAnswerWorker.class
  })
  static class Modules {}
}
