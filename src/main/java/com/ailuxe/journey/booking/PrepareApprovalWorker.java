package com.ailuxe.journey.booking;

import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.TranscriptLine;
import com.ailuxe.conversation.WrittenLine;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.PriceLines;
import com.ailuxe.journey.form.Transcript;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out all that the approver of a booking needs: facts, price, conflicts, alternatives. */
@Component
public class PrepareApprovalWorker {
  private static final String NOT_SAID = "not said";
  private static final int LAST_LINES = 5;

  private final Bookings bookings;
  private final Contacts contacts;
  private final Conversations conversations;

  PrepareApprovalWorker(Bookings bookings, Contacts contacts, Conversations conversations) {
    this.bookings = bookings;
    this.contacts = contacts;
    this.conversations = conversations;
  }

  public record Prepared(Approval approval) {}

  /**
   * @param asked what the contact wrote last
   */
  public record Approval(
      String contactName,
      String reference,
      String channel,
      String asked,
      String talentName,
      String service,
      String when,
      String place,
      String guests,
      String budget,
      String proposedPrice,
      String breakdown,
      String overBudget,
      String conflicts,
      String alternatives,
      String history) {}

  @JobWorker(type = JobTypes.PREPARE_APPROVAL)
  public Prepared handle(@Variable String bookingId) {
    var booking = bookings.facts(BookingId.parse(bookingId));
    var start = booking.start();
    var end = booking.end();
    var conversation = booking.conversation();
    var contactName = contacts.profile(booking.contact()).displayName();
    return new Prepared(
        new Approval(
            FormText.line(contactName),
            booking.reference(),
            FormWords.channel(conversations.profile(conversation).channel()),
            Transcript.of(asked(conversation), contactName),
            orNotSaid(booking.talentName()),
            orNotSaid(booking.service()),
            start == null || end == null ? NOT_SAID : FormWords.when(start, end),
            orNotSaid(booking.place()),
            orNotSaid(booking.guests()),
            orNotSaid(booking.budget()),
            PriceLines.total(booking.price()),
            PriceLines.breakdown(booking.price()),
            PriceLines.overBudget(booking.price(), booking.budget()),
            ConflictLines.of(booking.conflicts(), start, end),
            FormText.lines(booking.alternatives()),
            booking.completedBefore() == 0
                ? "none, this is the first"
                : booking.completedBefore() + " completed"));
  }

  private List<TranscriptLine> asked(ConversationId conversation) {
    var written =
        conversations.lines(conversation).stream()
            .map(WrittenLine::line)
            .filter(line -> line.author() == Author.CONTACT)
            .toList();
    return written.subList(Math.max(0, written.size() - LAST_LINES), written.size());
  }

  private static String orNotSaid(@Nullable Object fact) {
    return fact == null ? NOT_SAID : FormText.line(fact.toString());
  }
}
