package com.ailuxe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.rendering.Brand;
import com.ailuxe.rendering.Letterhead;
import com.ailuxe.rendering.PdfDocuments;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.rendering.Wording;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document in every language that there is. */
class ContractDocumentsTests {
  private static final Path DOCUMENTS = Path.of("templates/contract");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private final Templates templates = new Templates();
  private final PdfDocuments documents = new PdfDocuments();

  @Test
  void thereAreSevenLanguages() throws IOException {
    assertThat(languages()).containsExactlyInAnyOrder("en", "de", "fr", "el", "ru", "he", "ar");
  }

  @Test
  void aLanguageHasAllDocuments() throws IOException {
    for (var language : languages()) {
      for (var kind : ContractKind.values()) {
        assertThat(DOCUMENTS.resolve("%s_%s.ftlh".formatted(kind.stem(), language))).exists();
      }
    }
  }

  static Stream<Arguments> everyDocument() throws IOException {
    return languages().stream()
        .flatMap(
            language -> Stream.of(ContractKind.values()).map(kind -> Arguments.of(kind, language)));
  }

  @ParameterizedTest
  @MethodSource("everyDocument")
  void everyDocumentIsSetWithEmbeddedFontsOnly(ContractKind kind, String language)
      throws IOException {
    try (var pdf = Loader.loadPDF(pdf(kind, language, complete()))) {
      for (var page : pdf.getPages()) {
        var resources = page.getResources();
        for (var name : resources.getFontNames()) {
          var font = resources.getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("LUXE-2026-0002", "LUXE-2026-0001", "Port Hercule")
          .contains(new Wording(Locale.of(language)).write(ZoneId.of("Europe/Paris")))
          .contains("33612345678", "BK-2026-0001")
          .doesNotContain("${", "<#")
          .doesNotContainPattern("\\bnull\\b");
    }
  }

  @ParameterizedTest
  @MethodSource("everyDocument")
  void whatIsNotKnownIsNotMentioned(ContractKind kind, String language) {
    assertThat(text(kind, language, bare()))
        .doesNotContain("LUXE-2026-0001", "Port Hercule", "EUR")
        .contains("LUXE-2026-0002");
  }

  @ParameterizedTest
  @MethodSource("everyDocument")
  void theButtonThatADocumentNamesIsTheOneBeneathIt(ContractKind kind, String language) {
    var button =
        templates.render(TemplateKind.MESSAGE, "accept-button", Locale.of(language), Map.of());

    assertThat(button).hasSizeLessThanOrEqualTo(20);
    assertThat(text(kind, language, complete())).contains(button);
  }

  @ParameterizedTest
  @MethodSource("everyDocument")
  void theServiceAgreementAloneNamesTheFeeWhichIsThePriceWhereThereIsOne(
      ContractKind kind, String language) {
    var price = Pattern.compile("EUR 11\\D?500");
    var budget = Pattern.compile("EUR 12\\D?000");
    var withPrice = text(kind, language, complete());
    var withoutPrice = text(kind, language, sheet(null, null, Money.of("12000", "EUR")));

    if (kind == ContractKind.SERVICE_AGREEMENT) {
      assertThat(withPrice).containsPattern(price).doesNotContainPattern(budget);
      assertThat(withoutPrice).containsPattern(budget).doesNotContainPattern(price);
    } else {
      assertThat(withPrice + withoutPrice).doesNotContain("EUR");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en,1234567,JPY,'JPY 1,234,567'",
    "de,12345.5,EUR,'EUR 12.345,50'",
    "fr,12345.5,EUR,'EUR 12 345,50'",
    "ru,12345.5,EUR,'EUR 12 345,50'",
    "ar,1234.567,KWD,'KWD 1,234.567'",
    "he,1234.567,KWD,'KWD 1,234.567'",
    "el,1234.5,CHF,'CHF 1.234,50'"
  })
  void thePriceIsWrittenByTheRulesOfTheLanguageWithTheDecimalsOfItsCurrency(
      String language, String amount, String currency, String written) {
    var sheet = sheet(null, Money.of(amount, currency), null);

    assertThat(text(ContractKind.SERVICE_AGREEMENT, language, sheet).replaceAll("\\h", " "))
        .contains(written);
  }

  private static List<String> languages() throws IOException {
    try (var files = Files.list(DOCUMENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("words_"))
          .map(name -> name.substring("words_".length(), name.indexOf('.')))
          .toList();
    }
  }

  private static ContractSheet complete() {
    return sheet("LUXE-2026-0001", Money.of("11500", "EUR"), Money.of("12000", "EUR"));
  }

  private static ContractSheet bare() {
    var all = sheet(null, null, null);
    return new ContractSheet(
        all.number(),
        all.issuedOn(),
        null,
        all.agencyLegalName(),
        all.agencyAddress(),
        all.contactName(),
        all.contactIdentity(),
        all.bookingReference(),
        all.service(),
        all.talent(),
        all.start(),
        all.end(),
        null,
        null,
        null,
        null,
        all.cancellation());
  }

  private static ContractSheet sheet(
      @Nullable String replaced, @Nullable Money price, @Nullable Money budget) {
    return new ContractSheet(
        "LUXE-2026-0002",
        LocalDate.of(2026, 11, 22),
        replaced,
        "Maison Lumière SARL",
        "12 Place Vendôme, 75001 Paris, France",
        "ليلى Laurent שרה",
        new Identity(IdentityKind.PHONE, "+33612345678"),
        "BK-2026-0001",
        "yacht",
        "Captain Idris Vale",
        new EventTime(LocalDateTime.parse("2026-12-05T19:00"), PARIS),
        new EventTime(LocalDateTime.parse("2026-12-05T23:00"), PARIS),
        "Quai d’Honneur, Port Hercule, Monaco",
        6,
        price,
        budget,
        new CancellationTerms(36, BigDecimal.valueOf(50), BigDecimal.valueOf(100)));
  }

  private String text(ContractKind kind, String language, ContractSheet sheet) {
    return templates.render(
        TemplateKind.CONTRACT, kind.stem(), Locale.of(language), Map.of("contract", sheet));
  }

  private byte[] pdf(ContractKind kind, String language, ContractSheet sheet) {
    return documents.pdf(
        text(kind, language, sheet),
        new Letterhead(
            "Maison Lumière",
            sheet.agencyAddress(),
            sheet.number(),
            ZonedDateTime.parse("2026-11-22T15:06:00+01:00[Europe/Paris]"),
            new Brand(null, "#3b1f5b", "#ffe9a8")));
  }
}
