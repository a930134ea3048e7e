package com.ailuxe.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Given;
import com.ailuxe.journey.WorkersTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists with 100,000 bookings of one agency, 40,000 contacts and 50,000 contracts. */
@Tag("nightly")
@WorkersTest
class BoardSpeedTests {
  private static final Logger log = LoggerFactory.getLogger(BoardSpeedTests.class);
  private static final Duration QUICK = Duration.ofMillis(300);
  private static final int SIZE = 50;

  @Autowired BookingList list;
  @Autowired ContractList contracts;
  @Autowired BookingCalendar calendar;
  @Autowired Given given;
  @Autowired JdbcClient jdbc;

  @Test
  void listsStayQuick() {
    var agency = bookings();
    var middle = Cursor.at(Instant.parse("2026-06-01T00:00:00Z"), new Cursor.RowId(agency.value()));
    var month = Instant.parse("2026-12-01T00:00:00Z");

    for (var order : BookingOrder.values()) {
      quick("first page " + order, () -> list.page(agency, BookingFilter.NONE, order, null, SIZE));
      quick(
          "a middle page " + order,
          () -> list.page(agency, BookingFilter.NONE, order, middle.text(), SIZE));
    }
    quick("words that many have", () -> list.page(agency, words("Contact 3"), ORDER, null, SIZE));
    quick("words that one has", () -> list.page(agency, words("BK-2025-99999"), ORDER, null, SIZE));
    quick("words that none has", () -> list.page(agency, words("zzz"), ORDER, null, SIZE));
    quick(
        "a state that few have",
        () ->
            list.page(
                agency,
                new BookingFilter(Set.of(BookingState.LAPSED), null, null, null, null, null),
                ORDER,
                null,
                SIZE));
    quick("one booking", () -> list.byReference(agency, "BK-2025-50000"));
    quick("contracts", () -> contracts.page(agency, ContractFilter.NONE, null, SIZE));
    quick(
        "contracts by words",
        () -> contracts.page(agency, new ContractFilter(Set.of(), null, "zzz"), null, SIZE));
    quick(
        "calendar of a month",
        () -> calendar.between(agency, month, month.plus(Duration.ofDays(31))));
  }

  private static final BookingOrder ORDER = BookingOrder.LATEST_EVENT;

  private static BookingFilter words(String words) {
    return new BookingFilter(Set.of(), null, null, null, null, words);
  }

  private static void quick(String what, Runnable query) {
    var took = new ArrayList<Duration>();
    for (var i = 0; i < 20; i++) {
      var since = System.nanoTime();
      query.run();
      took.add(Duration.ofNanos(System.nanoTime() - since));
    }
    Collections.sort(took);
    log.info(
        "{}: median {} ms, worst {} ms", what, took.get(10).toMillis(), took.get(19).toMillis());
    assertThat(took.get(18)).as(what).isLessThan(QUICK);
  }

  /** A talent has an event every third hour, so that no two overlap. */
  private AgencyId bookings() {
    var agency = given.agency();
    for (var talent = 0; talent < 20; talent++) {
      given.talent(agency, "Talent " + talent, "yacht");
    }
    jdbc.sql(
            """
            insert into contact (id, agency_id, display_name, locale, time_zone, created_at)
            select gen_random_uuid(), ?, 'Contact ' || n, 'en', 'Europe/Paris', now()
            from generate_series(1, 40000) n""")
        .param(agency.value())
        .update();
    jdbc.sql(
            """
            insert into conversation (id, agency_id, contact_id, channel, account_id, recipient_kind,
              recipient_value, handler, created_at, version)
            select gen_random_uuid(), agency_id, id, 'WHATSAPP', id::text, 'PHONE', '+331', 'CONCIERGE',
              now(), 0 from contact where agency_id = ?""")
        .param(agency.value())
        .update();
    jdbc.sql(
            """
            insert into booking (id, agency_id, contact_id, conversation_id, reference, state, talent_id,
              start_wall, end_wall, zone, starts_at, ends_at, place, guests, created_at, version)
            select gen_random_uuid(), :agency, c.contact_id, c.id, 'BK-2025-' || n,
              case n % 1000 when 0 then 'LAPSED' else
                (array['HELD', 'CONFIRMED', 'COMPLETED', 'DECLINED'])[n % 4 + 1] end,
              t.id, s.at, s.at + interval '2 hours', 'UTC', s.at at time zone 'UTC',
              (s.at + interval '2 hours') at time zone 'UTC', 'Place ' || n, 2, now() - n * interval '1 s',
              0
            from generate_series(1, 100000) n
            join (select id, contact_id, row_number() over () as r from conversation
              where agency_id = :agency) c on c.r = n % 40000 + 1
            join (select id, row_number() over () as r from talent where agency_id = :agency) t
              on t.r = n % 20 + 1
            cross join lateral (
              select timestamp '2025-06-01' + (n / 20) * interval '3 hours' as at) s""")
        .param("agency", agency.value())
        .update();
    jdbc.sql(
            """
            insert into contract (id, agency_id, contact_id, conversation_id, booking_id, kind, number,
              state, party, cancel_free_hours, cancel_late_percent, cancel_no_show_percent, terms,
              terms_sha256, template_file, template_sha256, file_name, sha256, issued_at, version)
            select gen_random_uuid(), agency_id, contact_id, conversation_id, id, 'SERVICE_AGREEMENT',
              'M-' || reference, 'ISSUED', 'Party', 48, 50, 100, '{}', 'a', 'f', 'b', 'x.pdf', 'c',
              created_at, 0
            from booking where agency_id = ? and state in ('CONFIRMED', 'COMPLETED')""")
        .param(agency.value())
        .update();
    jdbc.sql(
            """
            insert into reminder (id, agency_id, contact_id, booking_id, kind, plan_number, template,
              event_at, due_at, useful_until, state, planned_at, version)
            select gen_random_uuid(), agency_id, contact_id, id, k, 1, 'reminder-' || k, starts_at,
              starts_at, starts_at, 'PLANNED', created_at, 0
            from booking, unnest(array['48h', '24h', '1h']) k
            where agency_id = ? and state = 'CONFIRMED'""")
        .param(agency.value())
        .update();
    jdbc.sql("analyze").update();
    return agency;
  }
}
