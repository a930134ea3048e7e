package com.ailuxe.journey.contract;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.contract.ContractTerms;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.LegalName;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes one document of a confirmed booking. */
@Component
public class IssueContractWorker {
  private final Bookings bookings;
  private final Conversations conversations;
  private final Contacts contacts;
  private final Contracts contracts;
  private final CancellationRules cancellation;

  IssueContractWorker(
      Bookings bookings,
      Conversations conversations,
      Contacts contacts,
      Contracts contracts,
      CancellationRules cancellation) {
    this.bookings = bookings;
    this.conversations = conversations;
    this.contacts = contacts;
    this.contracts = contracts;
    this.cancellation = cancellation;
  }

  public record Issued(String contractId, boolean alreadyAccepted) {}

  /**
   * @param document the stem of its kind, as the decision names it
   */
  @JobWorker(type = JobTypes.ISSUE_CONTRACT)
  public Issued handle(@Variable String bookingId, @Variable String document) {
    var terms = terms(bookings.facts(BookingId.parse(bookingId)));
    var contract = contracts.issue(kind(document), terms);
    return new Issued(contract.id().toString(), contract.state() == ContractState.ACCEPTED);
  }

  private static ContractKind kind(String document) {
    try {
      return ContractKind.ofStem(document);
    } catch (IllegalArgumentException e) {
      throw new JobFailed(
          IncidentType.MODEL_MISMATCH,
          "required-documents.dmn: unknown value '%s'".formatted(document));
    }
  }

  private ContractTerms terms(BookingFacts booking) {
    var conversation = conversations.profile(booking.conversation());
    return new ContractTerms(
        booking.agency(),
        booking.contact(),
        party(booking.contact()),
        conversation.recipient(),
        conversation.id(),
        booking.id(),
        booking.reference(),
        known(booking.talentName(), "talent"),
        known(booking.service(), "service"),
        known(booking.start(), "start"),
        known(booking.end(), "end"),
        booking.place(),
        booking.guests(),
        booking.total(),
        booking.budget(),
        cancellation.terms(known(booking.service(), "service")));
  }

  /** The process sees to it that there is one; a case of an older version may come without. */
  private LegalName party(ContactId contact) {
    var name = contacts.profile(contact).legalName();
    if (name == null) {
      throw new JobFailed(IncidentType.PARTY_UNKNOWN, "contact " + contact);
    }
    return name;
  }

  private static <T> T known(@Nullable T fact, String name) {
    return Objects.requireNonNull(fact, () -> "A contract needs the booking's " + name);
  }
}
