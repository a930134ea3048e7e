package com.ailuxe.endtoend;

import static com.ailuxe.endtoend.Crowd.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.LocalCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Contacts write while the leader of three engines is killed, again and again. */
@Tag("nightly")
@Isolated("Its load, and what it kills, would make tests beside it late")
class ClusterFaultTests {
  private static final int MESSAGES = Integer.getInteger("cluster.messages", 120);
  private static final int KILLS = 3;
  private static final int PHONES = 10;

  private LocalCluster cluster;
  private LoadBalancer gateways;
  private Installation installation;
  private Crowd crowd;

  @BeforeEach
  void start() {
    cluster = LocalCluster.start();
    gateways = new LoadBalancer(cluster.grpcPorts());
    installation = Installation.start("cluster", 1, gateways.address(), gateways.address());
    crowd = new Crowd(installation, PHONES);
  }

  @AfterEach
  void stop() {
    crowd.close();
    installation.close();
    gateways.close();
    cluster.close();
  }

  @Test
  void nothingIsLostWhenTheLeaderIsKilled() {
    var stalls = new ArrayList<String>();
    crowd.chat();
    for (var number = 1; number <= KILLS; number++) {
      var due = number * MESSAGES / (KILLS + 1);
      await().atMost(PATIENCE).until(() -> crowd.written() >= due);
      var leader = cluster.leader().orElseThrow();
      cluster.kill(leader);
      var killed = Instant.now();
      await()
          .atMost(PATIENCE)
          .until(() -> cluster.leader().stream().anyMatch(other -> other != leader));
      var elected = Instant.now();
      await().atMost(PATIENCE).until(() -> crowd.isAnsweredSince(elected));
      stalls.add(
          "| %d | %.1f s | %.1f s |"
              .formatted(leader, seconds(killed, elected), seconds(killed, Instant.now())));
      cluster.restart(leader);
      await().atMost(PATIENCE).until(() -> cluster.members() == 3);
    }
    crowd.endChats(MESSAGES);
    crowd.awaitRest();

    var audit = crowd.audit();
    System.out.printf(
        """

        Three engines, each of %d messages kept three times; settled: %s, unknown sends: %d

        | leader killed | another one leads after | answers again after |
        | ------------- | ----------------------- | ------------------- |
        %s
        """,
        crowd.written(), audit.settled(), audit.unknown(), String.join("\n", stalls));
    assertThat(audit.said()).isEqualTo(crowd.written());
    crowd.verify(audit);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
