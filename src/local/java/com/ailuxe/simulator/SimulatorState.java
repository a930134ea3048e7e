package com.ailuxe.simulator;

import com.ailuxe.simulator.Entry.Author;
import com.ailuxe.simulator.Entry.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All the simulator knows, behind one lock. It changes only by {@link #record}: journal first, then
 * memory, then whoever listens; so a replayed journal gives the same state.
 */
final class SimulatorState implements AutoCloseable {
  private record Chat(String contact, Channel channel) {}

  /** So many calls and done deliveries are remembered; the journal has the older ones. */
  private static final int MOST_REMEMBERED = 50_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Consumer<Fact>> listeners = new CopyOnWriteArrayList<>();
  private final SimulatedClock clock;
  private final Journal journal;

  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Map<Long, Entry> entries = new HashMap<>();
  private final Map<Chat, TreeMap<Long, Entry>> chats = new HashMap<>();
  private final Map<String, Long> entryByProviderId = new HashMap<>();
  private final Map<Long, Long> entryByCall = new HashMap<>();
  private final TreeMap<Long, Call> calls = new TreeMap<>();
  private final Map<String, Media> media = new HashMap<>();
  private final TreeMap<Long, Delivery> deliveries = new TreeMap<>();
  private final TreeMap<Long, Delivery> pending = new TreeMap<>();
  private TelegramWebhook webhook = TelegramWebhook.NONE;
  private volatile boolean ended;
  private long lastSeq;
  private long lastUpdateId = 500_000_000;
  private long lastTelegramMessageId;

  SimulatorState(@Nullable Path directory, SimulatedClock clock) {
    this.clock = clock;
    this.journal = Journal.open(directory, this::apply);
    if (contacts.isEmpty()) {
      Contact.seeded().forEach(contact -> record(new Fact.ContactKnown(contact)));
    }
  }

  void listen(Consumer<Fact> listener) {
    listeners.add(listener);
  }

  void record(Fact fact) {
    locked(
        () -> {
          journal.append(fact);
          apply(fact);
          listeners.forEach(listener -> listener.accept(fact));
          changed.signalAll();
          return null;
        });
  }

  /** Runs the steps as one: nobody sees or changes anything in between. */
  <T extends @Nullable Object> T locked(Supplier<T> steps) {
    lock.lock();
    try {
      return steps.get();
    } finally {
      lock.unlock();
    }
  }

  /** Lets all who wait ask again. */
  void wakeWaiting() {
    locked(
        () -> {
          changed.signalAll();
          return null;
        });
  }

  /** Nobody waits any more from now on. */
  void endWaiting() {
    ended = true;
    wakeWaiting();
  }

  /** Lets this time pass, or what is left of it when the simulator stops. */
  void pause(Duration time) {
    await(time, Optional::empty);
  }

  /** Asks again after each change until there is an answer or the time is over. */
  <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> question) {
    lock.lock();
    try {
      var left = atMost.toNanos();
      var answer = question.get();
      while (answer.isEmpty() && left > 0 && !ended) {
        left = changed.awaitNanos(left);
        answer = question.get();
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void apply(Fact fact) {
    switch (fact) {
      case Fact.ContactKnown known -> contacts.put(known.contact().id(), known.contact());
      case Fact.EntryWritten written -> put(written.entry());
      case Fact.EntryTicked ticked -> tick(ticked);
      case Fact.CallReceived received -> put(received.call());
      case Fact.MediaKept kept -> media.put(kept.media().id(), kept.media());
      case Fact.DeliveryQueued queued -> put(queued.delivery());
      case Fact.DeliveryTried tried ->
          change(tried.id(), delivery -> delivery.tried(tried.attempt(), tried.state()));
      case Fact.DeliveryMoved moved -> change(moved.id(), delivery -> delivery.in(moved.state()));
      case Fact.WebhookSet set -> webhook = set.webhook();
      case Fact.ClockMoved moved -> clock.moveTo(moved.offsetMilli());
      case Fact.LogsCleared cleared -> clear(cleared.contact());
    }
  }

  private void tick(Fact.EntryTicked ticked) {
    var entry = entries.get(ticked.seq());
    if (entry != null) {
      put(entry.ticked(ticked.tick()));
    }
  }

  private void put(Call call) {
    calls.put(call.seq(), call);
    if (calls.size() > MOST_REMEMBERED) {
      calls.pollFirstEntry();
    }
    lastSeq = Math.max(lastSeq, call.seq());
  }

  private void change(long deliveryId, UnaryOperator<Delivery> change) {
    var delivery = deliveries.get(deliveryId);
    if (delivery != null) {
      put(change.apply(delivery));
    }
  }

  private void put(Entry entry) {
    entries.put(entry.seq(), entry);
    chats
        .computeIfAbsent(new Chat(entry.contact(), entry.channel()), chat -> new TreeMap<>())
        .put(entry.seq(), entry);
    entryByProviderId.put(entry.channel() + ":" + entry.id(), entry.seq());
    lastSeq = Math.max(lastSeq, entry.seq());
    var call = entry.call();
    if (call != null) {
      entryByCall.put(call, entry.seq());
    }
    if (entry.channel() == Channel.TELEGRAM) {
      lastTelegramMessageId = Math.max(lastTelegramMessageId, Long.parseLong(entry.id()));
    }
  }

  private void put(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
    if (deliveries.size() > MOST_REMEMBERED && !pending.containsKey(deliveries.firstKey())) {
      deliveries.pollFirstEntry();
    }
    lastSeq = Math.max(lastSeq, delivery.id());
    var updateId = delivery.updateId();
    lastUpdateId = Math.max(lastUpdateId, updateId == null ? 0 : updateId);
    if (delivery.state() == Delivery.State.PENDING) {
      pending.put(delivery.id(), delivery);
    } else {
      pending.remove(delivery.id());
    }
  }

  private void clear(@Nullable String contact) {
    Predicate<Entry> goes = entry -> contact == null || entry.contact().equals(contact);
    entries.values().removeIf(goes);
    chats.keySet().removeIf(chat -> contact == null || chat.contact().equals(contact));
    entryByProviderId.values().removeIf(seq -> !entries.containsKey(seq));
    entryByCall.values().removeIf(seq -> !entries.containsKey(seq));
    if (contact == null) {
      calls.clear();
      deliveries.clear();
      pending.clear();
    }
  }

  SimulatedClock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  long nextSeq() {
    return locked(() -> ++lastSeq);
  }

  long nextUpdateId() {
    return locked(() -> ++lastUpdateId);
  }

  long nextTelegramMessageId() {
    return locked(() -> ++lastTelegramMessageId);
  }

  List<Contact> contacts() {
    return locked(() -> List.copyOf(contacts.values()));
  }

  Optional<Contact> contact(Predicate<Contact> which) {
    return contacts().stream().filter(which).findFirst();
  }

  /** The contact, who must use the channel. */
  Contact contact(String id, Channel channel) {
    var contact =
        contact(known -> known.id().equals(id))
            .orElseThrow(() -> new Refused(404, "there is no contact '" + id + "'"));
    if (!contact.uses(channel)) {
      throw new Refused(400, contact.name() + " does not use " + channel.word());
    }
    return contact;
  }

  List<Entry> chat(String contact, Channel channel) {
    return locked(
        () ->
            List.copyOf(chats.getOrDefault(new Chat(contact, channel), new TreeMap<>()).values()));
  }

  /** When the contact wrote last on this channel. */
  Optional<Instant> lastWrote(String contact, Channel channel) {
    return locked(
        () ->
            chats
                .getOrDefault(new Chat(contact, channel), new TreeMap<>())
                .descendingMap()
                .values()
                .stream()
                .filter(entry -> entry.author() == Author.CONTACT)
                .findFirst()
                .map(Entry::at)
                .or(() -> contact(known -> known.id().equals(contact)).map(Contact::wroteAt)));
  }

  Optional<Entry> entry(long seq) {
    return locked(() -> Optional.ofNullable(entries.get(seq)));
  }

  Optional<Entry> entry(Channel channel, String providerId) {
    return locked(
        () ->
            Optional.ofNullable(entryByProviderId.get(channel + ":" + providerId))
                .map(entries::get));
  }

  List<Entry> entries(Predicate<Entry> which) {
    return locked(() -> entries.values().stream().filter(which).toList());
  }

  /** The line that a call of the app wrote. */
  Optional<Entry> entryOfCall(long seq) {
    return locked(() -> Optional.ofNullable(entryByCall.get(seq)).map(entries::get));
  }

  Optional<Call> call(long seq) {
    return locked(() -> Optional.ofNullable(calls.get(seq)));
  }

  List<Call> callsAfter(long seq) {
    return locked(() -> List.copyOf(calls.tailMap(seq, false).values()));
  }

  Optional<Media> media(String id) {
    return locked(() -> Optional.ofNullable(media.get(id)));
  }

  Collection<Delivery> deliveries() {
    return locked(() -> List.copyOf(deliveries.values()));
  }

  List<Delivery> pending(Channel channel) {
    return locked(() -> pending.values().stream().filter(one -> one.channel() == channel).toList());
  }

  Optional<Delivery> pendingDelivery(long id) {
    return locked(() -> Optional.ofNullable(pending.get(id)));
  }

  TelegramWebhook webhook() {
    return locked(() -> webhook);
  }

  /** Ticks the line unless it has that tick already. */
  boolean tick(long seq, Entry.Status status, @Nullable Integer code) {
    return locked(
        () -> {
          var entry = entries.get(seq);
          if (entry == null || entry.has(status)) {
            return false;
          }
          record(new Fact.EntryTicked(seq, new Tick(status, now(), code)));
          return true;
        });
  }

  @Override
  public void close() {
    locked(
        () -> {
          journal.close();
          return null;
        });
  }
}
