package com.ailuxe.past;

import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays the dispatcher and the providers: what is in the outbox leaves at once, and its ticks come
 * when the person's phone shows it. No provider hears of it.
 */
@Component
class Lanes {
  /** So long a send is under way before it counts as unknown. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  private final OutboxClaims claims;
  private final SendReports reports;
  private final Inbox inbox;
  private final Timeline timeline;
  private final Moment moment;
  private final ProviderIds ids;
  private final Map<String, Person> people =
      Person.all().stream().collect(Collectors.toMap(Person::number, Function.identity()));
  private final Map<Person, String> lastTo = new HashMap<>();
  private final Map<Person, Consumer<SendAttempt>> breaking = new HashMap<>();
  private Instant lastTended = Instant.MIN;

  Lanes(
      OutboxClaims claims,
      SendReports reports,
      Inbox inbox,
      Timeline timeline,
      Moment moment,
      ProviderIds ids) {
    this.claims = claims;
    this.reports = reports;
    this.inbox = inbox;
    this.timeline = timeline;
    this.moment = moment;
    this.ids = ids;
  }

  /** Sends what may leave now. */
  void run() {
    tend();
    for (var channel : Channel.values()) {
      for (var next = claims.claimNext(channel, LEASE);
          next.isPresent();
          next = claims.claimNext(channel, LEASE)) {
        deliver(next.get());
      }
    }
  }

  /** The call breaks off with the next message to this person: what became of it is not known. */
  void breakOff(Person person, Consumer<SendAttempt> afterwards) {
    breaking.put(person, afterwards);
  }

  /** A process is killed while it sends the next message of this channel. */
  Optional<MessageId> killedWhileSending(Channel channel) {
    return claims.claimNext(channel, LEASE).map(Delivery::messageId);
  }

  /** The provider's name of the last message to this person; null before the first. */
  @Nullable String lastTo(Person person) {
    return lastTo.get(person);
  }

  private void tend() {
    var hour = moment.now().truncatedTo(ChronoUnit.HOURS);
    if (hour.isAfter(lastTended)) {
      lastTended = hour;
      claims.tend(Channel.WHATSAPP);
    }
  }

  private void deliver(Delivery delivery) {
    var person = people.get(delivery.recipient().value());
    if (person == null) {
      throw new IllegalStateException("Not one of the past: " + delivery.messageId());
    }
    var attempt = new SendAttempt(delivery.messageId(), delivery.attempt());
    var broken = breaking.remove(person);
    if (broken != null) {
      reports.unknown(attempt, "the connection broke off after the request had left");
      broken.accept(attempt);
      return;
    }
    var name = ids.next(person.channel());
    reports.accepted(attempt, name);
    lastTo.put(person, name);
    if (person.channel() == Channel.WHATSAPP) {
      ticks(person, name, delivery.messageId());
    }
  }

  private void ticks(Person person, String name, MessageId message) {
    var sent = moment.in(Duration.ofSeconds(1));
    if (person.reads() < 0) {
      tick(person, name, message, Map.of(DeliveryState.FAILED, sent));
      return;
    }
    var delivered = moment.in(Duration.ofSeconds(3));
    tick(
        person,
        name,
        message,
        Map.of(DeliveryState.SENT, sent, DeliveryState.DELIVERED, delivered));
    if (Math.floorMod(name.hashCode(), 6) != 0) {
      var read = moment.in(Duration.ofMinutes(person.reads()));
      tick(person, name, message, Map.of(DeliveryState.READ, read));
    }
  }

  /** What a provider reports in one call, when the last of it has happened. */
  private void tick(
      Person person, String name, MessageId message, Map<DeliveryState, Instant> times) {
    timeline.quietlyAt(
        Collections.max(times.values()),
        () ->
            inbox.accept(
                times.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(tick -> reported(person, name, message, tick.getKey(), tick.getValue()))
                    .toList()));
  }

  private InboundEvent reported(
      Person person, String name, MessageId message, DeliveryState state, Instant at) {
    return new DeliveryReported(
        ids.origin(person),
        name,
        message.toString(),
        state,
        at,
        state == DeliveryState.FAILED ? "131026 Message undeliverable" : null);
  }
}
