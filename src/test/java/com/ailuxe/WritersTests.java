package com.ailuxe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
          entry("decision", "DecisionLedger"),
          entry("inbox", "InboxEntries"),
          entry("media", "MessageFiles"),
          entry("message", "MessageStore"),
          entry("message_tally", "Ledger"),
          entry("message_template", "SendReports"),
          entry("promise", "PromiseRows"),
          entry("reminder", "Reminder"),
          entry("replica", "Replica"),
          entry("replica_duty", "Replica"),
          entry("staff_notice", "StaffNotices"),
          entry("talent", "Talent"),
          entry("talent_rate", "TalentRate"),
          entry("turn", "Turn"),
          entry("unknown_send_decision", "UnknownSends"));

  /** A row of the outbox is put in, given out and reported on. */
  private static final Map<String, Set<String>> WRITERS_BY_ROLE =
      Map.of("outbox", Set.of("Outbox", "OutboxClaims", "SendReports"));

  /** Those that whoever keeps the data, an element collection of an entity, or a library writes. */
  private static final Set<String> NOT_BY_OUR_SQL =
      Set.of(
          "agency",
          "agency_brand",
          "booking_price_line",
          "channel_account",
          "event_publication",
          "sign_in_bucket",
          "staff");

  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
  private static final Pattern WRITES =
      Pattern.compile(
          "\\binsert\\s+into\\s+(\\w+)|\\bdelete\\s+from\\s+(\\w+)"
              + "|\\bupdate\\s+(\\w+)(?:\\s+\\w+)?\\s+set\\b");
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

  private static Map<String, Set<String>> written() {
    var written = new TreeMap<String, Set<String>>();
    for (var file : ProjectFiles.in(CODE)) {
      var type = file.getFileName().toString().replace(".java", "");
      writtenIn(ProjectFiles.read(file))
          .forEach(table -> written.computeIfAbsent(table, t -> new TreeSet<>()).add(type));
    }
    return written;
  }

  private static Stream<String> writtenIn(String code) {
    var entities = ENTITY.matcher(code).results().map(found -> table(found.group(1)));
    var sql =
        TEXT.matcher(code)
            .results()
            .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
            .flatMap(text -> WRITES.matcher(text).results())
            .map(WritersTests::named)
            .filter(table -> table.equals(table.toLowerCase(Locale.ROOT)));
    return Stream.concat(entities, sql.toList().stream());
  }

  private static String named(MatchResult write) {
    return Stream.of(1, 2, 3)
        .map(write::group)
        .filter(table -> table != null)
        .findFirst()
        .orElseThrow();
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
