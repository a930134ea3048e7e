package com.ailuxe.replicas;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes transactions that concern the same thing come one after the other. */
public final class TransactionLock {
  private TransactionLock() {}

  /**
   * Waits until no other transaction holds the key, and holds it to the end of this one. Who takes
   * several takes them in a fixed order, or two may wait for each other.
   */
  public static void take(JdbcClient jdbc, String key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(key)
        .query((row, index) -> index)
        .list();
  }
}
