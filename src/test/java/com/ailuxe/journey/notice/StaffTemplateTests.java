package com.ailuxe.journey.notice;

import static com.ailuxe.rendering.ReadsWell.assertReadsWell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.calendar.CalendarNotice;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files in {@code templates/staff} and what names them are one list. */
class StaffTemplateTests {
  private final NoticeTexts texts = new NoticeTexts(new Templates());

  @Test
  void everyFileHasItsConstantAndEveryConstantItsFile() throws IOException {
    try (var files = Files.list(Path.of("templates/staff"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Arrays.stream(StaffTemplate.values()).map(StaffTemplate::stem),
                      Stream.of(CalendarNotice.TEMPLATE))
                  .map(stem -> stem + "_en.ftl")
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DESK_WAITS", "DESK_ESCALATED"})
  void everyNoticeReadsWell(StaffTemplate template) {
    var booking = SampleBookings.complete();
    var whole =
        texts.staff(
            template,
            new StaffSheet(
                booking.agencyName(),
                "Amélie\nLaurent",
                "WhatsApp",
                booking.reference(),
                booking.talent(),
                booking.start(),
                null,
                null));
    var bare =
        texts.staff(
            template,
            new StaffSheet(
                "Maison Lumière", "+33612345678", "Telegram", "B-7Q4K", null, null, null, null));

    assertThat(whole.text()).contains("Amélie Laurent", "WhatsApp", "Maison Lumière", "Tasklist");
    assertReadsWell(whole);
    assertReadsWell(bare);
  }

  @Test
  void theNoticeOfACancellationNamesWhatIsOwed() {
    var words =
        texts.staff(
            StaffTemplate.BOOKING_CANCELLED,
            new StaffSheet(
                "Maison Lumière",
                "Amélie Laurent",
                "WhatsApp",
                "BK-2026-0001",
                "Aurelia",
                null,
                Money.of("4500", "EUR"),
                null));

    assertThat(words.text()).contains("owes EUR 4,500.00 for calling it off");
    assertReadsWell(words);
  }

  @Test
  void theNoticeOfADepositThatNobodyConfirmedNamesIt() {
    var words =
        texts.staff(
            StaffTemplate.DEPOSIT_OPEN,
            new StaffSheet(
                "Maison Lumière",
                "Amélie Laurent",
                "WhatsApp",
                "BK-2026-0001",
                "Aurelia",
                null,
                null,
                Money.of("4750", "EUR")));

    assertThat(words.text()).contains("Not confirmed: EUR 4,750.00");
    assertReadsWell(words);
  }

  /** A mail program makes a link of anything that looks like an address, and staff follow it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sign in: https://evil.example/tasklist | Sign in https evil. example tasklist",
        "www.evil.example | www. evil. example",
        "mailto:a@evil.example | mailto a evil. example",
        "[Ada](javascript:x) | Ada (javascript x)",
        "**Ada** <b> | Ada b",
        "Ada\\r\\nBcc: eve@evil.example | Ada Bcc eve evil. example",
        "Ada\u202Ellob | Ada llob",
        "J.R. O'Neill-Smith (Jr.) & Co. | J. R. O'Neill-Smith (Jr.) & Co.",
        "+33612345678 | +33612345678",
        "👩‍👩 | a contact without a name",
      })
  void theNameOfAContactLeadsNowhere(String name, String shown) {
    assertThat(
            new StaffSheet(
                    "Maison", name.translateEscapes(), "WhatsApp", null, null, null, null, null)
                .contactName())
        .isEqualTo(shown);
  }

  @Test
  void aNameIsOneLine() {
    assertThat(
            new StaffSheet(
                    "Maison", "Ada\u2028Approve it", "WhatsApp", null, null, null, null, null)
                .contactName())
        .isEqualTo("Ada Approve it");
  }

  @Test
  void aNameThatIsLongIsCut() {
    assertThat(
            new StaffSheet("Maison", "😀x".repeat(5000), "WhatsApp", null, null, null, null, null)
                .contactName())
        .hasSizeLessThanOrEqualTo(60);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK_WAITS", "DESK_ESCALATED"})
  void theNoticeOfTheDeskNamesTheAgency(StaffTemplate template) {
    var words = texts.staff(template, new DeskNotice("Maison Lumière"));

    assertThat(words.text()).contains("Maison Lumière", "Tasklist");
    assertReadsWell(words);
  }

  @Test
  void aStemThatNoConstantHasIsRefusedWithTheOnesThatThereAre() {
    assertThat(StaffTemplate.ofStem("reply-waits")).isEqualTo(StaffTemplate.REPLY_WAITS);
    assertThatThrownBy(() -> StaffTemplate.ofStem("lunch"))
        .hasMessageContaining("lunch")
        .hasMessageContaining("reply-waits");
  }
}
