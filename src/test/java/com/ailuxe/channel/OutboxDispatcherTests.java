package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ailuxe.channel.SendOutcome.Accepted;
import com.ailuxe.channel.SendOutcome.Refused;
import com.ailuxe.channel.SendOutcome.RetryLater;
import com.ailuxe.channel.SendOutcome.TemplateRefused;
import com.ailuxe.channel.SendOutcome.Unknown;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Delivery;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboxClaims;
import com.ailuxe.conversation.OutboxFilled;
import com.ailuxe.conversation.SendReports;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class OutboxDispatcherTests {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final int WITHIN = 5000;

  private final OutboxClaims claims = mock();
  private final SendReports reports = mock();
  private final ProducerTemplate routes = mock();
  private final Channels channels = mock();
  private final Queue<Delivery> queued = new ConcurrentLinkedQueue<>();
  private OutboxDispatcher dispatcher = dispatcher(NEVER, Duration.ofSeconds(5));

  @BeforeEach
  void offerQueuedMessages() {
    when(channels.on()).thenReturn(EnumSet.of(Channel.WHATSAPP));
    when(claims.claimNext(eq(Channel.WHATSAPP), any()))
        .thenAnswer(call -> Optional.ofNullable(queued.poll()));
  }

  @AfterEach
  void stop() {
    dispatcher.stop();
  }

  @Test
  void eachOutcomeIsRecorded() {
    var accepted = queue();
    var refused = queue();
    var later = queue();
    var unknown = queue();
    var unapproved = queue();
    sends(
        delivery -> {
          if (delivery.equals(accepted)) {
            return new Accepted("wamid.1");
          } else if (delivery.equals(refused)) {
            return new Refused("HTTP 400");
          } else if (delivery.equals(later)) {
            return new RetryLater(Duration.ofSeconds(4), "HTTP 429");
          } else if (delivery.equals(unapproved)) {
            return new TemplateRefused("HTTP 404 132001");
          } else {
            return new Unknown("reset");
          }
        });

    dispatcher.start();

    verify(reports, timeout(WITHIN)).accepted(accepted.sendAttempt(), "wamid.1");
    verify(reports, timeout(WITHIN)).refused(refused.sendAttempt(), "HTTP 400");
    verify(reports, timeout(WITHIN))
        .retryLater(later.sendAttempt(), Duration.ofSeconds(4), "HTTP 429");
    verify(reports, timeout(WITHIN)).unknown(unknown.sendAttempt(), "reset");
    verify(reports, timeout(WITHIN)).templateRefused(unapproved.sendAttempt(), "HTTP 404 132001");
  }

  @Test
  void eventWakesTheDispatcherLongBeforeItLooksByItself() {
    sends(delivery -> new Accepted("wamid.1"));
    dispatcher.start();
    verify(claims, timeout(WITHIN)).claimNext(eq(Channel.WHATSAPP), any());

    var delivery = queue();
    dispatcher.wake(new OutboxFilled(Channel.WHATSAPP));

    verify(reports, timeout(WITHIN)).accepted(delivery.sendAttempt(), "wamid.1");
  }

  @Test
  void messageIsFoundWithoutAnEvent() {
    dispatcher = dispatcher(Duration.ofMillis(20), Duration.ofSeconds(5));
    sends(delivery -> new Accepted("wamid.1"));
    dispatcher.start();
    verify(claims, timeout(WITHIN)).claimNext(eq(Channel.WHATSAPP), any());

    var delivery = queue();

    verify(reports, timeout(WITHIN)).accepted(delivery.sendAttempt(), "wamid.1");
  }

  @Test
  void onlySoManyMessagesAreUnderWayAtOnce() {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var done = new AtomicInteger();
    for (var i = 0; i < 20; i++) {
      queue();
    }
    sends(
        delivery -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          Thread.yield();
          underWay.decrementAndGet();
          done.incrementAndGet();
          return new Accepted("wamid.1");
        });

    dispatcher.start();

    Awaitility.await().until(() -> done.get() == 20);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void callWithoutEndCountsAsUnknown() {
    dispatcher = dispatcher(NEVER, Duration.ofMillis(100));
    var endless = new CountDownLatch(1);
    var delivery = queue();
    sends(
        it -> {
          await(endless);
          return new Accepted("wamid.1");
        });

    dispatcher.start();

    verify(reports, timeout(WITHIN)).unknown(eq(delivery.sendAttempt()), contains("no outcome"));
    verify(reports, never()).accepted(any(), anyString());
  }

  @Test
  void routeThatFailsCountsAsUnknown() {
    var delivery = queue();
    sends(
        it -> {
          throw new IllegalStateException("a mistake of ours");
        });

    dispatcher.start();

    verify(reports, timeout(WITHIN)).unknown(delivery.sendAttempt(), "the route failed");
  }

  @Test
  void databaseThatIsAwayForAWhileDoesNotEndTheDispatcher() {
    dispatcher = dispatcher(Duration.ofMillis(5), Duration.ofSeconds(5));
    var delivery = queue();
    var calls = new AtomicInteger();
    when(claims.claimNext(eq(Channel.WHATSAPP), any()))
        .thenAnswer(
            call -> {
              if (calls.getAndIncrement() < 3) {
                throw new DataAccessResourceFailureException("no connection");
              }
              return Optional.ofNullable(queued.poll());
            });
    sends(it -> new Accepted("wamid.1"));

    dispatcher.start();

    verify(reports, timeout(WITHIN)).accepted(delivery.sendAttempt(), "wamid.1");
  }

  @Test
  void outcomeThatCannotBeRecordedDoesNotEndTheDispatcher() {
    var first = queue();
    var second = queue();
    sends(it -> new Accepted("wamid.1"));
    doThrow(new DataAccessResourceFailureException("no connection"))
        .when(reports)
        .accepted(first.sendAttempt(), "wamid.1");

    dispatcher.start();

    verify(reports, timeout(WITHIN)).accepted(second.sendAttempt(), "wamid.1");
  }

  @Test
  void stopWaitsForMessagesUnderWayAndClaimsNoMore() {
    var sending = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var first = queue();
    sends(
        it -> {
          begun.countDown();
          await(sending);
          return new Accepted("wamid.1");
        });
    dispatcher.start();
    await(begun);

    var stopping = Thread.ofVirtual().start(dispatcher::stop);
    queue();
    dispatcher.wake(new OutboxFilled(Channel.WHATSAPP));
    sending.countDown();

    Awaitility.await().until(() -> !stopping.isAlive());
    verify(reports).accepted(first.sendAttempt(), "wamid.1");
    assertThat(dispatcher.isRunning()).isFalse();
  }

  @Test
  void outboxIsTendedFirstButNotForEachClaim() {
    sends(delivery -> new Accepted("wamid.1"));
    queue();
    var last = queue();

    dispatcher.start();

    verify(reports, timeout(WITHIN)).accepted(last.sendAttempt(), "wamid.1");
    verify(claims).tend(Channel.WHATSAPP);
  }

  @Test
  void outboxIsTendedAgainAndAgain() {
    dispatcher = dispatcher(Duration.ofMillis(20), Duration.ofSeconds(5));

    dispatcher.start();

    verify(claims, timeout(WITHIN).atLeast(3)).tend(Channel.WHATSAPP);
  }

  @Test
  void channelThatIsOffClaimsNothing() {
    when(channels.on()).thenReturn(EnumSet.noneOf(Channel.class));

    dispatcher.start();
    dispatcher.wake(new OutboxFilled(Channel.WHATSAPP));

    assertThat(dispatcher.isRunning()).isFalse();
    verify(claims, never()).claimNext(any(), any());
  }

  private OutboxDispatcher dispatcher(Duration pollInterval, Duration callTimeout) {
    return new OutboxDispatcher(
        claims,
        reports,
        routes,
        channels,
        new OutboundSettings(
            2,
            pollInterval,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            callTimeout,
            Duration.ofSeconds(90),
            Duration.ofSeconds(5)));
  }

  private void sends(Function<Delivery, SendOutcome> route) {
    when(routes.requestBody(eq("direct:whatsapp-outbound"), any(), eq(SendOutcome.class)))
        .thenAnswer(call -> route.apply(call.getArgument(1)));
  }

  private Delivery queue() {
    var delivery =
        new Delivery(
            MessageId.next(),
            ConversationId.random(),
            Channel.WHATSAPP,
            "106540352242922",
            new Identity(IdentityKind.PHONE, "+4915112345678"),
            OutboundContent.text("Hello"),
            null,
            1);
    queued.add(delivery);
    return delivery;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
