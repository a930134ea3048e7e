package com.ailuxe.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTests {
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\u200B\u200B",
        "\u2060",
        "\u00AD",
        "\u3164",
        "\u115F\u1160",
        "\u2800",
        "\u202E",
        "\u0000",
        "\uFEFF",
        "\u0301",
        "\uDB40\uDC41",
        "\uD83D"
      })
  void whatIsNotSeenIsNoName(String given) {
    assertThat(DisplayName.of(given)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada\\nColleague: approved | Ada Colleague: approved",
        "Ada\\r\\nBcc: x@y.z | Ada Bcc: x@y.z",
        "Ada\u2028Bell | Ada Bell",
        "Ada\u0085Bell | Ada Bell",
        "Ada \u202Ellob | Ada llob",
        "\uD835\uDC00da | Ada",
        "👩\u200D👩\u200D👧 Ada | 👩\u200D👩\u200D👧 Ada",
        "می\u200Cخواهم | می\u200Cخواهم",
        "Jose\u0301 | José",
      })
  void aNameIsOneLineAsItIsRead(String given, String name) {
    assertThat(DisplayName.of(given.translateEscapes())).hasValue(name);
  }

  @Test
  void aLongNameIsCutBetweenTwoCharacters() {
    assertThat(DisplayName.of("a".repeat(199) + "😀" + "b".repeat(3_000_000)))
        .hasValue("a".repeat(199));
  }
}
