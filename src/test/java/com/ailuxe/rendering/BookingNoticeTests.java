package com.ailuxe.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BookingNoticeTests {
  private static final Path DEMO = Path.of("src/test/resources/db/demo/R__demo_templates.sql");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\('([a-z0-9-]+)', '\\{([A-Za-z,]*)}'\\)");

  private final Templates templates = new Templates();

  @Test
  void noticeIsTheMessageAndItsFacts() {
    var notice =
        templates.notice(MessageTemplate.REMINDER_24H, Locale.UK, SampleBookings.complete());

    assertThat(notice.text())
        .isEqualTo(
            templates.message(MessageTemplate.REMINDER_24H, Locale.UK, SampleBookings.complete()));
    assertThat(notice.language()).isEqualTo(Locale.ENGLISH);
    assertThat(notice.facts())
        .containsOnly(
            entry("agencyName", "Maison Lumière"),
            entry("reference", "B-7Q4K"),
            entry("talent", "Captain Idris Vale"),
            entry("service", "Yacht day charter"),
            entry("when", "Saturday 5 December 2026, 19:00 – 23:00 (Europe/Paris)"),
            entry("place", "Quai d’Honneur, Port Hercule, Monaco"),
            entry("guests", "6"),
            entry("price", "EUR 11,200.00"),
            entry("note", "The terrace is heated; a light coat is enough."),
            entry("alternatives", "Captain Noor Haddad, Captain Pierre Aubert"),
            entry("contractNumber", "LUXE-2026-0001"));
  }

  @Test
  void whatIsNotKnownIsNoFact() {
    assertThat(facts(SampleBookings.bare()))
        .containsOnlyKeys("agencyName", "reference", "talent", "service", "when");
  }

  @Test
  void factStandsInOneLine() {
    var all = SampleBookings.complete();
    var booking =
        new BookingSheet(
            all.agencyName(),
            all.contactName(),
            all.reference(),
            all.talent(),
            all.service(),
            all.start(),
            all.end(),
            " Port Hercule,\n\tquay   7 ",
            null,
            null,
            null,
            "\n",
            all.alternatives(),
            null,
            null,
            null);

    assertThat(facts(booking))
        .containsEntry("place", "Port Hercule, quay 7")
        .doesNotContainKey("note");
  }

  @Test
  void everyTemplateOfTheDemoAgencyIsForAMessageAndWantsFactsThatThereAre() throws IOException {
    var wanted = TEMPLATE.matcher(Files.readString(DEMO)).results().toList();

    assertThat(wanted)
        .isNotEmpty()
        .allSatisfy(
            template -> {
              assertThat(MessageTemplate.ofStem(template.group(1))).isNotNull();
              assertThat(Arrays.asList(template.group(2).split(",")))
                  .isSubsetOf(facts(SampleBookings.complete()).keySet());
            });
  }

  private Map<String, String> facts(BookingSheet booking) {
    return templates.notice(MessageTemplate.REMINDER_1H, Locale.UK, booking).facts();
  }
}
