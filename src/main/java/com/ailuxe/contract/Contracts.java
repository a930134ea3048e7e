package com.ailuxe.contract;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.rendering.Letterhead;
import com.ailuxe.rendering.PdfDocuments;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contracts of the bookings. Every verb may be called twice; the second call changes nothing.
 */
@Service
@Transactional
public class Contracts {
  private static final String TEMPLATE = "service-agreement";
  private static final String SUBJECT = "contract";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final ContractRepository repository;
  private final ContractSeries series;
  private final ContractFiles files;
  private final Agencies agencies;
  private final Contacts contacts;
  private final Templates templates;
  private final PdfDocuments documents;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
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
    this.clock = clock;
  }

  /**
   * Writes the service agreement of a booking, in the contact's language where there is a template,
   * and gives it the agency's next number. A booking that has a contract keeps it.
   *
   * @throws IllegalArgumentException when the contact is not the agency's
   */
  public IssuedContract issue(ContractTerms terms) {
    var agency = agencies.profile(terms.agency());
    var contact = contacts.profile(terms.contact());
    if (!contact.agencyId().equals(agency.id())) {
      throw new IllegalArgumentException(
          "Contact %s is not one of agency %s".formatted(contact.id(), agency.id()));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS).atZone(agency.zone());
    series.lock(agency.id(), now.getYear());
    return withFile(
        repository
            .findByAgencyIdAndBookingId(agency.id().value(), terms.bookingId())
            .orElseGet(() -> write(terms, agency, contact, now)));
  }

  /**
   * The message with the file is queued for the contact, whose answer counts from now on.
   *
   * @throws IllegalStateException when it was sent in another message before
   */
  public void sent(ContractId id, UUID messageId) {
    locked(id).send(messageId, clock.instant());
  }

  /**
   * Records that the contact accepts, unless another answer came first.
   *
   * @throws IllegalStateException when the contract was not sent yet
   */
  public AnswerOutcome accept(ContractId id, Answer answer) {
    var contract = locked(id);
    if (!contract.belongsTo(answer.agency(), answer.contact())) {
      return AnswerOutcome.NOT_YOURS;
    }
    if (contract.accept(answer)) {
      note(contract, answer, "contract.accepted");
      events.publishEvent(new ContractAccepted(id, contract.bookingId()));
    }
    return outcome(contract, ContractState.ACCEPTED, answer);
  }

  /**
   * Records that the contact declines, unless another answer came first.
   *
   * @throws IllegalStateException when the contract was not sent yet
   */
  public AnswerOutcome decline(ContractId id, Answer answer) {
    var contract = locked(id);
    if (!contract.belongsTo(answer.agency(), answer.contact())) {
      return AnswerOutcome.NOT_YOURS;
    }
    if (contract.decline(answer)) {
      note(contract, answer, "contract.declined");
      events.publishEvent(new ContractDeclined(id, contract.bookingId()));
    }
    return outcome(contract, ContractState.DECLINED, answer);
  }

  /** The contract that waits for an answer in this conversation; of several the last one sent. */
  @Transactional(readOnly = true)
  public Optional<OpenContract> openFor(AgencyId agency, UUID conversationId) {
    return repository
        .findFirstByAgencyIdAndConversationIdAndStateOrderBySentAtDesc(
            agency.value(), conversationId, ContractState.SENT)
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

  /** The contract of a booking, once it is issued. */
  @Transactional(readOnly = true)
  public Optional<ContractEvidence> ofBooking(AgencyId agency, UUID bookingId) {
    return repository.findByAgencyIdAndBookingId(agency.value(), bookingId).map(Contract::evidence);
  }

  private Contract write(
      ContractTerms terms, AgencyProfile agency, ContactProfile contact, ZonedDateTime now) {
    var number =
        "%s-%d-%04d"
            .formatted(
                agency.slug().toUpperCase(Locale.ROOT),
                now.getYear(),
                series.next(agency.id(), now.getYear()));
    var sheet = ContractSheet.of(number, now.toLocalDate(), agency, contact, terms);
    var text =
        templates.render(
            TemplateKind.CONTRACT, TEMPLATE, contact.locale(), Map.of("contract", sheet));
    var pdf = documents.pdf(text, new Letterhead(agency.name(), agency.address(), number, now));
    var contract =
        repository.saveAndFlush(
            Contract.issued(
                terms,
                number,
                json(sheet),
                templates.source(TemplateKind.CONTRACT, TEMPLATE, contact.locale()),
                "Service-Agreement-%s.pdf".formatted(number),
                Sha256.hex(pdf),
                now.toInstant()));
    files.keep(agency.id(), contract.id(), pdf);
    audit.record(
        agency.id(),
        "system",
        "contract.issued",
        SUBJECT,
        contract.id().value(),
        "%s, SHA-256 %s".formatted(number, contract.sha256()));
    return contract;
  }

  private IssuedContract withFile(Contract contract) {
    return new IssuedContract(
        contract.id(),
        contract.bookingId(),
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
        contract.id().value(),
        answer.text());
  }

  /** The same message may come again; it is told what it was told the first time. */
  private static AnswerOutcome outcome(Contract contract, ContractState wanted, Answer answer) {
    if (contract.state() == wanted && contract.wasAnsweredBy(answer.messageId())) {
      return AnswerOutcome.RECORDED;
    }
    return contract.state() == ContractState.ACCEPTED
        ? AnswerOutcome.ALREADY_ACCEPTED
        : AnswerOutcome.ALREADY_DECLINED;
  }

  private Contract locked(ContractId id) {
    return known(id, repository.findLockedById(id.value()));
  }

  private static Contract known(ContractId id, Optional<Contract> contract) {
    return contract.orElseThrow(() -> new NoSuchElementException("No contract " + id));
  }

  private static String json(ContractSheet sheet) {
    try {
      return JSON.writeValueAsString(sheet);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
