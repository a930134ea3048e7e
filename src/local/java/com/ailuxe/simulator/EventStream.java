package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tells open pages what happens, as server-sent events; a page that does not keep up is dropped.
 */
final class EventStream implements AutoCloseable {
  private static final int MOST_WAITING = 10_000;

  private record Event(String name, String data) {}

  private static final Event END = new Event("", "");

  private final Set<BlockingQueue<Event>> listeners = ConcurrentHashMap.newKeySet();
  private final SimulatorState state;

  EventStream(SimulatorState state, Misbehaviour misbehaviour) {
    this.state = state;
    state.listen(this::happened);
    misbehaviour.listen(
        faults -> {
          var left = Json.object();
          left.set("faults", Json.MAPPER.valueToTree(faults));
          tell("trouble", left);
        });
  }

  private void happened(Fact fact) {
    if (listeners.isEmpty()) {
      return;
    }
    switch (fact) {
      case Fact.EntryWritten written -> tell("entry", EntryView.of(written.entry()));
      case Fact.EntryTicked ticked ->
          state.entry(ticked.seq()).ifPresent(entry -> tell("entry", EntryView.of(entry)));
      case Fact.ContactKnown known -> tell("contact", Json.tree(known.contact()));
      case Fact.ClockMoved moved ->
          tell("clock", Json.object().put("offsetMilli", moved.offsetMilli()));
      case Fact.LogsCleared cleared ->
          tell("cleared", Json.compact(Json.object().put("contact", cleared.contact())));
      case Fact.DeliveryQueued queued -> tell("webhook", Json.object());
      case Fact.DeliveryTried tried -> tell("webhook", Json.object());
      case Fact.DeliveryMoved put -> tell("webhook", Json.object());
      case Fact.WebhookSet set -> tell("webhook", Json.object());
      case Fact.CallReceived received -> {}
      case Fact.MediaKept kept -> {}
    }
  }

  private void tell(String name, ObjectNode data) {
    var event = new Event(name, Json.text(data));
    listeners.removeIf(queue -> !queue.offer(event));
  }

  void typing(String contact, Channel channel) {
    tell("typing", Json.object().put("contact", contact).put("channel", channel.word()));
  }

  /** A line that the app shows on top of the chat for a moment. */
  void notice(String contact, String text) {
    tell("notice", Json.object().put("contact", contact).put("text", text));
  }

  /** An answer that stays open. */
  ServerResponse open() {
    var queue = new LinkedBlockingQueue<Event>(MOST_WAITING);
    return ServerResponse.sse(
        sse -> {
          listeners.add(queue);
          sse.onComplete(() -> listeners.remove(queue));
          sse.onError(problem -> listeners.remove(queue));
          sse.onTimeout(() -> listeners.remove(queue));
          Thread.ofVirtual().start(() -> write(sse, queue));
        },
        Duration.ZERO);
  }

  private void write(ServerResponse.SseBuilder sse, BlockingQueue<Event> queue) {
    try {
      sse.comment("open").send();
      var event = queue.poll(10, TimeUnit.SECONDS);
      while (event != END && listeners.contains(queue)) {
        if (event == null) {
          sse.comment("still here").send();
        } else {
          sse.event(event.name()).data(event.data());
        }
        event = queue.poll(10, TimeUnit.SECONDS);
      }
      sse.complete();
    } catch (IOException | IllegalStateException gone) {
      listeners.remove(queue);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    listeners.forEach(queue -> queue.offer(END));
  }
}
