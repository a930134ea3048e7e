package com.ailuxe.channel;

import com.ailuxe.channel.MediaOutcome.Failed;
import com.ailuxe.channel.MediaOutcome.Refused;
import com.ailuxe.channel.MediaOutcome.RetryLater;
import com.ailuxe.channel.MediaOutcome.Stored;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.FileToFetch;
import com.ailuxe.conversation.MessageFiles;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches contacts' files through the channels' routes, a few at once. A file may be fetched twice,
 * as nothing comes of the second time; one that is interrupted is fetched again after its lease.
 */
@Component
class MediaFetcher implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(MediaFetcher.class);

  private static final Map<Channel, String> ROUTES =
      Map.of(
          Channel.WHATSAPP, "direct:whatsapp-media",
          Channel.TELEGRAM, "direct:telegram-media");

  private final MessageFiles files;
  private final ProducerTemplate routes;
  private final Channels channels;
  private final MediaSettings settings;
  private final Semaphore free;
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("media-call-", 0).factory());
  private volatile boolean routesRun;

  MediaFetcher(
      MessageFiles files, ProducerTemplate routes, Channels channels, MediaSettings settings) {
    this.files = files;
    this.routes = routes;
    this.channels = channels;
    this.settings = settings;
    this.free = new Semaphore(settings.parallelism());
  }

  /** Camel starts its routes after all else. */
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    routesRun = !channels.on().isEmpty();
  }

  /** Begins with files that wait, until none does or enough are under way. */
  @Scheduled(fixedDelayString = "${ailuxe.channel.media.poll-interval:PT1S}")
  void fetchWaiting() {
    while (routesRun && free.tryAcquire()) {
      if (!fetchNext()) {
        free.release();
        return;
      }
    }
  }

  @Override
  public void destroy() {
    routesRun = false;
    calls.shutdownNow();
  }

  private boolean fetchNext() {
    var claimed = files.claimNext(channels.on(), settings.lease());
    claimed.ifPresent(fetch -> calls.execute(() -> fetch(fetch)));
    return claimed.isPresent();
  }

  private void fetch(FileToFetch fetch) {
    try {
      record(fetch, outcome(fetch));
    } catch (RuntimeException e) {
      log.error("The outcome of {} is not recorded; it is fetched again", fetch.messageId(), e);
    } finally {
      free.release();
    }
  }

  private MediaOutcome outcome(FileToFetch fetch) {
    var route = Objects.requireNonNull(ROUTES.get(fetch.channel()));
    var call = calls.submit(() -> routes.requestBody(route, fetch, MediaOutcome.class));
    try {
      return call.get(settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      return later(fetch, "not there within " + settings.callTimeout().toSeconds() + " s");
    } catch (InterruptedException e) {
      call.cancel(true);
      return later(fetch, "stopped while it was under way");
    } catch (ExecutionException e) {
      log.error("The route of the file of {} failed", fetch.messageId(), e.getCause());
      return later(fetch, "the route failed");
    }
  }

  private static RetryLater later(FileToFetch fetch, String reason) {
    return new RetryLater(SendOutcomes.backOff(2, fetch.attempt()), reason);
  }

  private void record(FileToFetch fetch, MediaOutcome outcome) {
    var id = fetch.messageId();
    log.info("{} file of message {} attempt {}: {}", fetch.channel(), id, fetch.attempt(), outcome);
    switch (outcome) {
      case Stored stored -> files.stored(id, stored.file());
      case Refused refused -> files.refused(id, refused.reason());
      case Failed failed -> files.failed(id, failed.reason());
      case RetryLater later -> files.retryLater(id, later.after(), later.reason());
    }
  }
}
