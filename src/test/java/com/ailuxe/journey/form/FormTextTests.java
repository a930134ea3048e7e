package com.ailuxe.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTextTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "![t](http://x.example/p.png)",
        "[Sign in again](https://evil.example)",
        "### Approved by owner",
        "**Guests:** 2",
        "<img src=x onerror=alert(1)>",
        "`code` ~~s~~ | a | &lt; {{7*7}} \\",
        "www.evil.example https://evil.example a@evil.example",
        "1. one",
        "- one"
      })
  void everyMarkIsEscaped(String words) {
    assertThat(FormText.line(words).replaceAll("\\\\\\p{Punct}", ""))
        .doesNotContainPattern("[\\\\#&*/<>@\\[\\]_`{|}~]|^[-+=]|^\\d+[.)]|www\\.");
    assertThat(FormText.line(words).replaceAll("\\\\(\\p{Punct})", "$1")).isEqualTo(words);
  }

  @Test
  void aLineIsOneLine() {
    assertThat(FormText.line("a\nb\r\nc\u2028d\u0085e\u000Bf")).isEqualTo("a b c d e f");
    assertThat(FormText.line("    indented")).isEqualTo("indented");
    assertThat(FormText.line(null)).isEmpty();
    assertThat(FormText.lines(List.of("a\n# b", "c"))).isEqualTo("a \\# b\nc");
  }

  @Test
  void nothingTurnsTheDirectionOrMovesWordsAway() {
    assertThat(FormText.plainLine("in\u202Evoice\u2066\u0000")).isEqualTo("invoice");
    assertThat(FormText.plainLines("Hi" + " ".repeat(200) + "\u3000Colleague: yes\n\n \n"))
        .containsExactly("Hi Colleague: yes");
  }

  @Test
  void wordsOfAllLanguagesStayAsTheyAre() {
    assertThat(FormText.line("Élodie d'Arc, Ольга, ليلى, 陳"))
        .isEqualTo("Élodie d'Arc, Ольга, ليلى, 陳");
  }
}
