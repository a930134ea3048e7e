package com.ailuxe.journey.worker;

import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.Contracts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.ConversationId;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.rendering.MessageTemplate;
import com.ailuxe.rendering.Templates;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** The booking was called off: its documents count no more, and somebody has to be told. */
@Component
public class CloseCaseWorker {
  private final Bookings bookings;
  private final Contracts contracts;
  private final Contacts contacts;
  private final Agencies agencies;
  private final Templates templates;
  private final Outbox outbox;

  CloseCaseWorker(
      Bookings bookings,
      Contracts contracts,
      Contacts contacts,
      Agencies agencies,
      Templates templates,
      Outbox outbox) {
    this.bookings = bookings;
    this.contracts = contracts;
    this.contacts = contacts;
    this.agencies = agencies;
    this.templates = templates;
    this.outbox = outbox;
  }

  /**
   * @param cancelNotice what the contact still has to read: {@code contact} or {@code agency}
   *     called it off, or {@code none}
   */
  public record Closed(String cancelNotice) {}

  @JobWorker(type = JobTypes.CLOSE_CASE)
  public Closed handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    contracts.withdraw(booking.agency(), booking.id().value(), "booking cancelled");
    if (booking.talentName() == null || booking.start() == null) {
      tellThatTheRequestIsClosed(booking);
      return new Closed("none");
    }
    return new Closed(booking.cancelledBy() == CancelledBy.CONTACT ? "contact" : "agency");
  }

  /** There is not enough known of it to name it. */
  private void tellThatTheRequestIsClosed(BookingFacts booking) {
    var contact = contacts.profile(booking.contact());
    outbox.queue(
        new QueuedMessage(
            new ConversationId(booking.conversation().value()),
            Author.NOTICE,
            OutboundContent.text(
                templates.message(
                    MessageTemplate.REQUEST_CLOSED,
                    contact.locale(),
                    agencies.profile(booking.agency()).name(),
                    contact.displayName())),
            null,
            "closed/" + booking.id()));
  }
}
