package com.ailuxe.past;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.ailuxe.DemoAgency;
import com.ailuxe.local.WithPostgres;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithPostgres
@JdbcTest(properties = DemoAgency.IN_DATABASE)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("nightly")
class PastTests {
  /** Long before the day of the test: what the database dates by its own clock is found. */
  private static final Clock PRESENT =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;

  private Path media = Path.of("");

  @BeforeAll
  void make(@TempDir Path files) {
    media = files;
    jdbc.sql(
            """
            insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency,
              created_at)
            select gen_random_uuid(), 'other', name, legal_name, address, time_zone, locale, currency,
              created_at from agency""")
        .update();
    assertThat(past().make(PRESENT)).isTrue();
  }

  @Test
  void isMadeOnce() {
    var before = rows();

    assertThat(past().make(PRESENT)).isFalse();
    assertThat(rows()).isEqualTo(before).containsEntry("contact", 42L);
  }

  @Test
  void hasBookingsInEveryState() {
    assertThat(totals("select state, count(*) from booking group by 1"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "INQUIRY", 4L,
                "HELD", 3L,
                "LAPSED", 1L,
                "CONFIRMED", 15L,
                "DECLINED", 8L,
                "RELEASED", 9L,
                "CANCELLED", 12L,
                "COMPLETED", 33L));
    assertThat(
            totals(
                "select cancelled_by, count(*) from booking where cancelled_by is not null group by 1"))
        .containsOnlyKeys("CONTACT", "TALENT", "AGENCY");
    assertThat(totals("select kind, count(*) from booking_charge group by 1"))
        .containsExactly(entry("CANCELLATION", 4L));
    assertThat(totals("select state, count(*) from booking_change group by 1"))
        .containsOnlyKeys("APPLIED");
  }

  @Test
  void hasContractsInEveryStateThatTheyEndIn() {
    assertThat(totals("select state, count(*) from contract group by 1"))
        .containsOnlyKeys("SENT", "ACCEPTED", "DECLINED", "EXPIRED", "SUPERSEDED", "WITHDRAWN");
  }

  @Test
  void hasRemindersWithEachOutcome() {
    assertThat(totals("select state, count(*) from reminder_ledger group by 1"))
        .containsOnlyKeys("PLANNED", "ACCEPTED", "DELIVERED", "READ", "SKIPPED");
    assertThat(
            totals(
                "select reason, count(*) from reminder_ledger where state = 'SKIPPED' group by 1"))
        .containsOnlyKeys(
            "booked late", "opted out", "cancelled", "moved", "too late", "event has begun");
    assertThat(
            totals("select form, count(*) from reminder_ledger where form is not null group by 1"))
        .containsOnlyKeys("TEXT", "TEMPLATE");
  }

  @Test
  void isLivedInSevenLanguagesOnBothMessengers() {
    assertThat(totals("select split_part(locale, '-', 1), count(*) from contact group by 1"))
        .containsOnlyKeys("en", "fr", "de", "ru", "ar", "he", "el");
    assertThat(totals("select channel, count(*) from conversation group by 1"))
        .containsOnlyKeys("WHATSAPP", "TELEGRAM");
    assertThat(totals("select kind || ' ' || state, count(*) from media group by 1"))
        .containsOnlyKeys("IMAGE STORED", "AUDIO STORED", "DOCUMENT STORED");
    assertThat(
            totals(
                """
                select case
                    when corrects is not null or edited_at is not null then 'changed'
                    when taken_back_at is not null then 'taken back'
                    when quotes is not null then 'quotes' else 'plain' end, count(*)
                from message group by 1"""))
        .containsOnlyKeys("plain", "changed", "taken back", "quotes");
    assertThat(totals("select kind, count(*) from inbox group by 1"))
        .containsOnlyKeys("MESSAGE", "STATUS", "EDIT", "TAKEN_BACK", "ECHO", "OTHER");
  }

