package com.ailuxe.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.local.WithPostgres;
import com.ailuxe.replicas.News.Change;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two replicas on one database. */
@WithPostgres
@JdbcTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NewsTests {
  private final Identifier agency = new ConversationId(UUID.randomUUID());
  private final List<Change> read = new CopyOnWriteArrayList<>();

  @Autowired JdbcConnectionDetails database;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private News here;
  private News there;

  @BeforeEach
  void start() {
    here = new News(jdbc, database);
    there = new News(jdbc, database);
    there.subscribe(changes -> changes.stream().filter(this::concernsThisTest).forEach(read::add));
    here.start();
    there.start();
    await().until(() -> listeners() == 2);
  }

  @AfterEach
  void stop() {
    here.stop();
    there.stop();
  }

  @Test
  void whatIsCommittedIsReadOnEveryReplicaAndWhatIsRolledBackIsNot() {
    var kept = new ConversationId(UUID.randomUUID());
    var lost = new ConversationId(UUID.randomUUID());
    var transaction = new TransactionTemplate(transactions);

    transaction.executeWithoutResult(
        status -> {
          here.changed("conversation", agency, lost);
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(status -> here.changed("conversation", agency, kept));

    await().until(() -> !read.isEmpty());
    assertThat(read).containsExactly(change(kept));
  }

  @Test
  void manyChangesAtOnceComeOnceEach() {
    var many = Stream.generate(() -> new ConversationId(UUID.randomUUID())).limit(200).toList();

    for (var round = 0; round < 2; round++) {
      many.forEach(one -> here.changed("conversation", agency, one));
    }

    await().until(() -> read.size() >= many.size());
    assertThat(read).containsExactlyInAnyOrderElementsOf(many.stream().map(this::change).toList());
  }

  @Test
  void whoHeardNothingForAWhileIsToLookAtEverything() {
    var terminated =
        jdbc.sql(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and query like 'listen ailuxe_news%'""")
            .query(Long.class)
            .single();
    assertThat(terminated).isEqualTo(2);

    await().until(() -> read.contains(News.ANYTHING));
  }

  private boolean concernsThisTest(Change change) {
    return change.equals(News.ANYTHING) || change.agency().equals(agency.value().toString());
  }

  private Change change(ConversationId id) {
    return new Change("conversation", agency.value().toString(), id.value().toString());
  }

  private long listeners() {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and query like 'listen ailuxe_news%'""")
        .query(Long.class)
        .single();
  }
}
