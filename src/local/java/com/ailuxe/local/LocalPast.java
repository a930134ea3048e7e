package com.ailuxe.local;

import com.ailuxe.past.Past;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the demo agency's past made where it has none, beside the start of the app: nothing waits for
 * it. What an earlier start has made and not given to the engine is given to it now.
 */
final class LocalPast implements InitializingBean, DisposableBean {
  private final Past past;
  private final LivingCases living;
  private final JdbcClient database;
  private final Clock clock;
  private final Progress progress;
  private final Thread making = Thread.ofPlatform().name("past").daemon().unstarted(this::make);

  LocalPast(Past past, LivingCases living, JdbcClient database, Clock clock, Progress progress) {
    this.past = past;
    this.living = living;
    this.database = database;
    this.clock = clock;
    this.progress = progress;
  }

  @Override
  public void afterPropertiesSet() {
    making.start();
  }

  private void make() {
    try {
      var begun = System.nanoTime();
      if (Past.isMissing(database) && past.make(clock)) {
        progress.say(
            "Past of the demo agency: made in %d s",
            Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      }
      if (living.areLeft()) {
        living.addPhones();
        living.begin();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        progress.say("Past of the demo agency: it is not whole, as this failed: %s", e);
      }
    }
  }

  @Override
  public void destroy() {
    making.interrupt();
  }
}