  @Test
  void itsLedgerBalancesAndOnlyWhatIsOfTodayIsOpen() {
    assertThatTheLedgerBalances(jdbc);
    assertThat(totals("select outcome, sum(messages) from message_ledger group by 1"))
        .containsKeys("ANSWERED", "HANDED_OVER", "IGNORED")
        .containsEntry("OPEN", 4L);
    assertThat(totals("select coalesce(ended_how, 'owed'), count(*) from promise group by 1"))
        .containsEntry("owed", 2L)
        .containsEntry("ANSWERED", 1L);
    assertThat(totals("select handler, count(*) from conversation group by 1"))
        .containsEntry("PERSON", 1L);
  }

  @Test
  void nothingOfItIsSentAgain() {
    assertThat(totals("select state, count(*) from outbox group by 1"))
        .doesNotContainKeys("QUEUED", "WAITING_FOR_TEMPLATE", "UNKNOWN")
        .containsEntry("SENDING", 1L)
        .containsEntry("FAILED", 1L);
  }

  @Test
  void itsDecisionsHaveNames() {
    assertThat(
            totals(
                "select decided_by, count(*) from booking where decided_by is not null group by 1"))
        .containsOnlyKeys("Camille Laurent", "Julien Caron");
    assertThat(totals("select actor, count(*) from audit group by 1"))
        .containsKeys("Camille Laurent", "Julien Caron", "Margaux Petit", "Élise Fontaine");
    assertThat(totals("select name, count(*) from staff group by 1"))
        .containsOnlyKeys("Camille Laurent", "Julien Caron", "Margaux Petit", "Élise Fontaine");
  }

  @Test
  void isOver() {
    assertThat(
            jdbc.sql(
                    """
                    select greatest(
                      (select max(occurred_at) from message), (select max(claimed_at) from outbox),
                      (select max(queued_at) from outbox), (select max(read_at) from outbox),
                      (select max(received_at) from inbox), (select max(at) from audit),
                      (select max(created_at) from booking), (select max(created_at) from contact))""")
                .query(Timestamp.class)
                .single()
                .toInstant())
        .isEqualTo(PRESENT.instant());
    assertThat(
            totals("select nspname, count(*) from pg_namespace where nspname = 'past' group by 1"))
        .isEmpty();
  }

  @Test
  void onlyTheDemoAgencyHasIt() {
    var tables =
        jdbc.sql(
                """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'agency_id'""")
            .query(String.class)
            .list();

    assertThat(tables)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            table ->
                assertThat(
                        jdbc.sql("select count(*) from %s where agency_id <> ?".formatted(table))
                            .param(DemoAgency.ID.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero());
  }

  @Test
  void whatIsNotOverHasAStageOfTheModel() {
    var waiting = LivingCase.waiting(jdbc);
    var model = Texts.file("bpmn/booking.bpmn");

    assertThat(waiting).hasSize(23);
    assertThat(waiting)
        .extracting(LivingCase::stage)
        .contains(
            "Gateway_DetailsAwaited",
            "SubProcess_Approval",
            "SubProcess_Engagement",
            "CallActivity_Reminders")
        .allSatisfy(stage -> assertThat(model).contains("id=\"" + stage + "\""));
    assertThat(waiting)
        .allSatisfy(
            living -> {
              assertThat(living.variables()).containsKeys("bookingId", "conversationId");
              assertThat(living.variables().containsKey("endsAt"))
                  .isNotEqualTo(living.stage().equals("Gateway_DetailsAwaited"));
            });
  }

  private Past past() {
    ConfigurableEnvironment settings = new StandardEnvironment();
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource("test", Map.of("ailuxe.media.directory", media.toString())));
    return new Past(database, settings);
  }

  private Map<String, Long> totals(String sql) {
    var totals = new HashMap<String, Long>();
    jdbc.sql(sql).query((row, index) -> totals.put(row.getString(1), row.getLong(2))).list();
    return totals;
  }

  private Map<String, Long> rows() {
    var rows = new HashMap<String, Long>();
    for (var table :
        List.of("contact", "booking", "message", "inbox", "outbox", "contract", "audit")) {
      rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
    return rows;
  }
}
