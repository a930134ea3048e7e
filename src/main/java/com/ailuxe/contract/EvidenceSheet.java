package com.ailuxe.contract;

import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.agency.AuditEntry;
import com.ailuxe.contact.Identity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the evidence page sees, as {@code evidence}. Points in time are in UTC, to
 * the second. Public because templates see public types only.
 *
 * @param contactName and what the contact wrote: letters without a font are shown by their code
 * @param foundSha256 of the file as it is stored now
 */
public record EvidenceSheet(
    String madeAt,
    String agencyLegalName,
    String agencyAddress,
    String contactName,
    String bookingId,
    String contractId,
    String number,
    String kind,
    String state,
    @Nullable String replacedNumber,
    String fileName,
    String sha256,
    String foundSha256,
    String templateFile,
    String templateSha256,
    String terms,
    String issuedAt,
    @Nullable String sentAt,
    @Nullable String answeredAt,
    @Nullable String answerText,
    @Nullable String declineReason,
    @Nullable String answerMessageId,
    @Nullable String answerProviderId,
    @Nullable Identity answeredBy,
    @Nullable String endedAt,
    @Nullable String endReason,
    List<Message> messages,
    List<Entry> audit) {

  /** A message that carried the contract. */
  public record Message(
      String id,
      String channel,
      @Nullable String providerId,
      List<Step> steps,
      @Nullable String reason) {}

  /** A state that a message got to. */
  public record Step(String state, String at) {}

  /** One entry of the audit trail. */
  public record Entry(String at, String actor, String action, @Nullable String detail) {}

  static EvidenceSheet of(
      ContractEvidence contract,
      AgencyProfile agency,
      @Nullable String replacedNumber,
      String foundSha256,
      List<MessageTrace> messages,
      List<AuditEntry> audit,
      UnaryOperator<String> printable,
      Instant now) {
    var answerText = contract.answerText();
    var declineReason = contract.declineReason();
    return new EvidenceSheet(
        utc(now),
        agency.legalName(),
        agency.address(),
        printable.apply(contract.party()),
        contract.bookingId().toString(),
        contract.id().toString(),
        contract.number(),
        contract.kind().stem(),
        contract.state().name(),
        replacedNumber,
        contract.fileName(),
        contract.sha256(),
        foundSha256,
        contract.template().file(),
        contract.template().sha256(),
        contract.terms(),
        utc(contract.issuedAt()),
        orNull(contract.sentAt()),
        orNull(contract.answeredAt()),
        answerText == null ? null : printable.apply(answerText),
        declineReason == null ? null : printable.apply(declineReason),
        contract.answerMessageId() == null ? null : contract.answerMessageId().toString(),
        contract.answerProviderId(),
        contract.answeredBy(),
        orNull(contract.endedAt()),
        contract.endReason(),
        messages.stream().map(EvidenceSheet::message).toList(),
        audit.stream().map(entry -> entry(entry, printable)).toList());
  }

  private static Message message(MessageTrace trace) {
    return new Message(
        trace.messageId().toString(),
        trace.channel(),
        trace.providerMessageId(),
        trace.steps().stream().map(step -> new Step(step.state(), utc(step.at()))).toList(),
        trace.reason());
  }

  private static Entry entry(AuditEntry entry, UnaryOperator<String> printable) {
    var detail = entry.detail();
    return new Entry(
        utc(entry.at()),
        printable.apply(entry.actor()),
        entry.action(),
        detail == null ? null : printable.apply(detail));
  }

  private static @Nullable String orNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }

  private static String utc(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
