package com.ailuxe.bench;

import com.ailuxe.local.LocalBroker;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many reminders, each of a booking and a case of its own, that are due within one minute: from the
 * first one's time until WhatsApp has taken the last, beside the rate that it permits to a number.
 */
final class ReminderSection implements Benchmark.Section {
  private static final int REMINDERS = Integer.getInteger("bench.reminders");
  private static final int PERMITTED_PER_SECOND = 80;
  private static final int STARTED_AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** The time that each case gets to be started; the engine takes at least so many in a second. */
  private static final Duration TO_START = Duration.ofMillis(25);

  /** The contacts wrote today, so the words go as they are; :begin is when the first one is due. */
  private static final List<String> ROWS =
      List.of(
          """
          create temporary table client as
          select n, md5('contact' || n)::uuid as contact, md5('conversation' || n)::uuid as conversation,
            md5('booking' || n)::uuid as booking, md5('reminder' || n)::uuid as reminder,
            '+' || :prefix || lpad(n::text, 6, '0') as phone,
            date_trunc('minute', now()) + interval '3 days' + n * interval '10 min' as starts_at,
            (select id from talent where agency_id = :agency::uuid order by id limit 1) as talent,
            :begin::timestamptz + n * interval '1 min' / :reminders as due_at
          from generate_series(0, :reminders - 1) n""",
          """
          insert into contact (id, agency_id, display_name, locale, time_zone, created_at)
          select contact, :agency::uuid, 'Ada ' || n, 'en', 'UTC', now() from client""",
          """
          insert into contact_identity (agency_id, kind, value, contact_id)
          select :agency::uuid, 'PHONE', phone, contact from client""",
          """
          insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
            recipient_value, handler, ai_disclosed_at, last_inbound_at, created_at, version)
          select conversation, :agency::uuid, contact, 'WHATSAPP', :account, 'PHONE', phone, 'CONCIERGE', now(),
            now(), now(), 0
          from client""",
          """
          insert into booking (id, agency_id, contact_id, conversation_id, reference, state, talent_wish,
            talent_id, start_wall, end_wall, zone, starts_at, ends_at, place, guests, created_at, version)
          select booking, :agency::uuid, contact, conversation, 'BENCH-' || n, 'CONFIRMED', 'a pianist', talent,
            starts_at at time zone 'UTC', (starts_at + interval '5 min') at time zone 'UTC', 'UTC', starts_at,
            starts_at + interval '5 min', 'Paris', 10, now(), 0
          from client""",
          """
          insert into reminder (id, agency_id, booking_id, contact_id, kind, plan_number, template, due_at,
            event_at, useful_until, state, planned_at, version)
          select reminder, :agency::uuid, booking, contact, '48h', 1, 'reminder-48h', due_at, starts_at,
            starts_at, 'PLANNED', now(), 0
          from client""",
          "drop table client");

  private record Due(String reminderId, String bookingId, String dueAt) {}

  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private final Map<Long, Integer> perSecond = new ConcurrentHashMap<>();
  private final CountDownLatch open = new CountDownLatch(REMINDERS);
  private final AtomicReference<Instant> last = new AtomicReference<>();

  @Override
  public Table run() throws Exception {
    try (var engine = LocalBroker.forTests();
        var app = new AppUnderLoad(engine.grpcAddress())) {
      app.provider().listen(this::taken);
      var begin = Instant.now().plus(TO_START.multipliedBy(REMINDERS)).plusSeconds(60);
      app.store(ROWS, Map.of("begin", begin.toString(), "reminders", REMINDERS));
      startCases(app.bean(CamundaClient.class), app.bean(JdbcClient.class));
      var early = begin.getEpochSecond() - Instant.now().getEpochSecond();
      if (early < 0) {
        throw new IllegalStateException(
            "The cases were started %d s too late: bench.reminders must be less".formatted(-early));
      }
      TimeUnit.SECONDS.sleep(early);
      var allTaken = open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      TimeUnit.SECONDS.sleep(5);
      return table(Duration.between(begin, allTaken ? last.get() : Instant.now()));
    }
  }

  private Table table(Duration needed) {
    var best = Math.max(60.0, (double) REMINDERS / PERMITTED_PER_SECOND);
    var seconds = needed.toMillis() / 1000.0;
    return new Table(
            "Reminders due in one minute, WhatsApp takes %d/s".formatted(PERMITTED_PER_SECOND),
            "reminders",
            "sent once",
            "twice",
            "lost",
            "most in a second",
            "until the last, s",
            "best possible, s",
            "ratio")
        .row(
            REMINDERS,
            taken.values().stream().filter(times -> times == 1).count(),
            taken.values().stream().filter(times -> times > 1).count(),
            REMINDERS - taken.size(),
            perSecond.values().stream().mapToInt(Integer::intValue).max().orElse(0),
            seconds,
            best,
            "%.2f".formatted(seconds / best));
  }

  private void taken(String phone) {
    var now = Instant.now();
    perSecond.merge(now.getEpochSecond(), 1, Integer::sum);
    if (taken.merge(phone, 1, Integer::sum) == 1) {
      last.set(now);
      open.countDown();
    }
  }

  /** Starts the cases as they are when the plan has been made. */
  private static void startCases(CamundaClient engine, JdbcClient jdbc) throws Exception {
    var planned =
        jdbc.sql("select id, booking_id, due_at from reminder order by due_at")
            .query(
                (row, index) ->
                    new Due(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant().toString()))
            .list();
    ClosedLoad.times(STARTED_AT_ONCE, planned.size(), number -> start(engine, planned.get(number)));
  }

  /** Tries again while the engine has no room. */
  private static void start(CamundaClient engine, Due reminder) throws InterruptedException {
    while (!isStarted(engine, reminder)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean isStarted(CamundaClient engine, Due reminder) {
    try {
      engine
          .newCreateInstanceCommand()
          .bpmnProcessId("reminders")
          .latestVersion()
          .startBeforeElement("SubProcess_Reminder")
          .variables(
              Map.of(
                  "bookingId",
                  reminder.bookingId,
                  "reminders",
                  List.of(Map.of("reminderId", reminder.reminderId, "dueAt", reminder.dueAt))))
          .send()
          .join();
      return true;
    } catch (ClientStatusException e) {
      if (e.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED) {
        throw e;
      }
      return false;
    }
  }
}
