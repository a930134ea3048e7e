package com.ailuxe.conversation;

import java.util.Map;

/**
 * The ledger of all conversations, in messages.
 *
 * @param received all that contacts sent, each message once
 * @param open received and not settled
 * @param notStarted of the open ones, those that no turn has claimed
 * @param waitingInTheOutbox messages of ours that no provider has taken yet
 */
record LedgerTotals(
    long received,
    Map<Settled, Long> settled,
    long open,
    long notStarted,
    long waitingInTheOutbox) {
  LedgerTotals {
    settled = Map.copyOf(settled);
  }

  /**
   * How a message was settled.
   *
   * @param outcome ANSWERED, HANDED_OVER or IGNORED
   * @param reason empty where the outcome needs none
   */
  record Settled(InboxState outcome, String reason) {}
}
