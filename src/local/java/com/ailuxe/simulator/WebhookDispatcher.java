package com.ailuxe.simulator;

import com.ailuxe.simulator.Delivery.Attempt;
import com.ailuxe.simulator.Delivery.State;
import com.ailuxe.simulator.Misbehaviour.Fault;
import com.ailuxe.simulator.Misbehaviour.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries events to the app until it answers 2xx. Each lane is in order and waits for its head;
 * lanes run side by side. After the last attempt an event is given up until {@link #resume}.
 */
final class WebhookDispatcher implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final SimulatorState state;
  private final SimulatorSettings settings;
  private final Misbehaviour misbehaviour;
  private final HttpClient http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition appIsBack = lock.newCondition();
  private final Condition resumed = lock.newCondition();
  private final Map<String, Deque<Long>> lanes = new HashMap<>();
  private volatile boolean closed;

  WebhookDispatcher(
      SimulatorState state,
      SimulatorSettings settings,
      Misbehaviour misbehaviour,
      HttpClient http) {
    this.state = state;
    this.settings = settings;
    this.misbehaviour = misbehaviour;
    this.http = http;
  }

  /** Queues an event for the app, with the faults that hit it. */
  void post(
      Channel channel,
      String lane,
      String kind,
      @Nullable Long updateId,
      List<Long> entries,
      String body) {
    var lost = misbehaviour.strike(Kind.LOST_WEBHOOK, channel, kind).isPresent();
    var late = misbehaviour.strike(Kind.LATE_WEBHOOK, channel, kind);
    var twice = misbehaviour.strike(Kind.DUPLICATE_WEBHOOK, channel, kind);
    var copies = twice.map(Fault::copies).orElse(twice.isPresent() ? 2 : 1);
    for (var copy = 0; copy < copies; copy++) {
      var id = state.nextSeq();
      var apart = copy > 0 || late.isPresent();
      var delivery =
          new Delivery(
              id,
              channel,
              apart ? lane + "#" + id : lane,
              kind,
              updateId,
              entries,
              body,
              state.now(),
              lost ? State.LOST : State.PENDING,
              List.of());
      state.record(new Fact.DeliveryQueued(delivery));
      if (late.isPresent()) {
        later(late.get().delayOr(Duration.ofSeconds(2)), delivery);
      } else {
        submit(delivery);
      }
    }
  }

  private void later(Duration delay, Delivery delivery) {
    threads.execute(
        () -> {
          if (slept(delay)) {
            submit(delivery);
          }
        });
  }

  /** Takes up what is pending: after a restart, or when a bot has set its webhook. */
  void submitPending(Channel channel) {
    state.pending(channel).forEach(this::submit);
  }

  /** Tries all again that was given up, and what waits for its next attempt at once. */
  int resume() {
    var givenUp = state.deliveries().stream().filter(one -> one.state() == State.GIVEN_UP).toList();
    givenUp.forEach(one -> state.record(new Fact.DeliveryMoved(one.id(), State.PENDING)));
    givenUp.forEach(one -> submit(one.in(State.PENDING)));
    wake(appIsBack);
    wake(resumed);
    return givenUp.size();
  }

  private void submit(Delivery delivery) {
    if (delivery.state() != State.PENDING || closed || target(delivery.channel()) == null) {
      return;
    }
    var lane = laneOf(delivery);
    lock.lock();
    try {
      var queue = lanes.get(lane);
      if (queue == null) {
        lanes.put(lane, new ArrayDeque<>(List.of(delivery.id())));
        threads.execute(() -> run(lane));
      } else if (!queue.contains(delivery.id())) {
        queue.add(delivery.id());
      }
    } finally {
      lock.unlock();
    }
  }

  private String laneOf(Delivery delivery) {
    var oneByOne = delivery.channel() == Channel.TELEGRAM && state.webhook().maxConnections() == 1;
    return delivery.channel() + ":" + (oneByOne ? "all" : delivery.lane());
  }

  private void run(String lane) {
    var head = head(lane);
    while (head.isPresent()) {
      deliver(head.get());
      if (closed) {
        return;
      }
      poll(lane);
      head = head(lane);
    }
  }

  /** The first of the lane that is still wanted; an empty lane is closed. */
  private Optional<Delivery> head(String lane) {
    for (var id = peek(lane); id != null; id = peek(lane)) {
      var delivery = state.pendingDelivery(id);
      if (delivery.isPresent()) {
        return delivery;
      }
      poll(lane);
    }
    return Optional.empty();
  }

  private @Nullable Long peek(String lane) {
    lock.lock();
    try {
      var id = open(lane).peek();
      if (id == null) {
        lanes.remove(lane);
      }
      return id;
    } finally {
      lock.unlock();
    }
  }

  private void poll(String lane) {
    lock.lock();
    try {
      open(lane).poll();
    } finally {
      lock.unlock();
    }
  }

  private Deque<Long> open(String lane) {
    return Objects.requireNonNull(lanes.get(lane), lane);
  }

  private void deliver(Delivery delivery) {
    for (var failures = 1; !closed; failures++) {
      var target = target(delivery.channel());
      if (target == null || state.pendingDelivery(delivery.id()).isEmpty()) {
        return;
      }
      var attempt = attempt(delivery, target);
      if (closed) {
        return;
      }
      if (attempt.accepted()) {
        state.locked(() -> delivered(delivery, attempt));
        wake(appIsBack);
        return;
      }
      var last = failures >= settings.pace().attempts();
      state.record(
          new Fact.DeliveryTried(delivery.id(), attempt, last ? State.GIVEN_UP : State.PENDING));
      var sooner = attempt.status() == null ? appIsBack : resumed;
      if (last || !waited(settings.pace().pauseAfter(failures), sooner)) {
        return;
      }
    }
  }

  private @Nullable Void delivered(Delivery delivery, Attempt attempt) {
    state.record(new Fact.DeliveryTried(delivery.id(), attempt, State.DELIVERED));
    delivery.entries().forEach(seq -> state.tick(seq, Entry.Status.DELIVERED, null));
    return null;
  }

  private Attempt attempt(Delivery delivery, URI target) {
    var request = request(delivery, target);
    var at = state.now();
    var start = System.nanoTime();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      var status = answer.statusCode();
      var error = status / 100 == 2 ? null : "answered " + status;
      return new Attempt(at, status, milliSince(start), error);
    } catch (IOException e) {
      return new Attempt(at, null, milliSince(start), Http.reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt(at, null, milliSince(start), "interrupted");
    }
  }

  private HttpRequest request(Delivery delivery, URI target) {
    var bytes = delivery.body().getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(target)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    switch (delivery.channel()) {
      case WHATSAPP ->
          request
              .header("User-Agent", "facebookexternalua")
              .header(
                  "X-Hub-Signature-256",
                  "sha256=" + Http.hmacSha256(settings.whatsApp().appSecret(), bytes));
      case TELEGRAM -> {
        var secret = state.webhook().secretToken();
        if (secret != null) {
          request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
      }
    }
    return request.build();
  }

  private @Nullable URI target(Channel channel) {
    return switch (channel) {
      case WHATSAPP -> settings.whatsApp().webhook();
      case TELEGRAM -> {
        var url = state.webhook().url();
        yield url == null ? null : URI.create(url);
      }
    };
  }

  /** Waits for the next attempt; false when closed meanwhile. */
  private boolean waited(Duration pause, Condition sooner) {
    lock.lock();
    try {
      sooner.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void wake(Condition waiting) {
    lock.lock();
    try {
      waiting.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static long milliSince(long startNanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
  }

  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
  }
}
