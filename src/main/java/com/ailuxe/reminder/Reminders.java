package com.ailuxe.reminder;

import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingId;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.contact.Contacts;
import com.ailuxe.shared.TransactionLock;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the notices of a booking and keeps the ledger of what became of each. Every verb may be
 * called twice; the second call changes nothing.
 */
@Service
@Transactional
public class Reminders {
  private final ReminderRepository repository;
  private final Bookings bookings;
  private final Contacts contacts;
  private final JdbcClient jdbc;
  private final Clock clock;

  Reminders(
      ReminderRepository repository,
      Bookings bookings,
      Contacts contacts,
      JdbcClient jdbc,
      Clock clock) {
    this.repository = repository;
    this.bookings = bookings;
    this.contacts = contacts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Enters one line per rule into the ledger; a booking that has a plan keeps it.
   *
   * @return those still to come, the next one first
   */
  public List<PlannedReminder> plan(BookingId id, List<ReminderRule> rules) {
    lock(id);
    var booking = bookings.facts(id);
    var stored =
        repository.findByAgencyIdAndBookingIdOrderByDueAtAscKindAsc(
            booking.agency().value(), id.value());
    var plan = stored.isEmpty() ? enter(booking, rules) : stored;
    return plan.stream()
        .filter(Reminder::isPlanned)
        .map(Reminder::profile)
        .sorted(Comparator.comparing(PlannedReminder::dueAt))
        .toList();
  }

  /** Looks once more, now that the time has come; what must not go any more is skipped. */
  public DueReminder due(ReminderId id) {
    var reminder = lock(id);
    if (reminder.isPlanned()) {
      var booking = bookings.facts(reminder.booking());
      whyNotAtAll(booking).or(() -> whyTooLate(booking)).ifPresent(reminder::skip);
    }
    return reminder.isPlanned()
        ? new DueReminder.ToSend(reminder.booking(), reminder.template())
        : new DueReminder.NotToSend(reminder.whyNot());
  }

  /**
   * Its message is in the outbox.
   *
   * @throws IllegalStateException when it was skipped, or another message was queued for it
   */
  public void queued(ReminderId id, UUID messageId) {
    lock(id).queued(messageId);
  }

  private List<Reminder> enter(BookingFacts booking, List<ReminderRule> rules) {
    var now = clock.instant();
    var start = startOf(booking);
    var whyNot = whyNotAtAll(booking);
    var plan =
        rules.stream()
            .map(rule -> Reminder.planned(booking, rule, start.minus(rule.before()), now))
            .toList();
    for (var reminder : plan) {
      whyNot
          .or(() -> reminder.dueAt().isAfter(now) ? Optional.empty() : Optional.of("booked late"))
          .ifPresent(reminder::skip);
    }
    return repository.saveAllAndFlush(plan);
  }

  private Optional<String> whyNotAtAll(BookingFacts booking) {
    if (booking.state() != BookingState.CONFIRMED) {
      return Optional.of("booking is no longer confirmed");
    }
    return contacts.profile(booking.contact()).optedOut()
        ? Optional.of("opted out")
        : Optional.empty();
  }

  private Optional<String> whyTooLate(BookingFacts booking) {
    return startOf(booking).isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of("event has begun");
  }

  /** Two plans at once for one booking come one after the other. */
  private void lock(BookingId id) {
    TransactionLock.take(jdbc, "reminder/" + id);
  }

  private Reminder lock(ReminderId id) {
    return repository
        .lock(id.value())
        .orElseThrow(() -> new NoSuchElementException("No reminder " + id));
  }

  private static Instant startOf(BookingFacts booking) {
    var start = booking.start();
    if (start == null) {
      throw new IllegalStateException("Booking %s has no start".formatted(booking.reference()));
    }
    return start.instant();
  }
}
