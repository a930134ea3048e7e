package com.ailuxe.local;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.past.LivingCase;
import com.ailuxe.past.Person;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives what the demo agency's past has left open to the engine: each booking that is not over gets
 * its case, at the stage where it is. What was done is not done again by the next start.
 */
final class LivingCases {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  /** The engine takes minutes to start where the machine is busy. */
  private static final int MOST_ATTEMPTS = 300;

  private final CamundaClient engine;
  private final SimulatedProviders providers;
  private final AuditTrail audit;
  private final JdbcClient database;
  private final TransactionOperations transactions;

  LivingCases(
      CamundaClient engine,
      SimulatedProviders providers,
      AuditTrail audit,
      JdbcClient database,
      TransactionOperations transactions) {
    this.engine = engine;
    this.providers = providers;
    this.audit = audit;
    this.database = database;
    this.transactions = transactions;
  }

  /** Whether any are left to begin. */
  boolean areLeft() {
    return !LivingCase.waiting(database).isEmpty();
  }

  /** Those who wrote can be written to, as long as the messengers let us. */
  void addPhones() {
    Person.all()
        .forEach(
            person ->
                person.lastWrote(database).ifPresent(at -> providers.addPhone(person.asPhone(at))));
  }

  /**
   * Begins them as soon as the engine is there and has the models.
   *
   * @throws InterruptedException when that is not to be awaited any more
   */
  void begin() throws InterruptedException {
    for (var living : LivingCase.waiting(database)) {
      create(living, MOST_ATTEMPTS);
      transactions.executeWithoutResult(
          status ->
              audit.record(
                  DemoAgency.ID,
                  "local stack",
                  LivingCase.BEGUN,
                  LivingCase.SUBJECT,
                  living.booking(),
                  living.stage()));
    }
  }

  private void create(LivingCase living, int attempts) throws InterruptedException {
    try {
      engine
          .newCreateInstanceCommand()
          .bpmnProcessId("booking")
          .latestVersion()
          .variables(living.variables())
          .startBeforeElement(living.stage())
          .send()
          .join();
    } catch (RuntimeException e) {
      if (attempts == 1) {
        throw e;
      }
      Thread.sleep(BETWEEN_ATTEMPTS);
      create(living, attempts - 1);
    }
  }
}
