package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.rendering.TemplateSource;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The numbered document of one booking and the one answer to it. The first answer counts; a verb
 * that does not fit the state throws.
 */
@Entity
class Contract {
  @Id private UUID id;
  private UUID agencyId;
  private UUID contactId;
  private UUID conversationId;
  private UUID bookingId;
  private String number;

  @Enumerated(EnumType.STRING)
  private ContractState state;

  private String terms;
  private String templateFile;
  private String templateSha256;
  private String fileName;
  private String sha256;
  private Instant issuedAt;
  private @Nullable UUID sentMessageId;
  private @Nullable Instant sentAt;
  private @Nullable UUID answerMessageId;
  private @Nullable String answerProviderId;

  @Enumerated(EnumType.STRING)
  private @Nullable IdentityKind answerIdentityKind;

  private @Nullable String answerIdentityValue;
  private @Nullable String answerText;
  private @Nullable Instant answeredAt;
  @Version private @Nullable Long version;

  /** For JPA. */
  protected Contract() {}

  static Contract issued(
      ContractTerms about,
      String number,
      String terms,
      TemplateSource template,
      String fileName,
      String sha256,
      Instant now) {
    var contract = new Contract();
    contract.id = UUID.randomUUID();
    contract.agencyId = about.agency().value();
    contract.contactId = about.contact().value();
    contract.conversationId = about.conversationId();
    contract.bookingId = about.bookingId();
    contract.number = number;
    contract.state = ContractState.ISSUED;
    contract.terms = terms;
    contract.templateFile = template.file();
    contract.templateSha256 = template.sha256();
    contract.fileName = fileName;
    contract.sha256 = sha256;
    contract.issuedAt = now;
    return contract;
  }

  /** The message with the file is on its way. Saying so again changes nothing. */
  void send(UUID messageId, Instant now) {
    if (messageId.equals(sentMessageId)) {
      return;
    }
    if (state != ContractState.ISSUED) {
      throw new IllegalStateException(
          "Contract %s is %s and was sent in message %s".formatted(number, state, sentMessageId));
    }
    state = ContractState.SENT;
    sentMessageId = messageId;
    sentAt = now;
  }

  /** Whether the contract is accepted by this answer and was not before. */
  boolean accept(Answer answer) {
    return answered(ContractState.ACCEPTED, answer);
  }

  /** Whether the contract is declined by this answer and was not before. */
  boolean decline(Answer answer) {
    return answered(ContractState.DECLINED, answer);
  }

  boolean belongsTo(AgencyId agency, ContactId contact) {
    return agencyId.equals(agency.value()) && contactId.equals(contact.value());
  }

  boolean wasAnsweredBy(UUID messageId) {
    return messageId.equals(answerMessageId);
  }

  ContractId id() {
    return new ContractId(id);
  }

  AgencyId agencyId() {
    return new AgencyId(agencyId);
  }

  UUID bookingId() {
    return bookingId;
  }

  String number() {
    return number;
  }

  ContractState state() {
    return state;
  }

  String sha256() {
    return sha256;
  }

  String fileName() {
    return fileName;
  }

  ContractEvidence evidence() {
    return new ContractEvidence(
        id(),
        agencyId(),
        new ContactId(contactId),
        bookingId,
        number,
        state,
        terms,
        new TemplateSource(templateFile, templateSha256),
        fileName,
        sha256,
        issuedAt,
        sentMessageId,
        sentAt,
        answerMessageId,
        answerProviderId,
        answerIdentityKind == null || answerIdentityValue == null
            ? null
            : new Identity(answerIdentityKind, answerIdentityValue),
        answerText,
        answeredAt);
  }

  private boolean answered(ContractState next, Answer answer) {
    if (state == ContractState.ISSUED) {
      throw new IllegalStateException(
          "Contract %s was not sent yet and cannot become %s".formatted(number, next));
    }
    if (state.isAnswered()) {
      return false;
    }
    state = next;
    answerMessageId = answer.messageId();
    answerProviderId = answer.providerMessageId();
    answerIdentityKind = answer.identity().kind();
    answerIdentityValue = answer.identity().value();
    answerText = answer.text();
    answeredAt = answer.at();
    return true;
  }
}
