package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.shared.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendAttemptTests {
  @Test
  void whatIsWrittenIsRead() {
    var attempt = new SendAttempt(MessageId.next(), 12);

    assertThat(SendAttempt.parse(attempt.toString())).isEqualTo(attempt);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22",
        "0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22/",
        "0f4f8b9e-7f0e-4a53-8d0b-3b2a0a6f5c22/0",
        "first/1"
      })
  void whatIsNoAttemptIsRefused(String text) {
    assertThatThrownBy(() -> SendAttempt.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
