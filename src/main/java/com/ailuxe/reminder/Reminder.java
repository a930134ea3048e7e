package com.ailuxe.reminder;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger: one notice for a booking, and what became of it. */
@Entity
class Reminder {
  private static final int FIRST_PLAN = 1;

  @Id private UUID id;
  private UUID agencyId;
  private UUID bookingId;
  private String kind;
  private int planNumber;
  private String template;
  private Instant dueAt;

  @Enumerated(EnumType.STRING)
  private ReminderState state;

  private @Nullable String reason;
  private @Nullable UUID messageId;
  private Instant plannedAt;
  @Version private @Nullable Long version;

  /** For JPA. */
  protected Reminder() {}

  static Reminder planned(BookingFacts booking, ReminderRule rule, Instant dueAt, Instant now) {
    var reminder = new Reminder();
    reminder.id = UUID.randomUUID();
    reminder.agencyId = booking.agency().value();
    reminder.bookingId = booking.id().value();
    reminder.kind = rule.kind();
    reminder.planNumber = FIRST_PLAN;
    reminder.template = rule.template();
    reminder.dueAt = dueAt;
    reminder.state = ReminderState.PLANNED;
    reminder.plannedAt = now;
    return reminder;
  }

  /** It will not go. */
  void skip(String why) {
    requirePlanned();
    state = ReminderState.SKIPPED;
    reason = why;
  }

  /** Its message waits in the outbox. Saying so again of the same message changes nothing. */
  void queued(UUID message) {
    if (!message.equals(messageId)) {
      requirePlanned();
      state = ReminderState.QUEUED;
      messageId = message;
    }
  }

  boolean isPlanned() {
    return state == ReminderState.PLANNED;
  }

  /** Why a reminder that is no longer planned is not to be sent. */
  String whyNot() {
    return reason == null ? "already queued" : reason;
  }

  PlannedReminder profile() {
    return new PlannedReminder(new ReminderId(id), dueAt);
  }

  Instant dueAt() {
    return dueAt;
  }

  BookingId booking() {
    return new BookingId(bookingId);
  }

  String template() {
    return template;
  }

  private void requirePlanned() {
    if (!isPlanned()) {
      throw new IllegalStateException(
          "Reminder %s of booking %s is %s".formatted(kind, bookingId, state));
    }
  }
}
