package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.ConversationId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no messenger takes is found where it is written, not where it is sent. */
class OutboundContentTests {
  @ParameterizedTest
  @CsvSource({
    "20, 64, 1024, true",
    "21, 64, 1024, false",
    "20, 65, 1024, false",
    "20, 64, 1025, false"
  })
  void aMessageWithButtonsIsQueuedOnlyIfTheMessengersTakeIt(
      int title, int payload, int text, boolean fits) {
    var content =
        new OutboundContent(
            "t".repeat(text), List.of(new Button("p".repeat(payload), "b".repeat(title))), null);

    if (fits) {
      assertThatCode(() -> queued(content)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> queued(content)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTextAloneOrUnderAFileIsBoundedToo() {
    var file = new Attachment("a.pdf", "application/pdf", new byte[1]);

    assertThatCode(() -> queued(OutboundContent.text("t".repeat(4096)))).doesNotThrowAnyException();
    assertThatThrownBy(() -> OutboundContent.text("t".repeat(4097)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queued(new OutboundContent("t".repeat(1025), List.of(), file)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstWayToSayItThatFitsIsTaken() {
    assertThat(OutboundContent.fitting(Stream.of("t".repeat(1025), "short", "shorter")))
        .isEqualTo("short");
    assertThat(OutboundContent.fitting(Stream.of("t".repeat(1024), "short"))).hasSize(1024);
  }

  private static QueuedMessage queued(OutboundContent content) {
    return new QueuedMessage(
        new ConversationId(UUID.randomUUID()), Author.NOTICE, content, null, "key");
  }
}
