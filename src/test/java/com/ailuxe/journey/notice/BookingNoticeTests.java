package com.ailuxe.journey.notice;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.ailuxe.rendering.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookingNoticeTests {
  private static final Path DEMO = Path.of("src/local/resources/db/demo/R__demo_templates.sql");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\('([a-z0-9-]+)', '\\{([A-Za-z,]*)}'\\)");

  /** They name the agency alone. */
  private static final Set<MessageTemplate> ABOUT_NO_SLOT =
      EnumSet.of(MessageTemplate.REQUEST_CLOSED, MessageTemplate.REQUEST_LAPSED);

  private final NoticeTexts texts = new NoticeTexts(new Templates());

  @Test
  void noticeIsTheMessageAndItsFacts() {
    var notice = texts.notice(MessageTemplate.REMINDER_24H, Locale.UK, SampleBookings.complete());

    assertThat(notice.text())
        .isEqualTo(
            texts.message(MessageTemplate.REMINDER_24H, Locale.UK, SampleBookings.complete()));
    assertThat(notice.language()).isEqualTo(Locale.ENGLISH);
    assertThat(notice.facts())
        .containsOnly(
            entry("agencyName", "Maison Lumière"),
            entry("reference", "B-7Q4K"),
            entry("talent", "Captain Idris Vale"),
            entry("service", "Yacht day charter"),
            entry("when", "Saturday 5 December 2026, 19:00 – 23:00 (Paris time)"),
            entry("place", "Quai d’Honneur, Port Hercule, Monaco"),
            entry("guests", "6"),
            entry("price", "EUR 11,200.00"),
            entry("cancellationFee", "EUR 5,600.00"),
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
            null,
            null,
            false,
            null,
            null,
            false);

    assertThat(facts(booking))
        .containsEntry("place", "Port Hercule, quay 7")
        .doesNotContainKey("note");
  }

  @Test
  void aRequestThatCannotBeNamedHasTheAgencyAsItsFact() {
    var notice = aboutNoSlot(MessageTemplate.REQUEST_CLOSED, Locale.GERMANY);

    assertThat(notice.text())
        .isEqualTo(
            texts.message(
                MessageTemplate.REQUEST_CLOSED, Locale.GERMAN, "Maison Lumière", "Amélie Laurent"));
    assertThat(notice.language()).isEqualTo(Locale.GERMAN);
    assertThat(notice.facts()).containsOnly(entry("agencyName", "Maison Lumière"));
  }

  /** All about a booking but the answers to a button, which the contact has just pressed. */
  static Set<MessageTemplate> sentUnasked() {
    var unasked = EnumSet.range(MessageTemplate.BOOKING_HELD, MessageTemplate.BOOKING_THANKS);
    unasked.removeAll(
        EnumSet.range(
            MessageTemplate.CONTRACT_ALREADY_ACCEPTED, MessageTemplate.CONTRACT_ANSWERED_LATE));
    unasked.addAll(ABOUT_NO_SLOT);
    return unasked;
  }

  @ParameterizedTest
  @MethodSource("sentUnasked")
  void whatIsSentUnaskedHasATemplateOfTheDemoAgencyThatWantsFactsThatThereAre(
      MessageTemplate message) throws IOException {
    var facts =
        ABOUT_NO_SLOT.contains(message)
            ? aboutNoSlot(message, Locale.UK).facts()
            : texts.notice(message, Locale.UK, SampleBookings.complete()).facts();

    assertThat(demoTemplates()).containsKey(message.stem());
    assertThat(demoTemplates().get(message.stem())).isSubsetOf(facts.keySet());
  }

  @Test
  void theDemoAgencyHasNoTemplateForAnythingElse() throws IOException {
    assertThat(demoTemplates().keySet())
        .hasSameElementsAs(sentUnasked().stream().map(MessageTemplate::stem).toList());
  }

  /** The facts that each wants, by the message it stands for. */
  private static Map<String, List<String>> demoTemplates() throws IOException {
    return TEMPLATE
        .matcher(Files.readString(DEMO))
        .results()
        .collect(toMap(row -> row.group(1), row -> List.of(row.group(2).split(","))));
  }

  private BookingNotice aboutNoSlot(MessageTemplate message, Locale locale) {
    return texts.notice(message, locale, "Maison Lumière", "Amélie Laurent");
  }

  private Map<String, String> facts(BookingSheet booking) {
    return texts.notice(MessageTemplate.REMINDER_1H, Locale.UK, booking).facts();
  }
}
