package com.ailuxe.journey.party;

import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.WrittenLine;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.Transcript;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import org.springframework.stereotype.Component;

/** Lays out what helps to find out the legal name: who it is, and what was said last. */
@Component
public class PrepareLegalNameWorker {
  private final Bookings bookings;
  private final Conversations conversations;
  private final Contacts contacts;

  PrepareLegalNameWorker(Bookings bookings, Conversations conversations, Contacts contacts) {
    this.bookings = bookings;
    this.conversations = conversations;
    this.contacts = contacts;
  }

  public record Prepared(Party party) {}

  /**
   * @param contactName as the messenger shows it
   */
  public record Party(String contactName, String channel, String reference, String transcript) {}

  @JobWorker(type = JobTypes.PREPARE_LEGAL_NAME)
  public Prepared handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    var conversation = conversations.profile(booking.conversation());
    var shown = contacts.profile(booking.contact()).displayName();
    return new Prepared(
        new Party(
            FormText.line(shown),
            FormWords.channel(conversation.channel()),
            booking.reference(),
            Transcript.of(
                conversations.lines(conversation.id()).stream().map(WrittenLine::line).toList(),
                shown)));
  }
}
