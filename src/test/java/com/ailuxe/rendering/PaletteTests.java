package com.ailuxe.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTests {
  @ParameterizedTest
  @ValueSource(strings = {"#ffffff", "#ffff00", "#ffe9a8", "#00ff00", "#b08428", "#000000"})
  void whateverTheColoursOfTheHouseTextAndLinesCanBeSeen(String color) {
    var palette = Palette.of(new Brand(null, color, color));

    assertThat(Palette.contrast(palette.title())).isGreaterThanOrEqualTo(4.5);
    assertThat(Palette.contrast(palette.heading())).isGreaterThanOrEqualTo(4.5);
    assertThat(Palette.contrast(palette.rule())).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aColourThatCanBeReadStaysAsItIs() {
    var palette = Palette.of(new Brand(null, "#3b1f5b", "#1d5c4a"));

    assertThat(palette.title()).isEqualTo(new Color(0x3b1f5b));
    assertThat(palette.heading()).isEqualTo(new Color(0x1d5c4a));
    assertThat(palette.rule()).isEqualTo(new Color(0x1d5c4a));
  }

  @Test
  void contrastIsThatOfWcag() {
    assertThat(Palette.contrast(Color.BLACK)).isEqualTo(21);
    assertThat(Palette.contrast(Color.WHITE)).isEqualTo(1);
  }
}
