package com.ailuxe.journey;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.ailuxe.conversation.UnknownSends;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.IncompleteEventPublications;

class SweeperTests {
  private final UnknownSends unknownSends = mock(UnknownSends.class);
  private final ModelDeployment models = mock(ModelDeployment.class);
  private final Sweeper sweeper =
      new Sweeper(
          mock(MessageTriggers.class),
          unknownSends,
          mock(Journey.class),
          models,
          mock(IncompleteEventPublications.class));

  @Test
  void aSendLeftUnknownThatNobodyWasToldOfGetsItsCase() {
    when(models.isDeployed()).thenReturn(true);

    sweeper.sweep();

    verify(unknownSends).tellOfUntold(anyInt());
  }

  @Test
  void nothingIsToldWhileTheEngineDoesNotHaveTheModels() {
    sweeper.sweep();

    verifyNoInteractions(unknownSends);
  }
}
