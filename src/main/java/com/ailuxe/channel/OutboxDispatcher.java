package com.ailuxe.channel;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.TemplateRefused;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.OutboxFilled;
import com.ailuxe.conversation.SendReports;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes queued messages out of the outbox and sends them through the channels' routes, a few at
 * once per channel. Woken by {@link OutboxFilled}; looks by itself now and then, because an event
 * may be lost and a message may become due without one.
 */
@Component
class OutboxDispatcher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxDispatcher.class);

  /** Stops before Camel does, whose routes the last messages still need. */
  private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

  /** While the database is away, looks every 500 ms x 2^5. */
  private static final int MAX_PAUSE_DOUBLINGS = 5;

  private static final Map<Channel, String> ROUTES =
      Map.of(
          Channel.WHATSAPP, "direct:whatsapp-outbound",
          Channel.TELEGRAM, "direct:telegram-outbound");

  private final OutboxClaims claims;
  private final SendReports reports;
  private final ProducerTemplate routes;
  private final Channels channels;
  private final OutboundSettings settings;
  private final Map<Channel, Lane> lanes = new ConcurrentHashMap<>();

  OutboxDispatcher(
      OutboxClaims claims,
      SendReports reports,
      ProducerTemplate routes,
      Channels channels,
      OutboundSettings settings) {
    this.claims = claims;
    this.reports = reports;
    this.routes = routes;
    this.channels = channels;
    this.settings = settings;
  }

  /** Camel starts its routes after the lifecycle beans, so this one waits until all is ready. */
  @EventListener(ApplicationReadyEvent.class)
  @Override
  public void start() {
    channels.on().forEach(channel -> lanes.computeIfAbsent(channel, Lane::new).start());
  }

  @EventListener
  void wake(OutboxFilled filled) {
    Optional.ofNullable(lanes.get(filled.channel())).ifPresent(Lane::wake);
  }

  @Override
  public void stop() {
    lanes.values().forEach(Lane::askToStop);
    lanes.values().forEach(Lane::awaitStop);
    lanes.clear();
  }

  @Override
  public boolean isRunning() {
    return !lanes.isEmpty();
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** One channel's messages: a claimer, and the calls under way. */
  private final class Lane {
    private final Channel channel;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Semaphore free = new Semaphore(settings.parallelism());
    private final ExecutorService calls;
    private final Thread claimer;
    private volatile boolean stopping;
    private int failedClaims;
    private long tendedNanos = System.nanoTime() - settings.pollInterval().toNanos();

    Lane(Channel channel) {
      this.channel = channel;
      var name = "outbox-" + channel.name().toLowerCase(Locale.ROOT);
      calls =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-call-", 0).factory());
      claimer = Thread.ofVirtual().name(name).unstarted(this::claimUntilStopped);
    }

    void start() {
      claimer.start();
    }

    void wake() {
      wakeUps.release();
    }

    void askToStop() {
      stopping = true;
      wake();
    }

    void awaitStop() {
      try {
        claimer.join(settings.drainTimeout());
        if (!free.tryAcquire(
            settings.parallelism(), settings.drainTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
          log.warn("{}: stopped while messages were under way; their outcome is unknown", channel);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        calls.shutdownNow();
      }
    }

    private void claimUntilStopped() {
      try {
        while (!stopping) {
          free.acquire();
          var claimed = claim();
          if (claimed.isPresent()) {
            calls.execute(() -> deliver(claimed.get()));
          } else {
            free.release();
            pause();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Optional<Delivery> claim() {
      try {
        tendNowAndThen();
        var claimed = claims.claimNext(channel, settings.lease());
        failedClaims = 0;
        return claimed;
      } catch (RuntimeException e) {
        if (failedClaims == 0) {
          log.error("{}: the outbox cannot be read, sending pauses", channel, e);
        }
        failedClaims = Math.min(failedClaims + 1, MAX_PAUSE_DOUBLINGS);
        return Optional.empty();
      }
    }

    private void tendNowAndThen() {
      var now = System.nanoTime();
      if (now - tendedNanos >= settings.pollInterval().toNanos()) {
        claims.tend(channel);
        tendedNanos = now;
      }
    }

    private void pause() throws InterruptedException {
      var pause = settings.pollInterval().multipliedBy(1L << failedClaims);
      if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    }

    private void deliver(Delivery delivery) {
      try {
        record(delivery, send(delivery));
      } catch (RuntimeException e) {
        log.error(
            "{} message {}: its outcome could not be recorded, it will count as unknown",
            channel,
            delivery.messageId(),
            e);
      } finally {
        free.release();
        wake();
      }
    }

    private SendOutcome send(Delivery delivery) {
      var route = Objects.requireNonNull(ROUTES.get(channel));
      var call = calls.submit(() -> routes.requestBody(route, delivery, SendOutcome.class));
      try {
        return call.get(settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        call.cancel(true);
        return new Unknown("no outcome within " + settings.callTimeout().toSeconds() + " s");
      } catch (InterruptedException e) {
        call.cancel(true);
        return new Unknown("stopped while the call was under way");
      } catch (ExecutionException e) {
        log.error("{} message {}: its route failed", channel, delivery.messageId(), e.getCause());
        return new Unknown("the route failed");
      }
    }

    private void record(Delivery delivery, SendOutcome outcome) {
      var attempt = delivery.sendAttempt();
      log.info("{} message {}: {}", channel, attempt, outcome);
      switch (outcome) {
        case Accepted accepted -> reports.accepted(attempt, accepted.providerMessageId());
        case Refused refused -> reports.refused(attempt, refused.reason());
        case TemplateRefused refused -> reports.templateRefused(attempt, refused.reason());
        case RetryLater later -> reports.retryLater(attempt, later.after(), later.reason());
        case Unknown unknown -> reports.unknown(attempt, unknown.reason());
      }
    }
  }
}
