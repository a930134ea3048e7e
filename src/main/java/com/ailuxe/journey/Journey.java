package com.ailuxe.journey;

import com.ailuxe.booking.ChangeId;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.conversation.PromiseId;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one gateway to the engine: tells it what happened. Called after commit only; every fact
 * carries an id, so that telling it twice does nothing.
 */
@Component
class Journey {
  /** Facts of a case may come before the case waits for them. */
  private static final Duration FACT_TTL = Duration.ofDays(7);

  /** What a case looks up when it gets there needs to be announced only to those that wait. */
  private static final Duration NEWS_TTL = Duration.ofMinutes(1);

  private final CamundaClient engine;
  private final ModelDeployment models;
  private final JourneyProperties properties;
  private final EngineCalls calls = new EngineCalls();
  private final Set<ConversationId> triggersThatWait = ConcurrentHashMap.newKeySet();

  Journey(CamundaClient engine, ModelDeployment models, JourneyProperties properties) {
    this.engine = engine;
    this.models = models;
    this.properties = properties;
  }

  /**
   * A contact wrote. While a trigger of the same conversation still waits to be announced, that one
   * is enough: the turn that it starts finds this message too.
   *
   * @param triggerId the same trigger starts a turn only once
   */
  void messageReceived(ConversationId conversation, String triggerId) {
    models.requireDeployed();
    if (!triggersThatWait.add(conversation)) {
      return;
    }
    var key = conversation.toString();
    var variables =
        Map.of(
            "conversationId",
            key,
            "quietTime",
            properties.quietTime().toString(),
            "settleCap",
            properties.settleCap().toString(),
            "holdAfter",
            properties.holdAfter().toString());
    calls.make(
        () -> {
          triggersThatWait.remove(conversation);
          send(MessageNames.MESSAGE_RECEIVED, key, triggerId, properties.triggerTtl(), variables);
        });
  }

  /** Each attempt at a message has a case of its own. */
  void sendLeftUnknown(ConversationId conversation, SendAttempt attempt) {
    publish(
        MessageNames.SEND_LEFT_UNKNOWN,
        attempt.toString(),
        "unknown/" + attempt,
        FACT_TTL,
        Map.of("conversationId", conversation.toString(), "sendAttempt", attempt.toString()));
  }

  void unknownSendResolved(SendAttempt attempt) {
    publish(
        MessageNames.UNKNOWN_SEND_RESOLVED,
        attempt.toString(),
        "resolved/" + attempt,
        FACT_TTL,
        Map.of());
  }

  /**
   * @param dueAt when the one who keeps it is reminded
   */
  void promiseMade(PromiseId promise, ConversationId conversation, Instant dueAt) {
    promised(promise, conversation, dueAt, "promise/", FACT_TTL);
  }

  /** Begins its case again where there is none any more, as after an operator ended it. */
  void promiseIsOwed(PromiseId promise, ConversationId conversation, Instant dueAt) {
    promised(promise, conversation, dueAt, "owed/", Duration.ZERO);
  }

  private void promised(
      PromiseId promise, ConversationId conversation, Instant dueAt, String fact, Duration ttl) {
    publish(
        MessageNames.PROMISE_MADE,
        promise.toString(),
        fact + promise,
        ttl,
        Map.of(
            "promiseId",
            promise.toString(),
            "conversationId",
            conversation.toString(),
            "promiseDueAt",
            dueAt.toString()));
  }

  void promiseKept(PromiseId promise) {
    publish(MessageNames.PROMISE_KEPT, promise.toString(), "kept/" + promise, FACT_TTL, Map.of());
  }

  /**
   * @param detailsWithin how long the case waits for the next of the missing details; null: as the
   *     model says
   */
  void bookingRequested(
      BookingId booking,
      ConversationId conversation,
      boolean detailsComplete,
      @Nullable Duration detailsWithin) {
    var variables = new HashMap<String, Object>();
    variables.put("bookingId", booking.toString());
    variables.put("conversationId", conversation.toString());
    variables.put("detailsComplete", detailsComplete);
    if (detailsWithin != null) {
      variables.put("detailsWithin", detailsWithin.toString());
    }
    publish(
        MessageNames.BOOKING_REQUESTED,
        booking.toString(),
        "requested/" + booking,
        FACT_TTL,
        variables);
  }

