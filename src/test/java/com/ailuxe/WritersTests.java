package com.ailuxe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks for what changes a table finds the one place where that is written. */
class WritersTests {
  private static final Path CODE = Path.of("src/main/java/com/ailuxe");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /**
   * The class that writes each table: an entity, where there is one, whose repository may do more
   * in JPQL.
   */
  private static final Map<String, String> WRITERS =
      Map.ofEntries(
          entry("attachment", "Outbox"),
          entry("audit", "AuditTrail"),
          entry("booking", "Booking"),
          entry("booking_change", "BookingChange"),
          entry("booking_charge", "BookingCharges"),
          entry("booking_counter", "BookingReferences"),
          entry("booking_price", "BookingPrice"),
          entry("booking_turn", "BookingTurns"),
          entry("calendar_entry", "CalendarEntries"),
          entry("contact", "Contact"),
          entry("contact_identity", "Contacts"),
          entry("contract", "Contract"),
          entry("contract_file", "ContractFiles"),
          entry("contract_series", "ContractSeries"),
          entry("conversation", "ConversationStore"),
          entry("conversation_reader", "Readers"),
          entry("decision", "DecisionLedger"),
          entry("desk_request", "DeskRequests"),
          entry("inbox", "InboxEntries"),
          entry("media", "MessageFiles"),
          entry("message", "MessageStore"),
          entry("message_template", "SendReports"),
          entry("promise", "PromiseRows"),
          entry("reminder", "Reminder"),
          entry("replica", "Replica"),
          entry("replica_duty", "Replica"),
          entry("staff_notice", "StaffNotices"),
          entry("talent", "Talent"),
          entry("talent_rate", "TalentRate"),
          entry("turn", "Turn"),
          entry("unknown_send_decision", "UnknownSends"),
          entry("user_task", "UserTaskRows"),
          entry("user_task_form", "UserTaskRows"),
          entry("user_task_poll", "UserTaskRows"));

  /**
   * A row of the outbox is put in, given out and reported on. A trigger adds what is counted of
   * messages, the ledger puts it together.
   */
  private static final Map<String, Set<String>> WRITERS_BY_ROLE =
      Map.of(
          "message_tally", Set.of("tally_message", "Ledger"),
          "outbox", Set.of("Outbox", "OutboxClaims", "SendReports"));

  /** Those that whoever keeps the data, an element collection of an entity, or a library writes. */
  private static final Set<String> NOT_BY_OUR_SQL =
      Set.of(
          "agency",
          "agency_brand",
          "booking_price_line",
          "channel_account",
          "event_publication",
          "sign_in_bucket",
          "spring_session",
          "spring_session_attributes",
          "staff");

  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(?:(?:insert|merge)\\s+into|delete\\s+from|truncate(?:\\s+table)?)\\s+(?:only\\s+)?(?<table>\\w+)"
              + "|\\bupdate\\s+(?:only\\s+)?(?<updated>\\w+)(?:(?:\\s+as)?\\s+\\w+)?\\s+set\\b");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?m)^create (?:or replace )?(?:function|procedure) (?<name>\\w+).*?\\$\\$(?<body>.*?)\\$\\$",
          Pattern.DOTALL);
  private static final Pattern ENTITY =
      Pattern.compile("@Entity\\b.*?\\bclass (\\w+)", Pattern.DOTALL);
  private static final Pattern NEW_TABLE = Pattern.compile("(?m)^create table (\\w+)");

  @Test
  void everyTableIsWrittenInOnePlace() {
    var expected = new TreeMap<String, Set<String>>(WRITERS_BY_ROLE);
    WRITERS.forEach((table, writer) -> expected.put(table, Set.of(writer)));

    assertThat(written()).isEqualTo(expected);
  }

  @Test
  void everyTableHasAWriter() {
    assertThat(tables())
        .isEqualTo(
            Stream.of(WRITERS.keySet(), WRITERS_BY_ROLE.keySet(), NOT_BY_OUR_SQL)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into media (id) values (1)",
        "merge into media using fetched on fetched.id = media.id when matched then do nothing",
        "update media set state = 'KEPT'",
        "update media m set state = 'KEPT'",
        "update media as m set state = 'KEPT'",
        "update only media set state = 'KEPT'",
        "with old as (delete from media returning id) select id from old",
        "truncate media",
        "truncate table media"
      })
  void eachWayToWriteATableIsSeen(String sql) {
    assertThat(writtenBy(sql)).containsExactly("media");
  }

  private static Map<String, Set<String>> written() {
    var written = new TreeMap<String, Set<String>>();
    for (var file : ProjectFiles.in(CODE)) {
      var type = file.getFileName().toString().replace(".java", "");
      writtenIn(ProjectFiles.read(file))
          .forEach(table -> written.computeIfAbsent(table, t -> new TreeSet<>()).add(type));
    }
    for (var file : ProjectFiles.in(MIGRATIONS)) {
      FUNCTION
          .matcher(ProjectFiles.read(file))
          .results()
          .forEach(
              function ->
                  writtenBy(function.group("body"))
                      .forEach(
                          table ->
                              written
                                  .computeIfAbsent(table, t -> new TreeSet<>())
                                  .add(function.group("name"))));
    }
    return written;
  }

  private static Stream<String> writtenIn(String code) {
    var entities = ENTITY.matcher(code).results().map(found -> table(found.group(1)));
    var sql =
        TEXT.matcher(code)
            .results()
            .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
            .flatMap(WritersTests::writtenBy)
            .filter(table -> table.equals(table.toLowerCase(Locale.ROOT)));
    return Stream.concat(entities, sql);
  }

  private static Stream<String> writtenBy(String sql) {
    return WRITES
        .matcher(sql)
        .results()
        .map(
            write ->
                write.group("updated") == null ? write.group("table") : write.group("updated"));
  }

  private static String table(String entity) {
    return entity.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Set<String> tables() {
    return ProjectFiles.in(MIGRATIONS).stream()
        .map(ProjectFiles::read)
        .flatMap(sql -> NEW_TABLE.matcher(sql).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
