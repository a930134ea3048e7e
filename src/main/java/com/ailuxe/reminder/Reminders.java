package com.ailuxe.reminder;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingCancelled;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingMoved;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.ContactOptedOut;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.MessageForm;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.replicas.TransactionLock;
import com.ailuxe.shared.BookingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the notices of a booking, puts each into the outbox when it is due, and keeps the ledger of
 * what became of it. Every verb may be called twice; the second call changes nothing.
 *
 * <p>All verbs about one booking come one after the other. So once a plan was replaced or cancelled
 * nothing of it can reach the outbox any more, and what waits there is withdrawn.
 */
@Service
@Transactional
public class Reminders {
  private static final DateTimeFormatter ON_THE_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ReminderRepository repository;
  private final Bookings bookings;
  private final Contacts contacts;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Clock clock;

  Reminders(
      ReminderRepository repository,
      Bookings bookings,
      Contacts contacts,
      Outbox outbox,
      JdbcClient jdbc,
      Clock clock) {
    this.repository = repository;
    this.bookings = bookings;
    this.contacts = contacts;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Enters one line per rule into the ledger. A booking that has a plan for its start keeps it; a
   * plan for another start is replaced.
   *
   * @param quiet when the contact is not to be disturbed
   * @return those still to come, the next one first
   */
  public List<PlannedReminder> plan(
      BookingId id, List<ReminderRule> rules, List<QuietHours> quiet) {
    lock(id);
    var booking = bookings.facts(id);
    var start = startOf(booking);
    var known = current(booking);
    var keeps = known.stream().anyMatch(reminder -> reminder.isFor(start));
    if (!keeps) {
      end(known, SkipReason.MOVED);
    }
    return (keeps ? known : enter(booking, start, rules, quiet))
        .stream()
            .filter(Reminder::isPlanned)
            .map(Reminder::profile)
            .sorted(Comparator.comparing(PlannedReminder::dueAt))
            .toList();
  }

  /**
   * No more reminders of the booking's present plan. A later {@link #plan} makes a new one.
   *
   * @param reason what the ledger says of those that did not go
   */
  public void cancel(BookingId id, SkipReason reason) {
    lock(id);
    end(current(bookings.facts(id)), reason);
  }

  /**
   * Looks once more, now that the time has come, and puts the message into the outbox, or keeps the
   * reason why not. It expires there when its words are no longer true.
   *
   * @param words writes the message; called only when it goes
   * @throws NoSuchElementException when there is no such reminder
   */
  public void send(ReminderId id, Function<DueReminder, QueuedMessage> words) {
    var bookingId =
        repository.bookingOf(id.value()).map(BookingId::new).orElseThrow(() -> unknown(id));
    lock(bookingId);
    var reminder = repository.findById(id.value()).orElseThrow(() -> unknown(id));
    if (!reminder.isPlanned()) {
      return;
    }
    var booking = bookings.facts(bookingId);
    whyNot(reminder, booking)
        .ifPresentOrElse(
            reminder::skip,
            () -> {
              var message = words.apply(new DueReminder(id, booking, reminder.template()));
              reminder.queued(
                  outbox.queue(
                      message.expiring(reminder.usefulUntil(), reminder.whyUseless().text())));
            });
  }

  /** All that is known of a booking's reminders, the oldest plan first, each by its time. */
  @Transactional(readOnly = true)
  public List<LedgerRow> ledger(AgencyId agency, BookingId booking) {
    return ledger(agency, List.of(booking)).getOrDefault(booking, List.of());
  }

  /**
   * All that is known of the reminders of several bookings, of each the oldest plan first; a
   * booking without any is not there.
   */
  @Transactional(readOnly = true)
  public Map<BookingId, List<LedgerRow>> ledger(AgencyId agency, Collection<BookingId> bookings) {
    var rows = new HashMap<BookingId, List<LedgerRow>>();
    jdbc.sql(
            """
            select booking_id, reminder_id, plan_number, kind, due_at, shift, form, state, reason,
              accepted_at, sent_at, delivered_at, read_at
            from reminder_ledger where agency_id = ? and booking_id = any (?)
            order by plan_number, due_at, kind""")
        .params(agency.value(), bookings.stream().map(BookingId::value).toArray(UUID[]::new))
        .query(
            row -> {
              rows.computeIfAbsent(
                      new BookingId(row.getObject("booking_id", UUID.class)),
                      id -> new ArrayList<>())
                  .add(ledgerRow(row));
            });
    return rows;
  }

  /**
   * Silences reminders in the transaction of the word, so that nothing slips out between it and its
   * effect.
   */
  @EventListener
  void on(ContactOptedOut event) {
    repository.bookingsToRemindOf(event.contact().value(), clock.instant()).stream()
        .map(BookingId::new)
        .forEach(
            booking -> {
              lock(booking);
              repository
                  .findByBookingIdAndState(booking.value(), ReminderState.QUEUED)
                  .forEach(reminder -> withdraw(reminder, SkipReason.OPTED_OUT));
            });
  }

  /** Cancels the plan in the transaction that frees the slot. */
  @EventListener
  void on(BookingCancelled event) {
    cancel(event.bookingId(), SkipReason.CANCELLED);
  }

  /**
   * Cancels the plan in the transaction that moves the slot; the next plan is for what was agreed
   * then.
   */
  @EventListener
  void on(BookingMoved event) {
    cancel(event.bookingId(), SkipReason.MOVED);
  }

  private List<Reminder> current(BookingFacts booking) {
    return repository.findByAgencyIdAndBookingIdAndEndedAtIsNull(
        booking.agency().value(), booking.id().value());
  }

  private void end(List<Reminder> plan, SkipReason reason) {
    var now = clock.instant();
    for (var reminder : plan) {
      reminder.endPlan(reason, now);
      withdraw(reminder, reason);
    }
  }

  private void withdraw(Reminder reminder, SkipReason reason) {
    reminder.message().ifPresent(message -> outbox.withdraw(message, reason.text()));
  }

  private List<Reminder> enter(
      BookingFacts booking, Instant start, List<ReminderRule> rules, List<QuietHours> quiet) {
    var now = clock.instant();
    var number = repository.lastPlanNumber(booking.agency().value(), booking.id().value()) + 1;
    var contact = contacts.profile(booking.contact());
    var whyNot = whyNotAtAll(booking);
    var plan =
        rules.stream()
            .map(rule -> planned(booking, number, rule, start, quiet, contact.zone(), now))
            .toList();
    for (var reminder : plan) {
      whyNot
          .or(
              () ->
                  reminder.dueAt().isAfter(now)
                      ? Optional.empty()
                      : Optional.of(SkipReason.BOOKED_LATE))
          .ifPresent(reminder::skip);
    }
    return repository.saveAllAndFlush(plan);
  }

  private static Reminder planned(
      BookingFacts booking,
      int number,
      ReminderRule rule,
      Instant start,
      List<QuietHours> quiet,
      ZoneId zone,
      Instant now) {
    var due = start.minus(rule.before());
    var moved = QuietHours.around(due, rule.kind(), quiet, zone, now, start);
    var shift =
        moved.equals(due)
            ? null
            : "quiet hours: moved to " + ON_THE_CLOCK.format(moved.atZone(zone));
    return Reminder.planned(
        booking, number, rule, start, moved, shift, rule.usefulUntil(moved, zone, start), now);
  }

  private Optional<SkipReason> whyNot(Reminder reminder, BookingFacts booking) {
    var start = startOf(booking);
    if (!booking.state().isFinal() && !reminder.isFor(start)) {
      return Optional.of(SkipReason.MOVED);
    }
    return whyNotAtAll(booking).or(() -> whyTooLate(reminder, start));
  }

  private Optional<SkipReason> whyTooLate(Reminder reminder, Instant start) {
    var now = clock.instant();
    if (!start.isAfter(now)) {
      return Optional.of(SkipReason.EVENT_BEGUN);
    }
    return reminder.usefulUntil().isAfter(now)
        ? Optional.empty()
        : Optional.of(SkipReason.TOO_LATE);
  }

  private Optional<SkipReason> whyNotAtAll(BookingFacts booking) {
    if (booking.state() == BookingState.COMPLETED) {
      return Optional.of(SkipReason.EVENT_BEGUN);
    }
    if (booking.state() != BookingState.CONFIRMED) {
      return Optional.of(
          booking.state().isFinal() ? SkipReason.CANCELLED : SkipReason.NOT_CONFIRMED);
    }
    return contacts.profile(booking.contact()).optedOut()
        ? Optional.of(SkipReason.OPTED_OUT)
        : Optional.empty();
  }

  /** Serialises all that is decided about the reminders of a booking. */
  private void lock(BookingId id) {
    TransactionLock.take(jdbc, "reminder/" + id);
  }

  private static Instant startOf(BookingFacts booking) {
    var start = booking.start();
    if (start == null) {
      throw new IllegalStateException("Booking %s has no start".formatted(booking.reference()));
    }
    return start.instant();
  }

  private static LedgerRow ledgerRow(ResultSet row) throws SQLException {
    var form = row.getString("form");
    return new LedgerRow(
        new ReminderId(row.getObject("reminder_id", UUID.class)),
        row.getInt("plan_number"),
        row.getString("kind"),
        row.getTimestamp("due_at").toInstant(),
        row.getString("shift"),
        form == null ? null : MessageForm.valueOf(form),
        LedgerState.valueOf(row.getString("state")),
        row.getString("reason"),
        instant(row, "accepted_at"),
        instant(row, "sent_at"),
        instant(row, "delivered_at"),
        instant(row, "read_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static NoSuchElementException unknown(ReminderId id) {
    return new NoSuchElementException("No reminder " + id);
  }
}