  /**
   * @param changeId the same change counts only once
   */
  void bookingDetailsChanged(BookingId booking, boolean detailsComplete, String changeId) {
    publish(
        MessageNames.BOOKING_DETAILS_CHANGED,
        booking.toString(),
        changeId,
        FACT_TTL,
        Map.of("detailsComplete", detailsComplete));
  }

  /**
   * @param holdExpiresAt null once the booking is confirmed
   */
  void bookingMoved(
      BookingId booking, ChangeId change, Instant endsAt, @Nullable Instant holdExpiresAt) {
    var variables = new HashMap<String, String>();
    variables.put("endsAt", endsAt.toString());
    if (holdExpiresAt != null) {
      variables.put("holdExpiresAt", holdExpiresAt.toString());
    }
    publish(MessageNames.BOOKING_MOVED, booking.toString(), "moved/" + change, FACT_TTL, variables);
  }

  void bookingChangeProposed(BookingId booking, ChangeId change) {
    publish(
        MessageNames.BOOKING_CHANGE_PROPOSED,
        booking.toString(),
        "change/" + change,
        FACT_TTL,
        Map.of("changeId", change.toString()));
  }

  void bookingChangeOutdated(ChangeId change) {
    publish(
        MessageNames.BOOKING_CHANGE_OUTDATED,
        change.toString(),
        "outdated/" + change,
        FACT_TTL,
        Map.of());
  }

  void bookingCancelled(BookingId booking) {
    publish(
        MessageNames.BOOKING_CANCELLED,
        booking.toString(),
        "cancelled/" + booking,
        FACT_TTL,
        Map.of());
  }

  /**
   * A person of an agency filed a wish about a booking; each has a case of its own.
   *
   * @param newBooking whether one is to be made
   */
  void deskRequestFiled(DeskRequestId request, boolean newBooking) {
    publish(
        newBooking ? MessageNames.NEW_BOOKING_FILED : MessageNames.REQUEST_FILED,
        request.toString(),
        "filed/" + request,
        FACT_TTL,
        Map.of("deskRequestId", request.toString()));
  }

  void legalNameGiven(BookingId booking, Instant at) {
    named(MessageNames.LEGAL_NAME_GIVEN, booking, at);
  }

  void legalNameChanged(BookingId booking, Instant at) {
    named(MessageNames.LEGAL_NAME_CHANGED, booking, at);
  }

  /** A case that asks for the name later finds it. */
  private void named(String fact, BookingId booking, Instant at) {
    publish(fact, booking.toString(), fact + "/" + booking + "/" + at, NEWS_TTL, Map.of());
  }

  void contractAccepted(ContractId contract) {
    answered(MessageNames.CONTRACT_ACCEPTED, contract);
  }

  void contractDeclined(ContractId contract) {
    answered(MessageNames.CONTRACT_DECLINED, contract);
  }

  private void answered(String fact, ContractId contract) {
    publish(fact, contract.toString(), fact + "/" + contract, FACT_TTL, Map.of());
  }

  /** Whether facts wait to be announced: one that is not announced yet is not lost. */
  boolean isBusy() {
    return calls.areWaiting();
  }

  private void publish(
      String name, String key, String messageId, Duration ttl, Map<String, ?> variables) {
    models.requireDeployed();
    calls.make(() -> send(name, key, messageId, ttl, variables));
  }

  private void send(
      String name, String key, String messageId, Duration ttl, Map<String, ?> variables) {
    try {
      engine
          .newPublishMessageCommand()
          .messageName(name)
          .correlationKey(key)
          .messageId(messageId)
          .timeToLive(ttl)
          .variables(variables)
          .send()
          .join();
    } catch (ClientStatusException e) {
      if (e.getStatusCode() != Status.Code.ALREADY_EXISTS) {
        throw e;
      }
    }
  }
}
