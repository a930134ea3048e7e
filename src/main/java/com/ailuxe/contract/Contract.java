package com.ailuxe.contract;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.rendering.TemplateSource;
import com.ailuxe.replicas.EntityNews;
import com.ailuxe.replicas.Newsworthy;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One numbered document of a booking and the one answer to it. The first answer counts; a verb that
 * does not fit the state throws.
 */
@Entity
@EntityListeners(EntityNews.class)
class Contract implements Newsworthy {
  @Id private UUID id;
  private UUID agencyId;
  private UUID contactId;
  private UUID conversationId;
  private UUID bookingId;

  @Enumerated(EnumType.STRING)
  private ContractKind kind;

  private String number;
  private @Nullable UUID replaces;

  @Enumerated(EnumType.STRING)
  private ContractState state;

  private String party;
  private String terms;
  private String termsSha256;
  private String templateFile;
  private String templateSha256;
  private String fileName;
  private @Nullable BigDecimal priceAmount;
  private @Nullable String priceCurrency;
  private int cancelFreeHours;
  private BigDecimal cancelLatePercent;
  private BigDecimal cancelNoShowPercent;
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
  private @Nullable String declineReason;
  private @Nullable Instant endedAt;
  private @Nullable String endReason;
  @Version private @Nullable Long version;

  /** JPA needs it. */
  protected Contract() {}

  /**
   * @param sheet as JSON
   * @param replaces the document of this kind that the booking had before
   */
  static Contract issued(
      ContractTerms about,
      ContractKind kind,
      String number,
      @Nullable Contract replaces,
      String sheet,
      TemplateSource template,
      String sha256,
      Instant now) {
    var contract = new Contract();
    contract.id = UUID.randomUUID();
    contract.agencyId = about.agency().value();
    contract.contactId = about.contact().value();
    contract.conversationId = about.conversationId().value();
    contract.bookingId = about.bookingId().value();
    contract.kind = kind;
    contract.number = number;
    contract.replaces = replaces == null ? null : replaces.id;
    contract.state = ContractState.ISSUED;
    contract.party = about.party().value();
    contract.terms = sheet;
    contract.termsSha256 = about.sha256();
    contract.templateFile = template.file();
    contract.templateSha256 = template.sha256();
    contract.fileName = kind.fileName(number);
    contract.priceAmount = about.price() == null ? null : about.price().amount();
    contract.priceCurrency =
        about.price() == null ? null : about.price().currency().getCurrencyCode();
    contract.cancelFreeHours = about.cancellation().freeHours();
    contract.cancelLatePercent = about.cancellation().latePercent();
    contract.cancelNoShowPercent = about.cancellation().noShowPercent();
    contract.sha256 = sha256;
    contract.issuedAt = now;
    return contract;
  }

  /**
   * The message with the file is on its way; a contract that is no longer in force is not revived
   * by it. Saying so again changes nothing.
   */
  void send(MessageId message, Instant now) {
    if (message.value().equals(sentMessageId)) {
      return;
    }
    if (sentMessageId != null) {
      throw new IllegalStateException(
          "Contract %s is %s and was sent in message %s".formatted(number, state, sentMessageId));
    }
    sentMessageId = message.value();
    sentAt = now;
    if (state == ContractState.ISSUED) {
      state = ContractState.SENT;
    }
  }

  /** Whether the contract is accepted by this answer and was not before. */
  boolean accept(Answer answer) {
    return answered(ContractState.ACCEPTED, answer);
  }

  /** Whether the contract is declined by this answer and was not before. */
  boolean decline(Answer answer) {
    var declined = answered(ContractState.DECLINED, answer);
    if (declined && answer.inOwnWords()) {
      declineReason = answer.text();
    }
    return declined;
  }

  AgreedCancellation cancellation() {
    return new AgreedCancellation(
        new CancellationTerms(cancelFreeHours, cancelLatePercent, cancelNoShowPercent),
        priceAmount == null || priceCurrency == null
            ? null
            : new Money(priceAmount, Currency.getInstance(priceCurrency)));
  }

  /** Another document says what is agreed now. */
  void supersede(Instant now, String reason) {
    if (!state.isInForce()) {
      throw new IllegalStateException(
          "Contract %s is %s and cannot be superseded".formatted(number, state));
    }
    end(ContractState.SUPERSEDED, now, reason);
  }

  /** Whether the contract was in force until now and is no longer. */
  boolean withdraw(Instant now, String reason) {
    if (!state.isInForce()) {
      return false;
    }
    end(ContractState.WITHDRAWN, now, reason);
    return true;
  }

  /** Whether the contract waited for an answer and does so no more. */
  boolean expire(Instant now, String reason) {
    if (state != ContractState.ISSUED && state != ContractState.SENT) {
      return false;
    }
    end(ContractState.EXPIRED, now, reason);
    return true;
  }

  boolean belongsTo(AgencyId agency, ContactId contact) {
    return agencyId.equals(agency.value()) && contactId.equals(contact.value());
  }

  boolean wasAnsweredBy(MessageId message) {
    return message.value().equals(answerMessageId);
  }

  boolean isInForce() {
    return state.isInForce();
  }

  boolean isAbout(ContractTerms others) {
    return termsSha256.equals(others.sha256());
  }

  ContractId id() {
    return new ContractId(id);
  }

  AgencyId agencyId() {
    return new AgencyId(agencyId);
  }

  BookingId bookingId() {
    return new BookingId(bookingId);
  }

  ContractKind kind() {
    return kind;
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
        bookingId(),
        kind,
        number,
        replaces == null ? null : new ContractId(replaces),
        state,
        party,
        terms,
        new TemplateSource(templateFile, templateSha256),
        fileName,
        sha256,
        issuedAt,
        message(sentMessageId),
        sentAt,
        message(answerMessageId),
        answerProviderId,
        answerIdentityKind == null || answerIdentityValue == null
            ? null
            : new Identity(answerIdentityKind, answerIdentityValue),
        answerText,
        answeredAt,
        declineReason,
        endedAt,
        endReason);
  }

  private static @Nullable MessageId message(@Nullable UUID id) {
    return id == null ? null : new MessageId(id);
  }

  private boolean answered(ContractState next, Answer answer) {
    if (state == ContractState.ISSUED) {
      throw new IllegalStateException(
          "Contract %s was not sent yet and cannot become %s".formatted(number, next));
    }
    if (state != ContractState.SENT) {
      return false;
    }
    state = next;
    answerMessageId = answer.messageId().value();
    answerProviderId = answer.providerMessageId();
    answerIdentityKind = answer.identity().kind();
    answerIdentityValue = answer.identity().value();
    answerText = answer.text();
    answeredAt = answer.at();
    return true;
  }

  private void end(ContractState end, Instant now, String reason) {
    state = end;
    endedAt = now;
    endReason = reason;
  }

  @Override
  public String newsTopic() {
    return "booking";
  }

  @Override
  public Identifier newsAgency() {
    return new AgencyId(agencyId);
  }

  @Override
  public Identifier newsSubject() {
    return new BookingId(bookingId);
  }
}
