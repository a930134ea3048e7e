package com.ailuxe.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalNameTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "🌸🌺",
        "👩‍🎤",
        "🇫🇷",
        "♥ ♥",
        "...",
        "—",
        "\u200F\u200E",
        "\u3164",
        "\u0301",
        "+33 6 12 34 56 78",
        "+33612345678",
        "A",
        "🌸 A",
        "1️⃣2️⃣3️⃣",
        "@alice",
        "alice@example.com",
        "https://example.com/alice",
        "www.example.com",
        "x1234567"
      })
  void whatIsNoNameIsRefused(String text) {
    assertThat(LegalName.of(text)).isEmpty();
    assertThatThrownBy(() -> new LegalName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    assertThat(LegalName.of("Maria Petrova ".repeat(20))).isEmpty();
    assertThat(LegalName.of(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jean-Luc de la Tour; Jean-Luc de la Tour",
        "  Maria   Petrova \t; Maria Petrova",
        "Northwind Yachting Ltd., represented by Anna Berg; Northwind Yachting Ltd., represented by Anna Berg",
        "Ⓐⓛⓘⓒⓔ 🅱🅴🅻🅻; Alice BELL",
        "🌸 Maria 🌸 Petrova 🌸; Maria Petrova",
        "«Maria Petrova»!; Maria Petrova",
        "Jose\u0301 O’Neil; José O’Neil",
        "Martin Luther King Jr.; Martin Luther King Jr.",
        "evil\u202Egpj Berg; evil gpj Berg",
        "**Maria** Petrova; Maria Petrova",
        "Studio 54 GmbH & Co. KG (Berlin); Studio 54 GmbH & Co. KG (Berlin)",
        "王小明; 王小明",
        "ليلى حداد; ليلى حداد",
        "שרה לוי; שרה לוי",
        "Анна Ковалёва; Анна Ковалёва"
      })
  void aNameIsOneLineOfPlainLetters(String text, String name) {
    assertThat(new LegalName(text).value()).isEqualTo(name);
    assertThat(new LegalName(name).value()).isEqualTo(name);
  }

  @Test
  void itIsKeptAsItsText() {
    var name = new LegalName("Maria Petrova");

    assertThat(PlainJson.write(name)).isEqualTo("\"Maria Petrova\"");
    assertThat(PlainJson.read("\"Maria Petrova\"", LegalName.class)).isEqualTo(name);
  }
}
