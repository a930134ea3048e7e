package com.ailuxe.journey.booking;

import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.ChangeFacts;
import com.ailuxe.booking.ChangeId;
import com.ailuxe.contact.Contacts;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.journey.form.PriceLines;
import com.ailuxe.shared.EventTime;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out what the approver of a change needs: what is, and what is wanted. */
@Component
public class PrepareChangeWorker {
  private final BookingChanges changes;
  private final Contacts contacts;

  PrepareChangeWorker(BookingChanges changes, Contacts contacts) {
    this.changes = changes;
    this.contacts = contacts;
  }

  public record Prepared(Change change) {}

  /**
   * @param current the terms as they are now, in a line
   * @param wanted likewise as they would be
   * @param currentPrice what the booking costs now
   * @param proposedPrice what it would cost
   * @param breakdown of the proposed price
   */
  public record Change(
      String contactName,
      String reference,
      String requestedBy,
      String current,
      String wanted,
      String currentPrice,
      String proposedPrice,
      String breakdown,
      String overBudget,
      String conflicts,
      String alternatives) {}

  @JobWorker(type = JobTypes.PREPARE_CHANGE)
  public Prepared handle(@Variable String changeId) {
    ChangeFacts change = changes.facts(ChangeId.parse(changeId));
    BookingFacts booking = change.booking();
    return new Prepared(
        new Change(
            FormText.line(contacts.profile(booking.contact()).displayName()),
            booking.reference(),
            FormText.line(change.requestedBy()),
            terms(
                Objects.requireNonNull(booking.talentName()),
                Objects.requireNonNull(booking.start()),
                Objects.requireNonNull(booking.end()),
                booking.place(),
                booking.guests()),
            terms(
                change.talentName(), change.start(), change.end(), change.place(), change.guests()),
            PriceLines.total(booking.price()),
            PriceLines.total(change.price()),
            PriceLines.breakdown(change.price()),
            PriceLines.overBudget(change.price(), change.budget()),
            ConflictLines.of(change.conflicts(), change.start(), change.end()),
            FormText.lines(change.alternatives())));
  }

  private static String terms(
      String talent,
      EventTime start,
      EventTime end,
      @Nullable String place,
      @Nullable Integer guests) {
    return FormText.line(talent)
        + ", "
        + FormWords.when(start, end)
        + (place == null ? "" : ", " + FormText.line(place))
        + (guests == null ? "" : ", guests: " + guests);
  }
}
