package com.ailuxe.simulator;

import com.ailuxe.simulator.Contact.PhoneState;
import com.ailuxe.simulator.Entry.Author;
import com.ailuxe.simulator.Entry.Status;
import com.ailuxe.simulator.Entry.Tick;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Takes an accepted message to the contact's phone: sent, delivered, read or failed, each once and
 * each reported to the app. Free text outside the 24 hours after the contact's last message fails.
 */
final class WhatsAppStatuses implements AutoCloseable {
  private static final Duration SERVICE_WINDOW = Duration.ofHours(24);
  private static final int OUTSIDE_WINDOW = 131047;
  private static final int UNDELIVERABLE = 131026;

  private final SimulatorState state;
  private final WhatsAppWebhooks webhooks;
  private final Misbehaviour misbehaviour;
  private final Duration pause;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WhatsAppStatuses(
      SimulatorState state, WhatsAppWebhooks webhooks, Misbehaviour misbehaviour, Duration pause) {
    this.state = state;
    this.webhooks = webhooks;
    this.misbehaviour = misbehaviour;
    this.pause = pause;
  }

  /** Goes on with what was on its way when the simulator was stopped. */
  void resume() {
    state
        .entries(
            entry ->
                entry.channel() == Channel.WHATSAPP
                    && entry.author() == Author.APP
                    && entry.status().compareTo(Status.DELIVERED) < 0)
        .forEach(this::follow);
  }

  /** Lets an accepted message travel; returns at once. */
  void follow(Entry entry) {
    threads.execute(() -> travel(entry));
  }

  private void travel(Entry entry) {
    try {
      Thread.sleep(pause);
      var failure = failure(entry);
      if (failure != null) {
        step(entry, Status.FAILED, failure);
        return;
      }
      step(entry, Status.SENT, null);
      Thread.sleep(pause);
      if (contact(entry).state() == PhoneState.ON) {
        step(entry, Status.DELIVERED, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Integer failure(Entry entry) {
    if (contact(entry).state() == PhoneState.BLOCKS_US) {
      return UNDELIVERABLE;
    }
    var open =
        state
            .lastWrote(entry.contact(), Channel.WHATSAPP)
            .filter(wrote -> wrote.plus(SERVICE_WINDOW).isAfter(entry.at()))
            .isPresent();
    if (!open && !entry.content().type().equals("template")) {
      return OUTSIDE_WINDOW;
    }
    return misbehaviour
        .strike(Misbehaviour.Kind.FAILED_STATUS, Channel.WHATSAPP, "messages")
        .map(fault -> fault.codeOr(131000))
        .orElse(null);
  }

  /** The phone is on again: what waited arrives. */
  void phoneIsOn(Contact contact) {
    state.chat(contact.id(), Channel.WHATSAPP).stream()
        .filter(entry -> entry.author() == Author.APP && entry.status() == Status.SENT)
        .forEach(entry -> step(entry, Status.DELIVERED, null));
  }

  /** The contact looks at the chat. */
  void read(Contact contact) {
    state.chat(contact.id(), Channel.WHATSAPP).stream()
        .filter(entry -> entry.author() == Author.APP)
        .filter(entry -> entry.status() == Status.SENT || entry.status() == Status.DELIVERED)
        .forEach(
            entry -> {
              step(entry, Status.DELIVERED, null);
              step(entry, Status.READ, null);
            });
  }

  /** Ticks the line and tells the app, unless it has failed or has that tick already. */
  void step(Entry entry, Status status, @Nullable Integer code) {
    state.locked(
        () -> {
          var failed = state.entry(entry.seq()).map(e -> e.has(Status.FAILED)).orElse(true);
          if (!failed && state.tick(entry.seq(), status, code)) {
            webhooks.status(contact(entry), entry, new Tick(status, state.now(), code));
          }
          return null;
        });
  }

  private Contact contact(Entry entry) {
    return state.contact(entry.contact(), Channel.WHATSAPP);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
