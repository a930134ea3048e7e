package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.Sha256;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConversationModuleTest
class MessageFilesTests {
  private static final Duration LEASE = Duration.ofMinutes(4);
  private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
  private static final SentFile PASSPORT =
      new SentFile("media-1", MediaKind.DOCUMENT, "application/pdf", "abc=", "passport.pdf");
  private static final MediaFile KEPT =
      new MediaFile(DemoAgency.ID, Sha256.hex(new byte[1]), "application/pdf", 1);

  private final Inbound ada = new Inbound();

  @Autowired Inbox inbox;
  @Autowired Outbox outbox;
  @Autowired OutboxClaims claims;
  @Autowired MessageFiles files;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void nothingElseWaits() {
    jdbc.sql("delete from media").update();
  }

  @Test
  void aFileIsFetchedOnceForAMessageThatComesTwice() {
    var message = ada.sends(PASSPORT);
    inbox.accept(List.of(message));
    inbox.accept(List.of(message));

    var claimed = claim();

    assertThat(claimed.agency()).isEqualTo(DemoAgency.ID);
    assertThat(claimed.channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(claimed.accountId()).isEqualTo(DemoAgency.WHATSAPP_ACCOUNT);
    assertThat(claimed.file()).isEqualTo(PASSPORT);
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(files.claimNext(ALL, LEASE)).isEmpty();
  }

  @Test
  void aFileOfAChannelThatIsOffWaits() {
    inbox.accept(List.of(ada.sends(PASSPORT)));

    assertThat(files.claimNext(Set.of(Channel.TELEGRAM), LEASE)).isEmpty();
    assertThat(files.claimNext(Set.of(), LEASE)).isEmpty();
    assertThat(files.claimNext(Set.of(Channel.WHATSAPP), LEASE)).isPresent();
  }

  @Test
  void whatAKilledProcessClaimedIsClaimedAgainAfterItsLease() {
    inbox.accept(List.of(ada.sends(PASSPORT)));
    var claimed = claim();

    jdbc.sql("update media set not_before = not_before - interval '4 minutes'").update();

    assertThat(claim()).isEqualTo(attempt(claimed, 2));
  }

  @Test
  void theFirstOutcomeCounts() {
    inbox.accept(List.of(ada.sends(PASSPORT)));
    var message = claim().messageId();

    files.stored(message, KEPT);
    files.refused(message, "too late");
    files.failed(message, "too late");
    files.retryLater(message, Duration.ZERO, "too late");

    assertThat(files.find(DemoAgency.ID, message))
        .contains(new MessageFile("passport.pdf", FileState.STORED, null, KEPT));
    assertThat(files.claimNext(ALL, LEASE)).isEmpty();
  }

  @Test
  void whatIsTriedLaterWaitsWithTheReasonUntilProvidersForgetIt() {
    inbox.accept(List.of(ada.sends(PASSPORT)));
    var message = claim().messageId();

    files.retryLater(message, Duration.ofSeconds(30), "The virus scanner is away");
    assertThat(files.claimNext(ALL, LEASE)).isEmpty();
    assertThat(state(message)).isEqualTo(FileState.WAITING);

    jdbc.sql("update media set not_before = now(), expected_at = now() - interval '8 days'")
        .update();
    assertThat(claim().attempt()).isEqualTo(2);
    files.retryLater(message, Duration.ofSeconds(30), "The virus scanner is away");
    assertThat(files.find(DemoAgency.ID, message))
        .contains(
            new MessageFile("passport.pdf", FileState.FAILED, "The virus scanner is away", null));
  }

  @Test
  void aFileIsOfNoConcernToAnotherAgency() {
    inbox.accept(List.of(ada.sends(PASSPORT)));
    var message = claim().messageId();
    files.refused(message, "too large");

    assertThat(files.find(DemoAgency.ID, message)).isPresent();
    assertThat(files.find(new AgencyId(UUID.randomUUID()), message)).isEmpty();
  }

  @Test
  void aFileOfOursGoesWithItsMessage() {
    inbox.accept(List.of(ada.says("Show me")));
    var file = new KeptFile("deck.pdf", MediaKind.DOCUMENT, KEPT);
    var message =
        new QueuedMessage(
            ConversationRows.of(jdbc, ada),
            Author.PERSON,
            new OutboundContent("", List.of(), file),
            null,
            UUID.randomUUID().toString());

    var id = outbox.queue(message);
    assertThat(outbox.queue(message)).isEqualTo(id);

    assertThat(files.claimNext(ALL, LEASE)).isEmpty();
    assertThat(state(id)).isEqualTo(FileState.STORED);
    var delivery =
        Stream.generate(() -> claims.claimNext(Channel.WHATSAPP, LEASE))
            .takeWhile(Optional::isPresent)
            .map(Optional::orElseThrow)
            .filter(claimed -> claimed.messageId().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(delivery.content()).isEqualTo(message.content());
  }

  private FileToFetch claim() {
    return files.claimNext(ALL, LEASE).orElseThrow();
  }

  private FileState state(MessageId message) {
    return files.find(DemoAgency.ID, message).orElseThrow().state();
  }

  private static FileToFetch attempt(FileToFetch file, int number) {
    return new FileToFetch(
        file.messageId(), file.agency(), file.channel(), file.accountId(), file.file(), number);
  }
}
