package com.ailuxe.reminder;

/** The one truth about a reminder: whether it goes, and how far it got. */
public enum LedgerState {
  /** Its time is still to come. */
  PLANNED,
  /** It did not go and will not, for a reason that is kept. */
  SKIPPED,
  /** Waits until the contact writes or a template is approved. */
  WAITING_FOR_TEMPLATE,
  /** Goes as soon as the conversation's earlier messages are out. */
  QUEUED,
  SENDING,
  /** It may have gone or not; repeated only when a person wants it so. */
  UNKNOWN,
  /** The provider has it; on Telegram that is all there is to know. */
  ACCEPTED,
  SENT,
  DELIVERED,
  READ,
  /** The provider would not take it, or reports that it did not arrive; the reason is kept. */
  FAILED
}
