package com.ailuxe.local;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionBrokerRole;
import io.camunda.client.api.response.PartitionInfo;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a local Camunda what it is ready for. */
final class CamundaProbe implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final CamundaPorts ports;
  private final CamundaClient engine;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  CamundaProbe(CamundaPorts ports) {
    this.ports = ports;
    this.engine =
        CamundaClient.newClientBuilder()
            .grpcAddress(ports.grpcAddress())
            .restAddress(ports.restAddress())
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(TIMEOUT)
            .build();
  }

  /** True once processes can be started. */
  boolean engineIsReady() {
    if (!PortCheck.isTaken(ports.grpc())) {
      return false;
    }
    try {
      return engine.newTopologyRequest().execute().getBrokers().stream()
          .flatMap(broker -> broker.getPartitions().stream())
          .anyMatch(CamundaProbe::leads);
    } catch (ClientException e) {
      return false;
    }
  }

  private static boolean leads(PartitionInfo partition) {
    return partition.getRole() == PartitionBrokerRole.LEADER
        && partition.getHealth() == PartitionBrokerHealth.HEALTHY;
  }

  /** True once a person can sign in to Operate and Tasklist. */
  boolean pagesAreReady() throws InterruptedException {
    var signIn =
        HttpRequest.newBuilder(
                ports.restAddress().resolve("/api/login?username=demo&password=demo"))
            .timeout(TIMEOUT)
            .POST(BodyPublishers.noBody())
            .build();
    return answers(signIn, 204);
  }

  /** True once its clock can be moved: Camunda opens this port last, after those of its pages. */
  boolean clockIsReady() throws InterruptedException {
    var clock =
        HttpRequest.newBuilder(ports.managementAddress().resolve("/actuator/clock"))
            .timeout(TIMEOUT)
            .build();
    return answers(clock, 200);
  }

  private boolean answers(HttpRequest request, int status) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == status;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    engine.close();
    http.close();
  }
}
