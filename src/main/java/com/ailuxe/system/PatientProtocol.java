package com.ailuxe.system;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with an end to its patience: Tomcat waits for each next byte of a request's head for a
 * bounded time, but for the whole of it without end. Public, as Tomcat makes it by its name.
 */
public final class PatientProtocol extends Http11NioProtocol {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private Duration patience = Duration.ofSeconds(15);
  private @Nullable ScheduledFuture<?> sweep;

  /**
   * @param patience for a whole head, from its first byte
   */
  void setPatience(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void start() throws Exception {
    super.start();
    sweep =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                this::hangUp, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (sweep != null) {
      sweep.cancel(false);
    }
    super.stop();
  }

  private void hangUp() {
    getEndpoint().getConnections().stream()
        .filter(this::hasBegunTooLongAgo)
        .forEach(SocketWrapperBase::close);
  }

  /**
   * A connection keeps its processor with a head that is not complete. While a request is served it
   * is the serving thread's, and between two requests there is none.
   */
  private boolean hasBegunTooLongAgo(SocketWrapperBase<?> connection) {
    if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor)
        || processor.isAsync()) {
      return false;
    }
    var begin = processor.getRequest().getStartTimeNanos();
    return begin >= 0 && System.nanoTime() - begin > patience.toNanos();
  }
}
