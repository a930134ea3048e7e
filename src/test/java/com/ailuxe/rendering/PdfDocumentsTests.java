package com.ailuxe.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.shared.Letters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("Moves the time zone of the whole JVM")
class PdfDocumentsTests {
  private static final Letterhead LETTERHEAD =
      new Letterhead(
          "Maison Lumière",
          "12 Place Vendôme, 75001 Paris",
          "LUXE-2026-0001",
          ZonedDateTime.parse("2026-11-22T00:30:00+01:00[Europe/Paris]"),
          Brand.PLAIN);

  private final PdfDocuments documents = new PdfDocuments();

  @Test
  void theSameInputGivesTheSameBytes() {
    var before = TimeZone.getDefault();
    var first = documents.pdf(page("<p>One</p>"), LETTERHEAD);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertThat(new PdfDocuments().pdf(page("<p>One</p>"), LETTERHEAD)).isEqualTo(first);
    } finally {
      TimeZone.setDefault(before);
    }
    assertThat(documents.pdf(page("<p>Two</p>"), LETTERHEAD)).isNotEqualTo(first);
  }

  @Test
  void theFileSaysWhatItIs() throws IOException {
    try (var pdf = open(page("<h1>Title</h1>"))) {
      var description = pdf.getDocumentInformation();
      assertThat(description.getTitle()).isEqualTo("Service Agreement LUXE-2026-0001");
      assertThat(description.getAuthor()).isEqualTo("Maison Lumière");
      assertThat(description.getCreationDate().toInstant())
          .isEqualTo(LETTERHEAD.issuedAt().toInstant());
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void everyPageHasTheNameTheNumberTheDayAndItsPageNumber() throws IOException {
    try (var pdf = open(page("<p>Line</p>".repeat(90)))) {
      var pages = pdf.getNumberOfPages();
      assertThat(pages).isGreaterThan(2);
      for (var page = 1; page <= pages; page++) {
        assertThat(text(pdf, page))
            .contains("LUXE-2026-0001", "22 November 2026", page + " / " + pages)
            .containsPattern("M ?A ?I ?S ?O ?N");
      }
    }
  }

  @Test
  void clausesAreNumberedAndAHeadingIsNotTheLastLineOfAPage() throws IOException {
    var clause = "<li><h3>Heading</h3><p>First</p><ol><li><p>Within</p></li></ol></li>";
    try (var pdf = open(page("<ol>" + clause.repeat(40) + "</ol>"))) {
      assertThat(text(pdf, 1)).contains("1 Heading", "1.1 Within", "2 Heading");
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(text(pdf, page)).doesNotContainPattern("Heading\\s+" + LETTERHEAD.number());
      }
    }
  }

  @Test
  void aHeadingStaysWithTheFactsUnderIt() throws IOException {
    var facts = "<h2>Heading</h2><dl>%s</dl>".formatted("<dt>Label</dt><dd>Fact</dd>".repeat(8));
    try (var pdf = open(page(facts.repeat(12)))) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      for (var page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(text(pdf, page).replace(" ", ""))
            .contains("Heading")
            .doesNotContainPattern("Heading\\s+" + LETTERHEAD.number());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amélie Søndergård-Łukaszewicz",
        "Ελένη Παπαδοπούλου",
        "Анна Ковалёва",
        "שרה לוי",
        "ليلى حداد"
      })
  void namesOfManyScriptsStandInTheDocument(String name) throws IOException {
    try (var pdf = open(page("<p>" + name + "</p>"))) {
      assertThat(words(text(pdf, 1))).containsAll(words(name));
    }
  }

  /** An accent that stands beside its letter would be a word of its own here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jose\u0301 Nu\u0301n\u0303ez",
        "Αλε\u0301ξανδρος",
        "Андреи\u0306 а\u0301 я\u0301",
        "x\u030C M\u030Cy q\u0303u R\u0303u l\u0302",
        "O\u0323\u0301la\u0301 e\u0323\u0301gbe\u0323\u0301",
        "u\u0328\u0301 E\u0307\u0301a J\u0301a"
      })
  void anAccentStandsOnItsLetter(String name) throws IOException {
    for (var text : List.of("<p>%s</p>", "<p><strong>%s</strong></p>", "<p><em>%s</em></p>")) {
      try (var pdf = open(page(text.formatted(name)))) {
        assertThat(words(Letters.composed(new PDFTextStripper().getText(pdf))))
            .containsAll(words(Letters.composed(name)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "𝓐𝓵𝓲𝓬𝓮 𝕭𝖊𝖑𝖑, Alice Bell",
    "Ⓐⓛⓘⓒⓔ 🄱🄴🄻🄻, Alice BELL",
    "🅰🅻🅸🅲🅴 🅑🅔🅛🅛, ALICE BELL",
    "Ａｌｉｃｅ Ｂｅｌｌ, Alice Bell",
    "ᴀʟɪᴄᴇ ʙᴇʟʟ, alice bell",
  })
  void lettersThatOnlyLookDifferentAreDrawnAsPlainOnes(String name, String plain)
      throws IOException {
    try (var pdf = open(page("<p><bdi>" + name + "</bdi></p>"))) {
      assertThat(words(text(pdf, 1))).containsAll(words(plain));
    }
    assertThat(documents.draws(name)).isTrue();
  }

  @Test
  void aTextOfWhichALetterHasNoFontCannotBeDrawn() {
    assertThat(documents.draws("Ελένη, Анна, שרה, ليلى & O\u0323\u0301la")).isTrue();
    assertThat(documents.draws("Li 東京")).isFalse();
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    try (var pdf = open(page("<p>Plain <strong>bold</strong> <em>italic</em> ليلى</p>"))) {
      var resources = pdf.getPage(0).getResources();
      var fonts = new ArrayList<String>();
      for (var name : resources.getFontNames()) {
        var font = resources.getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
      }
      assertThat(fonts)
          .contains(
              "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "DejaVuSans");
    }
  }

  @Test
  void theLogoStandsAboveTheNameOnTheFirstPageOnly() throws IOException {
    var branded = branded(png(), "#3b1f5b");

    try (var pdf = Loader.loadPDF(documents.pdf(page("<p>Line</p>".repeat(60)), branded))) {
      assertThat(images(pdf, 0)).isEqualTo(1);
      assertThat(images(pdf, 1)).isZero();
    }
    assertThat(documents.pdf(page("<p>One</p>"), branded))
        .isEqualTo(documents.pdf(page("<p>One</p>"), branded(png(), "#3b1f5b")))
        .isNotEqualTo(documents.pdf(page("<p>One</p>"), branded(png(), "#1d5c4a")))
        .isNotEqualTo(documents.pdf(page("<p>One</p>"), LETTERHEAD));
  }

  @Test
  void aLogoThatCannotBeReadIsAnError() {
    var broken = branded(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "#3b1f5b");

    assertThatThrownBy(() -> documents.pdf(page("<p>One</p>"), broken))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageContaining("logo");
  }

  @Test
  void aValueKeepsItsDirectionInARightToLeftDocument() throws IOException {
    var markup =
        page("<p>הסוכנות <bdi>12 Place Vendôme</bdi></p>")
            .replace("lang=\"en\"", "lang=\"he\" dir=\"rtl\"");

    try (var pdf = open(markup)) {
      assertThat(text(pdf, 1)).contains("12 Place Vendôme");
    }
    assertThatThrownBy(() -> open(page("<p><bdi><em>12</em></bdi></p>")))
        .isInstanceOf(TemplateFailed.class);
  }

  @Test
  void aRightToLeftDocumentBeginsAtTheRight() throws IOException {
    var leftToRight = page("<p>شروط</p>");
    var rightToLeft = leftToRight.replace("lang=\"en\"", "lang=\"ar\" dir=\"rtl\"");

    assertThat(edges(leftToRight, LETTERHEAD).arabic).isLessThan(72);
    assertThat(edges(rightToLeft, LETTERHEAD).arabic).isGreaterThan(450);
  }

  @Test
  void aSymbolWithoutAFontIsLeftOutButALetterIsNot() throws IOException {
    try (var pdf = open(page("<p>Amélie \uD83E\uDD42 Laurent</p>"))) {
      assertThat(words(text(pdf, 1))).contains("Amélie", "Laurent");
    }
    assertThatThrownBy(() -> documents.pdf(page("<p>東京</p>"), LETTERHEAD))
        .isInstanceOf(TemplateFailed.class)
        .hasMessageContaining("U+6771");
  }

  /** They come with words that are pasted. */
  @Test
  void charactersThatXmlCannotHoldAreSpaces() throws IOException {
    try (var pdf = open(page("<p>Port\u000bHercule\u0001 quay\ufffe 7\uffff</p>"))) {
      assertThat(words(text(pdf, 1))).contains("Port", "Hercule", "quay", "7");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>open",
        "text outside",
        "<img src=\"file:///etc/passwd\"/>",
        "<p><a href=\"https://example.com\">link</a></p>",
        "<ol><p>no item</p></ol>",
        "<p>&unknown;</p>"
      })
  void otherMarkupIsRefused(String body) {
    assertThatThrownBy(() -> documents.pdf(page(body), LETTERHEAD))
        .isInstanceOf(TemplateFailed.class);
  }

  @Test
  void nothingIsReadFromOutside() {
    var markup = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + page("<p>&x;</p>");

    assertThatThrownBy(() -> documents.pdf(markup, LETTERHEAD)).isInstanceOf(TemplateFailed.class);
  }

  @Test
  void aLongNameIsSetSmaller() throws IOException {
    var name = "The Incomparable Riviera Concierge and Talent Company of Monaco and Antibes";
    var letterhead = new Letterhead(name, "Monaco", "R-1", LETTERHEAD.issuedAt(), Brand.PLAIN);

    var edges = edges(page("<p>Text</p>"), letterhead);

    assertThat(edges.left).isGreaterThan(69);
    assertThat(edges.right).isLessThan(595 - 69);
  }

  private static Letterhead branded(byte[] logo, String color) {
    return new Letterhead(
        LETTERHEAD.name(),
        LETTERHEAD.address(),
        LETTERHEAD.number(),
        LETTERHEAD.issuedAt(),
        new Brand(logo, color, color));
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static int images(PDDocument pdf, int page) {
    var count = 0;
    for (var name : pdf.getPage(page).getResources().getXObjectNames()) {
      count += pdf.getPage(page).getResources().isImageXObject(name) ? 1 : 0;
    }
    return count;
  }

  private static String page(String body) {
    return "<html lang=\"en\"><head><title>Service Agreement</title></head><body>%s</body></html>"
        .formatted(body);
  }

  private PDDocument open(String markup) throws IOException {
    return Loader.loadPDF(documents.pdf(markup, LETTERHEAD));
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }

  private Edges edges(String markup, Letterhead letterhead) throws IOException {
    try (var pdf = Loader.loadPDF(documents.pdf(markup, letterhead))) {
      var edges = new Edges();
      edges.getText(pdf);
      return edges;
    }
  }

  /** How far the letters of a document reach, and where its Arabic text begins; in points. */
  private static final class Edges extends PDFTextStripper {
    private static final float FOOT = 760;

    private float left = Float.MAX_VALUE;
    private float right;
    private float arabic = Float.MAX_VALUE;

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      for (var letter : positions) {
        left = Math.min(left, letter.getX());
        right = Math.max(right, letter.getX() + letter.getWidth());
        if (letter.getY() < FOOT && letter.getUnicode().codePoints().anyMatch(Edges::isArabic)) {
          arabic = Math.min(arabic, letter.getX());
        }
      }
    }

    private static boolean isArabic(int codePoint) {
      return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
    }
  }
}
