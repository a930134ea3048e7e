package com.ailuxe.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.rendering.Brand;
import com.ailuxe.rendering.Letterhead;
import com.ailuxe.rendering.PdfDocuments;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceAgreementTests {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Templates templates = new Templates();
  private final PdfDocuments documents = new PdfDocuments();

  @Test
  void allThatWasAgreedStandsInTheDocument() throws IOException {
    assertThat(words(sample("Amélie Laurent", true)))
        .contains(
            "LUXE-2026-0001",
            "22 November 2026",
            "Maison Lumière SARL",
            "12 Place Vendôme, 75001 Paris, France",
            "Amélie Laurent",
            "telephone +33612345678",
            "BK-2026-0001",
            "Yacht day charter",
            "Captain Idris Vale",
            "Saturday 5 December 2026, 19:00 – 23:00 (Paris time)",
            "Quai d’Honneur, Port Hercule, Monaco",
            "Price EUR 11,200.00",
            "1 / 2");
  }

  @Test
  void whatIsNotKnownIsNotMentioned() throws IOException {
    assertThat(words(sample("Amélie Laurent", false)))
        .contains("what the parties agree in writing")
        .doesNotContain("Guests", "Budget", "Price", "Place 12", "null", "${");
  }

  @Test
  void aNameIsTextWhateverItLooksLike() throws IOException {
    assertThat(words(sample("<h1>Eve</h1> & ${sons}", true))).contains("<h1>Eve</h1> & ${sons}");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfIdentityIsNamed(IdentityKind kind) {
    assertThat(render(sample("Amélie", new Identity(kind, "12345"), false)))
        .containsPattern("(telephone|user) <bdi>12345</bdi>");
  }

  private ContractSheet sample(String contactName, boolean complete) {
    return sample(contactName, new Identity(IdentityKind.PHONE, "+33612345678"), complete);
  }

  private ContractSheet sample(String contactName, Identity identity, boolean complete) {
    return new ContractSheet(
        "LUXE-2026-0001",
        LocalDate.of(2026, 11, 22),
        null,
        "Maison Lumière SARL",
        "12 Place Vendôme, 75001 Paris, France",
        contactName,
        identity,
        "BK-2026-0001",
        "Yacht day charter",
        "Captain Idris Vale",
        new EventTime(LocalDateTime.parse("2026-12-05T19:00"), PARIS),
        new EventTime(LocalDateTime.parse("2026-12-05T23:00"), PARIS),
        complete ? "Quai d’Honneur, Port Hercule, Monaco" : null,
        complete ? 6 : null,
        complete ? Money.of("11200", "EUR") : null,
        complete ? Money.of("12000", "EUR") : null,
        new CancellationTerms(36, BigDecimal.valueOf(50), BigDecimal.valueOf(100)));
  }

  private String render(ContractSheet sheet) {
    return templates.render(
        TemplateKind.CONTRACT, "service-agreement", Locale.UK, Map.of("contract", sheet));
  }

  private String words(ContractSheet sheet) throws IOException {
    var pdf =
        documents.pdf(
            render(sheet),
            new Letterhead(
                "Maison Lumière",
                sheet.agencyAddress(),
                sheet.number(),
                ZonedDateTime.parse("2026-11-22T15:06:00+01:00[Europe/Paris]"),
                Brand.PLAIN));
    try (var document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }
}
