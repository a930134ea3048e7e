package com.ailuxe.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyBrandTests {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};

  @Test
  void aLogoIsAPngOrAJpeg() {
    assertThat(new AgencyBrand(JPEG, "#1f1b16", null).logo()).isEqualTo(JPEG);
    assertThatThrownBy(() -> new AgencyBrand("<svg/>".getBytes(), null, null))
        .hasMessage("A logo is a PNG or a JPEG");
    assertThatThrownBy(() -> new AgencyBrand(new byte[(1 << 20) + 1], null, null))
        .hasMessageContaining("at most 1 MB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#fff", "#FFFFFF", "1f1b16", ""})
  void aColourIsWrittenWithSixSmallDigits(String color) {
    assertThatThrownBy(() -> new AgencyBrand(JPEG, color, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AgencyBrand(JPEG, null, color))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
