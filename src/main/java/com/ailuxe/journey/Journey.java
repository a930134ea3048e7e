package com.ailuxe.journey;

import com.ailuxe.booking.BookingId;
import com.ailuxe.contract.ContractId;
import com.ailuxe.conversation.ConversationId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The one gateway to the engine: tells it what happened. Called after commit only; every fact
 * carries an id, so that telling it twice does nothing.
 */
@Component
class Journey {
  /** Facts of a case may come before the case waits for them. */
  private static final Duration FACT_TTL = Duration.ofDays(7);

  private final CamundaClient engine;
  private final ModelDeployment models;
  private final JourneyProperties properties;

  Journey(CamundaClient engine, ModelDeployment models, JourneyProperties properties) {
    this.engine = engine;
    this.models = models;
    this.properties = properties;
  }

  /**
   * A contact wrote.
   *
   * @param triggerId the same trigger starts a turn only once
   */
  void messageReceived(ConversationId conversation, String triggerId) {
    publish(
        MessageNames.MESSAGE_RECEIVED,
        conversation.toString(),
        triggerId,
        properties.triggerTtl(),
        Map.of(
            "conversationId",
            conversation.toString(),
            "quietTime",
            properties.quietTime().toString(),
            "settleCap",
            properties.settleCap().toString()));
  }

  void bookingRequested(BookingId booking, ConversationId conversation, boolean detailsComplete) {
    publish(
        MessageNames.BOOKING_REQUESTED,
        booking.toString(),
        "requested/" + booking,
        FACT_TTL,
        Map.of(
            "bookingId",
            booking.toString(),
            "conversationId",
            conversation.toString(),
            "detailsComplete",
            detailsComplete));
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

  void contractAccepted(ContractId contract) {
    answered(MessageNames.CONTRACT_ACCEPTED, contract);
  }

  void contractDeclined(ContractId contract) {
    answered(MessageNames.CONTRACT_DECLINED, contract);
  }

  private void answered(String fact, ContractId contract) {
    publish(fact, contract.toString(), fact + "/" + contract, FACT_TTL, Map.of());
  }

  private void publish(
      String name, String key, String messageId, Duration ttl, Map<String, ?> variables) {
    models.requireDeployed();
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
