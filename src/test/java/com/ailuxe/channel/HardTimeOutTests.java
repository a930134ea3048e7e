package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A provider that is never silent for long and never done holds a message or file up for a bounded
 * time.
 */
@ChannelSlice
class HardTimeOutTests {
  private static final int WITHIN = 15_000;

  @Autowired OutboxClaims claims;
  @Autowired SendReports reports;
  @Autowired MessageFiles messageFiles;
  @Autowired MediaFiles mediaFiles;

  @BeforeEach
  @AfterEach
  void forget() {
    LoopbackProvider.reset();
  }

  @Test
  void callThatTricklesOnIsCutOffAndItsOutcomeIsUnknown() throws InterruptedException {
    var hungUp = LoopbackProvider.willTrickle();
    var delivery =
        new Delivery(
            MessageId.next(),
            ConversationId.random(),
            Channel.WHATSAPP,
            "106540352242922",
            new Identity(IdentityKind.PHONE, "+4915112345678"),
            OutboundContent.text("Hello"),
            null,
            1);

    when(claims.claimNext(eq(Channel.WHATSAPP), any()))
        .thenReturn(Optional.of(delivery))
        .thenReturn(Optional.empty());

    verify(reports, timeout(WITHIN)).unknown(delivery.sendAttempt(), "no outcome within 5 s");
    assertThat(hungUp.await(WITHIN, TimeUnit.MILLISECONDS)).isTrue();
    verify(reports, never()).accepted(eq(delivery.sendAttempt()), anyString());
    assertThat(LoopbackProvider.requests()).hasSize(1);
  }

  @Test
  void fileThatTricklesInIsCutOffAndFetchedLater() throws Exception {
    LoopbackProvider.willAnswer(200, "{\"url\":\"%s/file\"}".formatted(LoopbackProvider.URL));
    var hungUp = LoopbackProvider.willTrickle();
    var fetch =
        new FileToFetch(
            MessageId.next(),
            new AgencyId(UUID.randomUUID()),
            Channel.WHATSAPP,
            "106540352242922",
            new SentFile("1003383421387256", MediaKind.IMAGE, "image/jpeg", null, null),
            1);
    when(mediaFiles.receive(any(), any()))
        .thenAnswer(
            receive -> {
              var read = receive.<InputStream>getArgument(0).readAllBytes();
              throw new IllegalStateException("It ended after " + read.length + " bytes");
            });

    when(messageFiles.claimNext(any(), any()))
        .thenReturn(Optional.of(fetch))
        .thenReturn(Optional.empty());

    verify(messageFiles, timeout(WITHIN))
        .retryLater(fetch.messageId(), Duration.ofSeconds(2), "not there within 3 s");
    assertThat(hungUp.await(WITHIN, TimeUnit.MILLISECONDS)).isTrue();
    assertThat(LoopbackProvider.requests())
        .extracting(request -> request.headers().get("Authorization"))
        .containsExactly(
            List.of("Bearer " + ChannelSlice.ACCESS_TOKEN),
            List.of("Bearer " + ChannelSlice.ACCESS_TOKEN));
  }
}
