package com.ailuxe.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTests {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final FileNames names = new FileNames(new ContentTypes(Set.of("text/plain")));

  @ParameterizedTest
  @CsvSource({
    "invoice.hta, text/plain, invoice.txt",
    "invoice.HTA, text/plain, invoice.txt",
    "a.js, text/plain, a.txt",
    "a.jsp, text/plain, a.txt",
    "a.config, text/plain, a.txt",
    "a.url, text/plain, a.txt",
    "a.pdf.exe, application/pdf, a.pdf.pdf",
    "photo.exe, image/jpeg, photo.jpg",
    "photo.jpeg, image/jpeg, photo.jpeg",
    "photo.JPG, image/jpeg, photo.JPG",
    "photo.png, image/jpeg, photo.jpg",
    "deck.docm, " + DOCX + ", deck.docx",
    "Report v1.2, text/plain, Report v1.2.txt",
    "notes, text/plain, notes.txt",
    "notes.txt, text/plain, notes.txt",
    "a.hta., text/plain, a.txt",
    "'a.hta  ', text/plain, a.txt",
    "'a.hta . .', text/plain, a.txt",
    "../../etc/passwd, text/plain, passwd.txt",
    "..\\..\\boot.ini, text/plain, boot.txt",
    "a/, text/plain, file.txt",
    "C:evil.exe, text/plain, C_evil.txt",
    "a.txt:b.exe, text/plain, a.txt_b.txt",
    ".htaccess, text/plain, htaccess.txt",
    "-rf.txt, text/plain, rf.txt",
    "'%2e%2e', text/plain, _2e_2e.txt",
    "CON, text/plain, _CON.txt",
    "nul.pdf, application/pdf, _nul.pdf",
    "'   ', application/pdf, file.pdf",
    "..., application/pdf, file.pdf",
    "Ångström Ελένη Анна ليلى 契約.pdf, application/pdf, Ångström Ελένη Анна ليلى 契約.pdf",
  })
  void aNameEndsAsItsContentDoes(String given, String type, String name) {
    assertThat(names.of(given, type)).isEqualTo(name);
  }

  @Test
  void withoutANameItIsAFile() {
    assertThat(names.of(null, "application/pdf")).isEqualTo("file.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, '\n', '\r', 0x7f, 0x85, 0xad, 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a,
        0x202d, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xfff9, 0xe0001, 0xe000, 0xd800
      })
  void whatIsNotSeenIsLeftOut(int invisible) {
    var given = "evil%stxt.exe".formatted(new String(new int[] {invisible}, 0, 1));

    assertThat(names.of(given, "text/plain")).isEqualTo("eviltxt.txt");
  }

  @Test
  void anAccentIsOneLetterWithIt() {
    assertThat(names.of("Jose\u0301.txt", "text/plain")).isEqualTo("Jos\u00e9.txt");
  }

  @Test
  void accentsThatStandBesideEachOtherOnlyOnceTheInvisibleIsGoneAreInOrder() {
    assertHarmless("a\u0300\u0000\u0316");
    assertHarmless("e\u0000\u0301");
  }

  @Test
  void aLongNameIsCutAndKeepsItsEnding() {
    assertThat(names.of("\ud83d\udea2".repeat(300) + ".txt", "text/plain"))
        .isEqualTo("\ud83d\udea2".repeat(100) + ".txt");
  }

  @Property(tries = 500)
  void whateverItIsCalled(@ForAll @StringLength(max = 60) String given) {
    assertHarmless(given);
  }

  @Property(tries = 500)
  void whateverItIsCalledInAscii(
      @ForAll @StringLength(max = 12) @CharRange(from = '\0', to = '~') String given) {
    assertHarmless(given);
  }

  private static void assertHarmless(@Nullable String given) {
    var harmless = new FileNames(new ContentTypes(Set.of("text/plain")));
    for (var type : List.of("text/plain", "application/pdf", "image/png", DOCX)) {
      var name = harmless.of(given, type);
      assertThat(name)
          .endsWith(new ContentTypes(Set.of("text/plain")).ending(type))
          .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]")
          .doesNotStartWith(".")
          .matches("(?s)[^.].*[^. ]");
      assertThat(harmless.of(name, type)).isEqualTo(name);
    }
  }
}
