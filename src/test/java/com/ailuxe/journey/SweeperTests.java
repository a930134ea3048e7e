package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.PromiseMade;
import com.ailuxe.conversation.Promises;
import com.ailuxe.conversation.UnknownSends;
import com.ailuxe.shared.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.IncompleteEventPublications;

class SweeperTests {
  private final UnknownSends unknownSends = mock(UnknownSends.class);
  private final Promises promises = mock(Promises.class);
  private final Journey journey = mock(Journey.class);
  private final ModelDeployment models = mock(ModelDeployment.class);
  private final Sweeper sweeper =
      new Sweeper(
          mock(MessageTriggers.class),
          unknownSends,
          promises,
          journey,
          models,
          mock(IncompleteEventPublications.class));

  @Test
  void aSendLeftUnknownThatNobodyWasToldOfGetsItsCase() {
    when(models.isDeployed()).thenReturn(true);

    sweeper.sweep();

    verify(unknownSends).announceTheRest(anyInt());
  }

  @Test
  void nothingIsAnnouncedWhileTheEngineDoesNotHaveTheModels() {
    sweeper.sweep();

    sweeper.sweepPromises();

    verifyNoInteractions(unknownSends, promises);
  }

  @Test
  void whatIsStillOwedIsAnnouncedAgain() {
    var promise =
        new PromiseMade(
            new PromiseId(UUID.randomUUID()), new ConversationId(UUID.randomUUID()), Instant.EPOCH);
    when(models.isDeployed()).thenReturn(true);
    when(promises.owedFor(any(), anyInt())).thenReturn(List.of(promise));

    sweeper.sweepPromises();

    verify(journey).promiseIsOwed(promise.id(), promise.conversationId(), promise.dueAt());
  }

  /** With several replicas, each start would announce again all that the others are announcing. */
  @Test
  void onlyTheSweeperAnnouncesAgainWhatWasNotHeard() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
        .doesNotContain("republish-outstanding-events-on-restart");
  }
}
