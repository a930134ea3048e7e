package com.ailuxe.local;

import com.ailuxe.local.ChildProcess.Program;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.PartitionBrokerRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * Three engines that keep everything three times, each with a gateway, in processes of their own
 * that can be killed; without Operate and Tasklist. One of them leads.
 */
public final class LocalCluster implements AutoCloseable {
  private static final int SIZE = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final List<CamundaPorts> ports = new ArrayList<>();
  private final List<ChildProcess> brokers = new ArrayList<>();
  private final Path home;

  private LocalCluster() {
    try {
      home = Files.createTempDirectory("local-cluster");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var distribution =
        new CamundaDistribution(LocalStackSettings.read().programs(), new Progress());
    for (var node = 0; node < SIZE; node++) {
      ports.add(CamundaPorts.free());
    }
    var contacts =
        ports.stream().map(port -> "127.0.0.1:" + port.internal()).collect(Collectors.joining(","));
    for (var node = 0; node < SIZE; node++) {
      var place = home.resolve("node-" + node);
      var alone = new CamundaPrograms(distribution, ports.get(node), place);
      brokers.add(
          new ChildProcess(
              member(alone.engine(CamundaMode.BROKER), node, contacts),
              place.resolve("run"),
              place.resolve("logs")));
    }
  }

  /** Returns when the cluster has a leader and processes can be started. */
  public static LocalCluster start() {
    var cluster = new LocalCluster();
    cluster.brokers.forEach(ChildProcess::start);
    Awaitility.await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .until(() -> cluster.leader().isPresent() && cluster.members() == SIZE);
    return cluster;
  }

  private static Program member(Program alone, int node, String contacts) {
    var environment = new HashMap<>(alone.environment());
    environment.put("ZEEBE_BROKER_CLUSTER_NODEID", Integer.toString(node));
    environment.put("ZEEBE_BROKER_CLUSTER_CLUSTERSIZE", Integer.toString(SIZE));
    environment.put("ZEEBE_BROKER_CLUSTER_REPLICATIONFACTOR", Integer.toString(SIZE));
    environment.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", "1");
    environment.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", contacts);
    return new Program(
        alone.name(),
        alone.classPath(),
        alone.sharedClasses(),
        alone.options(),
        alone.mainClass(),
        alone.arguments(),
        environment,
        alone.directory());
  }

  /** The ports of the gateways, for what stands in front of them. */
  public List<Integer> grpcPorts() {
    return ports.stream().map(CamundaPorts::grpc).toList();
  }

  /** The one that leads, as any member tells; empty while there is none, or nobody answers. */
  public OptionalInt leader() {
    return topology().stream()
        .filter(
            broker ->
                broker.getPartitions().stream()
                    .anyMatch(partition -> partition.getRole() == PartitionBrokerRole.LEADER))
        .mapToInt(BrokerInfo::getNodeId)
        .findFirst();
  }

  /** How many of the three take part. */
  public int members() {
    return topology().size();
  }

  private List<BrokerInfo> topology() {
    for (var node = 0; node < SIZE; node++) {
      if (brokers.get(node).isAlive() && PortCheck.isTaken(ports.get(node).grpc())) {
        try (var client =
            CamundaClient.newClientBuilder()
                .grpcAddress(ports.get(node).grpcAddress())
                .restAddress(ports.get(node).restAddress())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(2))
                .build()) {
          return client.newTopologyRequest().execute().getBrokers();
        } catch (ClientException e) {
          continue;
        }
      }
    }
    return List.of();
  }

  /** Ends a member as {@code kill -9} does. */
  public void kill(int node) {
    brokers.get(node).kill();
  }

  /** Starts a member again on its data; it catches up by itself. */
  public void restart(int node) {
    brokers.get(node).start();
  }

  @Override
  public void close() {
    brokers.forEach(ChildProcess::stop);
    try {
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
