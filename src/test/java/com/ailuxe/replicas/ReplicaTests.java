package com.ailuxe.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.WithPostgres;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A replica that was not started says once that it lives, as one that is killed soon after. */
@WithPostgres
@JdbcTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ReplicaTests {
  private static final Duration ALIVE = Duration.ofSeconds(2);

  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;

  private final String duty = UUID.randomUUID().toString();

  @Test
  void oneReplicaHasADutyAndTheNextOneGetsItWhenThatIsDead() {
    var first = new Replica(database, ALIVE);
    var second = new Replica(database, ALIVE);
    try {
      assertThat(first.holds(duty)).isTrue();
      second.start();
      assertThat(second.holds(duty)).isFalse();

      die(first);

      await().atMost(ALIVE).until(() -> second.holds(duty));
    } finally {
      first.stop();
      second.stop();
    }
  }

  @Test
  void oneThatStopsLeavesItsDutiesAtOnce() {
    var first = new Replica(database, ALIVE);
    var second = new Replica(database, ALIVE);
    try {
      assertThat(first.holds(duty)).isTrue();

      first.stop();

      assertThat(second.holds(duty)).isTrue();
    } finally {
      second.stop();
    }
  }

  @Test
  void oneThatCannotSayThatItLivesDoesNotTrustItsDuty() {
    var silent = new Replica(database, ALIVE);
    try {
      assertThat(silent.holds(duty)).isTrue();
      await().atMost(ALIVE).until(() -> !silent.holds(duty));
      assertThat(isAlive(silent)).as("the others take it for alive still").isTrue();
    } finally {
      silent.stop();
    }
  }

  private void die(Replica replica) {
    jdbc.sql("update replica set alive_until = now() where id = ?")
        .param(replica.id().value())
        .update();
  }

  private boolean isAlive(Replica replica) {
    return jdbc.sql("select alive_until > now() from replica where id = ?")
        .param(replica.id().value())
        .query(Boolean.class)
        .single();
  }
}
