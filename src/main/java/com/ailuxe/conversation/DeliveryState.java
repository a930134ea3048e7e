package com.ailuxe.conversation;

import java.util.List;
import java.util.stream.Stream;

/**
 * How far an outbound message got. States only move forward: a late or repeated report never takes
 * one back.
 */
public enum DeliveryState {
  /**
   * The contact wrote too long ago for a free text, and no approved template says the same. Goes
   * when either changes; others may go before it.
   */
  WAITING_FOR_TEMPLATE,
  /** Waits for its turn in the conversation's lane. */
  QUEUED,
  /** A call to the provider is under way. */
  SENDING,
  /**
   * The call broke off after the request may have left: neither repeated nor given up until the
   * provider or a person tells. Others go meanwhile.
   */
  UNKNOWN,
  /** The provider took it and gave an id. */
  ACCEPTED,
  SENT,
  DELIVERED,
  READ,
  /** The provider refused it, or reported that it did not arrive. */
  FAILED,
  /** It became useless before it left, or a person dropped it, for a reason that is kept. */
  WITHDRAWN;

  /** Whether a report of the given state moves a message on that is in this state. */
  public boolean canBecome(DeliveryState next) {
    return switch (this) {
      case READ -> false;
      case DELIVERED -> next == READ;
      case FAILED -> next.isReportOfArrival();
      // What is said of an earlier attempt counts only if that got through after all.
      case WAITING_FOR_TEMPLATE, QUEUED, WITHDRAWN -> next == ACCEPTED || next.isReportOfArrival();
      default -> next.ordinal() > ordinal();
    };
  }

  /** The states from which a report of the given one moves a message on. */
  static List<DeliveryState> before(DeliveryState next) {
    return Stream.of(values()).filter(state -> state.canBecome(next)).toList();
  }

  private boolean isReportOfArrival() {
    return this == SENT || this == DELIVERED || this == READ;
  }
}
