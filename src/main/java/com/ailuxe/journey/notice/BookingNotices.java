package com.ailuxe.journey.notice;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.booking.BookingCharges;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.ContractEvidence;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TemplateReference;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to the contact of a booking, in the words of a message template. */
@Component
public class BookingNotices {
  private final Bookings bookings;
  private final Agencies agencies;
  private final Contacts contacts;
  private final Contracts contracts;
  private final BookingCharges charges;
  private final CancellationRules cancellation;
  private final NoticeTexts texts;
  private final Outbox outbox;

  BookingNotices(
      Bookings bookings,
      Agencies agencies,
      Contacts contacts,
      Contracts contracts,
      BookingCharges charges,
      CancellationRules cancellation,
      NoticeTexts texts,
      Outbox outbox) {
    this.bookings = bookings;
    this.agencies = agencies;
    this.contacts = contacts;
    this.contracts = contracts;
    this.charges = charges;
    this.cancellation = cancellation;
    this.texts = texts;
    this.outbox = outbox;
  }

  /**
   * Queues one message to the contact. The first one that holds a slot for somebody whose legal
   * name is not known asks for it, so that no contract has to wait.
   *
   * @param idempotencyKey the same key queues it once
   */
  public MessageId send(BookingId id, MessageTemplate template, String idempotencyKey) {
    var facts = bookings.facts(id);
    var message = message(facts, template, idempotencyKey);
    var contact = contacts.profile(facts.contact());
    if (template != MessageTemplate.BOOKING_HELD
        || contact.legalName() != null
        || contact.legalNameAsked()) {
      return outbox.queue(message);
    }
    var question = texts.message(MessageTemplate.LEGAL_NAME_ASK, contact.locale(), Map.of());
    var queued = outbox.queue(asking(message, question));
    contacts.legalNameAsked(contact.id());
    return queued;
  }

  private static QueuedMessage asking(QueuedMessage message, String question) {
    return new QueuedMessage(
        message.conversationId(),
        message.author(),
        OutboundContent.text(message.content().text() + "\n\n" + question),
        message.turnId(),
        message.idempotencyKey(),
        message.template(),
        message.expiry());
  }

  /** Tells the contact, once for a booking, that its contract waits for the legal name. */
  public void legalNameNeeded(BookingId id) {
    var facts = bookings.facts(id);
    outbox.queue(message(facts, MessageTemplate.LEGAL_NAME_NEEDED, "legal-name/" + id));
    contacts.legalNameAsked(facts.contact());
  }

  /**
   * Tells once that a request is closed of which there is not enough known to name it.
   *
   * @param request its talent and its times may be unknown
   * @param template says by whom or why
   */
  public MessageId requestClosed(BookingFacts request, MessageTemplate template) {
    var contact = contacts.profile(request.contact());
    var notice =
        texts.notice(
            template,
            contact.locale(),
            agencies.profile(request.agency()).name(),
            contact.displayName());
    return outbox.queue(
        message(request, notice, template, List.of(), null, "closed/" + request.id()));
  }

  /** One message to the contact, not queued yet. */
  public QueuedMessage message(
      BookingFacts facts, MessageTemplate template, String idempotencyKey) {
    return message(
        facts,
        notice(facts, template, contracts.ofBooking(facts.agency(), facts.id())),
        template,
        List.of(),
        null,
        idempotencyKey);
  }

  /** The notice about one document of a booking, not always the last one. */
  public QueuedMessage message(
      ContractId contract,
      MessageTemplate template,
      List<Button> buttons,
      @Nullable Attachment attachment,
      String idempotencyKey) {
    var evidence = contracts.evidence(contract);
    var facts = bookings.facts(evidence.bookingId());
    return message(
        facts,
        notice(facts, template, Optional.of(evidence)),
        template,
        buttons,
        attachment,
        idempotencyKey);
  }

  /** The words about one document of a booking. */
  public String text(ContractId contract, MessageTemplate template) {
    var evidence = contracts.evidence(contract);
    var facts = bookings.facts(evidence.bookingId());
    return notice(facts, template, Optional.of(evidence)).text();
  }

  /** The words in the contact's language where there is a text. */
  private BookingNotice notice(
      BookingFacts facts, MessageTemplate template, Optional<ContractEvidence> contract) {
    var contact = contacts.profile(facts.contact());
    return texts.notice(template, contact.locale(), sheet(facts, contact, contract));
  }

  /** Queues the words with what a template of the provider needs to say the same. */
  private static QueuedMessage message(
      BookingFacts facts,
      BookingNotice notice,
      MessageTemplate template,
      List<Button> buttons,
      @Nullable Attachment attachment,
      String idempotencyKey) {
    return new QueuedMessage(
            facts.conversation(),
            Author.NOTICE,
            new OutboundContent(notice.text(), buttons, attachment),
            null,
            idempotencyKey)
        .orAs(
            new TemplateReference(
                template.stem(), notice.language().toLanguageTag(), notice.facts()));
  }

  private static Money nothing(BookingFacts facts, AgencyProfile agency) {
    var price = facts.total() == null ? facts.budget() : facts.total();
    return Money.ofMinor(0, price == null ? agency.currency() : price.currency());
  }

  private BookingSheet sheet(
      BookingFacts facts, ContactProfile contact, Optional<ContractEvidence> evidence) {
    var start = Objects.requireNonNull(facts.start(), "a booking without a start has no notice");
    var agency = agencies.profile(facts.agency());
    var fee =
        facts.state().isFinal()
            ? charges.cancellation(facts.id())
            : Optional.<CancellationFee>empty();
    return new BookingSheet(
        agency.name(),
        contact.displayName(),
        facts.reference(),
        Objects.requireNonNull(facts.talentName()),
        Objects.requireNonNull(facts.service()),
        start,
        Objects.requireNonNull(facts.end()),
        facts.place(),
        facts.guests(),
        facts.budget(),
        facts.total(),
        facts.note(),
        facts.alternatives(),
        evidence.map(ContractEvidence::number).orElse(null),
        evidence
            .map(ContractEvidence::answeredAt)
            .map(at -> new EventTime(LocalDateTime.ofInstant(at, start.zone()), start.zone()))
            .orElse(null),
        evidence.map(ContractEvidence::declineReason).orElse(null),
        fee.map(CancellationFee::amount)
            .orElseGet(
                () -> facts.state() == BookingState.CANCELLED ? nothing(facts, agency) : null),
        fee.map(CancellationFee::isWaived).orElse(false),
        cancellation.freeUntil(facts),
        evidence
            .flatMap(document -> cancellation.feeForDeclining(facts))
            .map(CancellationFee::amount)
            .orElse(null),
        contact.legalName() != null && contracts.canName(contact.legalName()));
  }
}
