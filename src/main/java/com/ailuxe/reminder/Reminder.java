package com.ailuxe.reminder;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.replicas.EntityNews;
import com.ailuxe.replicas.Newsworthy;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger: one notice for a booking, and what became of it. */
@Entity
@EntityListeners(EntityNews.class)
class Reminder implements Newsworthy {
  @Id private UUID id;
  private UUID agencyId;
  private UUID contactId;
  private UUID bookingId;
  private String kind;
  private int planNumber;
  private String template;
  private Instant eventAt;
  private Instant dueAt;
  private @Nullable String shift;
  private Instant usefulUntil;

  @Enumerated(EnumType.STRING)
  private ReminderState state;

  private @Nullable String reason;
  private @Nullable UUID messageId;
  private Instant plannedAt;
  private @Nullable Instant endedAt;
  @Version private @Nullable Long version;

  /** JPA needs it. */
  protected Reminder() {}

  /**
   * @param event the start that the plan counts back from
   * @param shift why it is not due at just that time before the event, if so
   * @param usefulUntil not after the event
   */
  static Reminder planned(
      BookingFacts booking,
      int planNumber,
      ReminderRule rule,
      Instant event,
      Instant dueAt,
      @Nullable String shift,
      Instant usefulUntil,
      Instant now) {
    var reminder = new Reminder();
    reminder.id = UUID.randomUUID();
    reminder.agencyId = booking.agency().value();
    reminder.contactId = booking.contact().value();
    reminder.bookingId = booking.id().value();
    reminder.kind = rule.kind();
    reminder.planNumber = planNumber;
    reminder.template = rule.template();
    reminder.eventAt = event;
    reminder.dueAt = dueAt;
    reminder.shift = shift;
    reminder.usefulUntil = usefulUntil;
    reminder.state = ReminderState.PLANNED;
    reminder.plannedAt = now;
    return reminder;
  }

  /** It will not go. */
  void skip(SkipReason why) {
    requirePlanned();
    state = ReminderState.SKIPPED;
    reason = why.text();
  }

  /** Its message is in the outbox. */
  void queued(MessageId message) {
    requirePlanned();
    state = ReminderState.QUEUED;
    messageId = message.value();
  }

  /** The plan that it belongs to is no longer the booking's. */
  void endPlan(SkipReason why, Instant now) {
    endedAt = now;
    if (isPlanned()) {
      skip(why);
    }
  }

  boolean isPlanned() {
    return state == ReminderState.PLANNED;
  }

  boolean isFor(Instant event) {
    return eventAt.equals(event);
  }

  PlannedReminder profile() {
    return new PlannedReminder(new ReminderId(id), dueAt);
  }

  Instant dueAt() {
    return dueAt;
  }

  Instant usefulUntil() {
    return usefulUntil;
  }

  /** Why it does not go from {@link #usefulUntil} on. */
  SkipReason whyUseless() {
    return isFor(usefulUntil) ? SkipReason.EVENT_BEGUN : SkipReason.TOO_LATE;
  }

  String template() {
    return template;
  }

  /** Empty until there is one. */
  Optional<MessageId> message() {
    return Optional.ofNullable(messageId).map(MessageId::new);
  }

  private void requirePlanned() {
    if (!isPlanned()) {
      throw new IllegalStateException(
          "Reminder %s of booking %s is %s".formatted(kind, bookingId, state));
    }
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
