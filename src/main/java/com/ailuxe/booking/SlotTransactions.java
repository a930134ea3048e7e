package com.ailuxe.booking;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions in which a slot is taken. */
@Component
class SlotTransactions {
  private final TransactionTemplate ownTransaction;

  SlotTransactions(PlatformTransactionManager transactions) {
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * A writer that did not wait for the talent's lock may still be faster: the database then refuses
   * the slot, nothing of the attempt stays, and a second look finds the slot taken.
   */
  <T> T run(Supplier<T> work) {
    try {
      return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    } catch (DataIntegrityViolationException refused) {
      return Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }
  }
}
