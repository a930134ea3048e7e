package com.ailuxe.conversation;

import static com.ailuxe.LedgerAssert.assertThatTheLedgerBalances;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The ledger balances after every test. */
final class LedgerBalances implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext test) {
    assertThatTheLedgerBalances(
        SpringExtension.getApplicationContext(test).getBean(JdbcClient.class));
  }
}
