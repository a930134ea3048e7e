package com.ailuxe;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A database that was made by a migration is never made in another way: what changes comes after
 * it.
 */
class MigrationsTests {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /** The migrations with the first characters of their sum. One that is not here is new: add it. */
  private static final Map<String, String> NEVER_EDITED =
      Map.ofEntries(
          entry("agency/V202612010900__agency.sql", "d2cd0c7f2e64"),
          entry("staff/V202612010901__staff.sql", "4e1ec1650da9"),
          entry("contact/V202612010902__contact.sql", "c462b37bf483"),
          entry("talent/V202612010903__talent.sql", "c58ba809770b"),
          entry("conversation/V202612010904__conversation.sql", "2f80ed74d3f5"),
          entry("booking/V202612010905__booking.sql", "c1a88b48cc61"),
          entry("contract/V202612010906__contract.sql", "b40601279612"),
          entry("reminder/V202612010907__reminder.sql", "b1baba26e915"),
          entry("calendar/V202612010908__calendar.sql", "51d3d65b9268"),
          entry("replicas/V202612010909__replicas.sql", "53705fb6651c"),
          entry("system/V202612010910__system.sql", "1834903e1ac9"),
          entry("system/V202612011000__system_sessions.sql", "41e8e871bf49"),
          entry("booking/V202612011005__booking_lists.sql", "e1f16dfca65c"),
          entry("contract/V202612011006__contract_lists.sql", "3c70a29d36af"),
          entry("booking/V202612011007__booking_desk.sql", "997c83bb4823"),
          entry("conversation/V202612011020__conversation_lists.sql", "0539469ab534"),
          entry("tasks/V202612011130__tasks.sql", "c81dacb6047e"));

  @Test
  void aMigrationIsNeverEdited() throws IOException {
    var found = new TreeMap<String, String>();
    for (var file : ProjectFiles.in(MIGRATIONS)) {
      found.put(
          MIGRATIONS.relativize(file).toString(),
          Sha256.hex(Files.readAllBytes(file)).substring(0, 12));
    }

    assertThat(found).isEqualTo(new TreeMap<>(NEVER_EDITED));
  }

  @Test
  void aMigrationLiesInTheFolderOfTheModuleWhoseTablesItMakes() {
    assertThat(ProjectFiles.in(MIGRATIONS).stream().map(MIGRATIONS::relativize))
        .allSatisfy(
            file -> {
              assertThat(file.getNameCount()).isEqualTo(2);
              var module = file.getName(0);
              assertThat(Path.of("src/main/java/com/ailuxe").resolve(module)).isDirectory();
              assertThat(file.getFileName().toString())
                  .matches("V[0-9]{12}__" + module + "(_[a-z]+)*[.]sql");
            });
  }
}
