package com.ailuxe.contract;

import static com.ailuxe.contract.AnswerOutcome.NOT_YOURS;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.agency.AuditEntry;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.rendering.Brand;
import com.ailuxe.rendering.Letterhead;
import com.ailuxe.rendering.PdfDocuments;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.TemplateSource;
import com.ailuxe.rendering.Templates;
import com.ailuxe.replicas.TransactionLock;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.PlainJson;
import com.ailuxe.shared.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contracts of the bookings. Every verb may be called twice; the second call changes nothing.
 */
@Service
@Transactional
public class Contracts {
  private static final String SUBJECT = "contract";
  private static final String SYSTEM = "system";

  private final ContractRepository repository;
  private final ContractSeries series;
  private final ContractFiles files;
  private final Agencies agencies;
  private final Contacts contacts;
  private final Templates templates;
  private final PdfDocuments documents;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Contracts(
      ContractRepository repository,
      ContractSeries series,
      ContractFiles files,
      Agencies agencies,
      Contacts contacts,
      Templates templates,
      PdfDocuments documents,
      AuditTrail audit,
      ApplicationEventPublisher events,
      JdbcClient jdbc,
      Clock clock) {
    this.repository = repository;
    this.series = series;
    this.files = files;
    this.agencies = agencies;
    this.contacts = contacts;
    this.templates = templates;
    this.documents = documents;
    this.audit = audit;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Writes a document of a booking, in the contact's language where there is a template, and gives
   * it the agency's next number. One that is in force and says the same is kept; one that says
   * something else is superseded by the new one.
   *
   * @throws IllegalArgumentException when the contact is not the agency's
   */
  public IssuedContract issue(ContractKind kind, ContractTerms terms) {
    var agency = agencies.profile(terms.agency());
    var contact = contacts.profile(terms.contact());
    if (!contact.agencyId().equals(agency.id())) {
      throw new IllegalArgumentException(
          "Contact %s is not one of agency %s".formatted(contact.id(), agency.id()));
    }
    oneAfterTheOther(terms.bookingId());
    var before =
        repository.findFirstLockedByAgencyIdAndBookingIdAndKindOrderByIssuedAtDescNumberDesc(
            agency.id().value(), terms.bookingId().value(), kind);
    return withFile(
        before
            .filter(contract -> contract.isInForce() && contract.isAbout(terms))
            .orElseGet(() -> write(kind, terms, before.orElse(null), agency, contact)));
  }

  /**
   * The message with the file is queued for the contact, whose answer is taken from now on.
   *
   * @throws IllegalStateException when it was sent in another message before
   */
  public void sent(ContractId id, MessageId message) {
    locked(id).send(message, clock.instant());
  }

  /**
   * Records that the contact accepts, unless another answer came first or the contract is no longer
   * in force.
   *
   * @throws IllegalStateException when the contract was not sent yet
   */
  public AnswerOutcome accept(ContractId id, Answer answer) {
    return locked(id, answer).map(contract -> accept(contract, answer)).orElse(NOT_YOURS);
  }

  private AnswerOutcome accept(Contract contract, Answer answer) {
    if (contract.accept(answer)) {
      note(contract, answer, "contract.accepted");
      events.publishEvent(new ContractAccepted(contract.id(), contract.bookingId()));
    }
    return outcome(contract, answer);
  }

  /**
   * Records that the contact declines, with the reason where it is given in own words, unless
   * another answer came first or the contract is no longer in force.
   *
   * @throws IllegalStateException when the contract was not sent yet
   */
  public AnswerOutcome decline(ContractId id, Answer answer) {
    return locked(id, answer).map(contract -> decline(contract, answer)).orElse(NOT_YOURS);
  }

  private AnswerOutcome decline(Contract contract, Answer answer) {
    if (contract.decline(answer)) {
      note(contract, answer, "contract.declined");
      events.publishEvent(new ContractDeclined(contract.id(), contract.bookingId()));
    }
    return outcome(contract, answer);
  }

  /**
   * The time for an answer is over. An answer that came first remains in force.
   *
   * @return what the contract is now
   */
  public ContractState expire(ContractId id) {
    var contract = locked(id);
    var reason = "no answer in time";
    if (contract.expire(now(), reason)) {
      record(contract, "contract.expired", reason);
    }
    return contract.state();
  }

  /**
   * A booking came to nothing, or begins anew: none of its documents is in force any longer, the
   * accepted ones included. What was answered stays on record.
   */
  public void withdraw(AgencyId agency, BookingId booking, String reason) {
    oneAfterTheOther(booking);
    for (var contract :
        repository.findLockedByAgencyIdAndBookingIdOrderById(agency.value(), booking.value())) {
      if (contract.withdraw(now(), reason)) {
        record(contract, "contract.withdrawn", reason);
      }
    }
  }

  /** The contract that waits for an answer in this conversation; of several the last one sent. */
  @Transactional(readOnly = true)
  public Optional<OpenContract> openFor(AgencyId agency, ConversationId conversation) {
    return repository.sent(agency.value(), conversation.value()).stream()
        .findFirst()
        .map(contract -> new OpenContract(contract.id(), contract.number()));
  }

  /**
   * @throws NoSuchElementException when there is no such contract
   * @throws ContractTampered when the stored file is not the one that was issued
   */
  @Transactional(readOnly = true)
  public IssuedContract pdf(ContractId id) {
    return withFile(known(id, repository.findById(id.value())));
  }

  /**
   * @throws NoSuchElementException when there is no such contract
   */
  @Transactional(readOnly = true)
  public ContractEvidence evidence(ContractId id) {
    return known(id, repository.findById(id.value())).evidence();
  }

  /**
   * A page that says all that is on record of a contract, a stored file that was changed included.
   * It is made anew each time, and is in English whatever the language of the contract: staff and a
   * court read it, not the contact.
   *
   * @param messages that carried the contract, oldest first
   * @throws NoSuchElementException when there is no such contract
   */
  @Transactional(readOnly = true)
  public byte[] evidencePdf(ContractId id, List<MessageTrace> messages) {
    var contract = evidence(id);
    var agency = agencies.profile(contract.agency());
    var now = now();
    var sheet =
        EvidenceSheet.of(
            contract,
            agency,
            contract.replaces() == null ? null : evidence(contract.replaces()).number(),
            files.sha256(id),
            messages,
            onRecord(contract),
            documents::printable,
            now);
    return documents.pdf(
        templates.render(
            TemplateKind.CONTRACT, "evidence", Locale.ENGLISH, Map.of("evidence", sheet)),
        letterhead(agency, contract.number(), now.atZone(agency.zone())));
  }

  /** What the contact agreed to, should the booking be called off; empty before an agreement. */
  @Transactional(readOnly = true)
  public Optional<AgreedCancellation> agreedCancellation(AgencyId agency, BookingId booking) {
    return repository.agreement(agency.value(), booking.value()).map(Contract::cancellation);
  }

  /**
   * What the contact had agreed to before the booking was changed; empty where that was never
   * agreed.
   */
  @Transactional(readOnly = true)
  public Optional<AgreedCancellation> cancellationAgreedBefore(AgencyId agency, BookingId booking) {
    return repository.agreedBefore(agency.value(), booking.value()).stream()
        .findFirst()
        .map(Contract::cancellation);
  }

  /** What became of the document, and before it who said what its party's name is. */
  private List<AuditEntry> onRecord(ContractEvidence contract) {
    var named =
        audit.of(contract.agency(), "contact", contract.contact()).stream()
            .filter(entry -> entry.action().startsWith("contact.legal-name-"));
    return Stream.concat(named, audit.of(contract.agency(), SUBJECT, contract.id()).stream())
        .sorted(Comparator.comparing(AuditEntry::at))
        .toList();
  }

  /**
   * Whether the name can be drawn in a document: there is no contract with somebody whose name is
   * not readable in it.
   */
  public boolean canName(LegalName party) {
    return documents.draws(party.value());
  }

  /** The contract of a booking that was issued last. */
  @Transactional(readOnly = true)
  public Optional<ContractEvidence> ofBooking(AgencyId agency, BookingId booking) {
    return repository.ofBooking(agency.value(), booking.value()).stream()
        .findFirst()
        .map(Contract::evidence);
  }

  /**
   * The page is set before the number is taken, with the one that is to be expected: so nobody
   * waits for it, and what cannot be set takes no number. Only where somebody else was faster is it
   * set once more.
   */
  private Contract write(
      ContractKind kind,
      ContractTerms terms,
      @Nullable Contract before,
      AgencyProfile agency,
      ContactProfile contact) {
    var now = now().atZone(agency.zone());
    var source = templates.source(TemplateKind.CONTRACT, kind.stem(), contact.locale());
    var expected = series.expected(agency.id(), now.getYear());
    var draft = set(kind, terms, expected, before, agency, contact, now);
    if (before != null && before.isInForce()) {
      before.supersede(now.toInstant(), "replaced by a document with other terms");
      repository.flush();
    }
    var number = series.next(agency.id(), now.getYear());
    var document =
        number == expected ? draft : set(kind, terms, number, before, agency, contact, now);
    var contract = keep(kind, terms, document, before, source, now.toInstant());
    if (before != null && before.state() == ContractState.SUPERSEDED) {
      record(before, "contract.superseded", "by " + contract.number());
    }
    record(
        contract,
        "contract.issued",
        "%s, SHA-256 %s".formatted(contract.number(), contract.sha256()));
    return contract;
  }

  private Document set(
      ContractKind kind,
      ContractTerms terms,
      int place,
      @Nullable Contract before,
      AgencyProfile agency,
      ContactProfile contact,
      ZonedDateTime now) {
    var number =
        "%s-%d-%04d".formatted(agency.slug().toUpperCase(Locale.ROOT), now.getYear(), place);
    var sheet =
        ContractSheet.of(
            number, now.toLocalDate(), before == null ? null : before.number(), agency, terms);
    var text =
        templates.render(
            TemplateKind.CONTRACT, kind.stem(), contact.locale(), Map.of("contract", sheet));
    return new Document(
        number, PlainJson.write(sheet), documents.pdf(text, letterhead(agency, number, now)));
  }

  private Letterhead letterhead(AgencyProfile agency, String number, ZonedDateTime now) {
    var brand = agencies.brand(agency.id());
    return new Letterhead(
        agency.name(),
        agency.address(),
        number,
        now,
        new Brand(brand.logo(), brand.primaryColor(), brand.accentColor()));
  }

  private Contract keep(
      ContractKind kind,
      ContractTerms terms,
      Document document,
      @Nullable Contract before,
      TemplateSource source,
      Instant now) {
    var contract =
        repository.saveAndFlush(
            Contract.issued(
                terms,
                kind,
                document.number(),
                before,
                document.sheet(),
                source,
                Sha256.hex(document.pdf()),
                now));
    files.keep(terms.agency(), contract.id(), document.pdf());
    return contract;
  }

  private IssuedContract withFile(Contract contract) {
    return new IssuedContract(
        contract.id(),
        contract.bookingId(),
        contract.kind(),
        contract.state(),
        contract.number(),
        contract.sha256(),
        files.read(contract.id(), contract.number(), contract.sha256()),
        contract.fileName());
  }

  private void note(Contract contract, Answer answer, String action) {
    audit.record(
        answer.agency(),
        contacts.profile(answer.contact()).displayName(),
        action,
        SUBJECT,
        contract.id(),
        answer.text());
  }

  private void record(Contract contract, String action, String detail) {
    audit.record(contract.agencyId(), SYSTEM, action, SUBJECT, contract.id(), detail);
  }

  /** A message may come again, however late; it gets the answer of the first time. */
  private static AnswerOutcome outcome(Contract contract, Answer answer) {
    if (contract.wasAnsweredBy(answer.messageId())) {
      return AnswerOutcome.RECORDED;
    }
    return switch (contract.state()) {
      case ACCEPTED -> AnswerOutcome.ALREADY_ACCEPTED;
      case DECLINED -> AnswerOutcome.ALREADY_DECLINED;
      case SUPERSEDED -> AnswerOutcome.SUPERSEDED;
      case WITHDRAWN -> AnswerOutcome.WITHDRAWN;
      case EXPIRED -> AnswerOutcome.EXPIRED;
      case ISSUED, SENT ->
          throw new IllegalStateException(
              "Contract %s took no answer".formatted(contract.number()));
    };
  }

  /**
   * Until the end of the transaction, nobody else issues or withdraws documents of this booking.
   */
  private void oneAfterTheOther(BookingId booking) {
    TransactionLock.take(jdbc, "contract/" + booking);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Empty when it is not theirs to answer: the id comes back from outside and may name anything.
   */
  private Optional<Contract> locked(ContractId id, Answer answer) {
    return repository
        .findLockedById(id.value())
        .filter(contract -> contract.belongsTo(answer.agency(), answer.contact()));
  }

  private Contract locked(ContractId id) {
    return known(id, repository.findLockedById(id.value()));
  }

  private static Contract known(ContractId id, Optional<Contract> contract) {
    return contract.orElseThrow(() -> new NoSuchElementException("No contract " + id));
  }

  private record Document(String number, String sheet, byte[] pdf) {}
}
