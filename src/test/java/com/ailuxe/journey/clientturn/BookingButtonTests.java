package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.journey.clientturn.BookingButton.Wish;
import com.ailuxe.shared.BookingId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingButtonTests {
  private final BookingId booking = new BookingId(UUID.randomUUID());

  @ParameterizedTest
  @EnumSource
  void whatAButtonSendsBackSaysWhatIsMeantAndFitsIntoTheSixtyFourBytesOfTelegram(Wish wish) {
    for (var fee : new long[] {0, 1, 450_000, 999_999_999_999L}) {
      var meant = new BookingButton(wish, booking, fee);
      var button = meant.titled("Title");

      assertThat(BookingButton.read(button.payload())).contains(meant);
      assertThat(button.payload().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
    }
    assertThat(Wish.ofCode(wish.code())).isEqualTo(wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "booking:cancel:1",
        "booking:move:00000000-0000-4000-8000-000000000001",
        "booking:cancel:00000000-0000-4000-8000-000000000001:-5",
        "booking:cancel:00000000-0000-4000-8000-000000000001:0"
      })
  void whatIsNoPayloadOfOursIsNotRead(String payload) {
    assertThat(BookingButton.read(payload)).isEmpty();
  }

  @Test
  void wordsAreNoButton() {
    assertThatThrownBy(() -> Wish.ofCode("cancel")).hasMessageContaining("cancel");
  }
}
