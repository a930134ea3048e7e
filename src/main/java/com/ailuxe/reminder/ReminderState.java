package com.ailuxe.reminder;

/** What became of a reminder. How far its message got is the outbox's to tell. */
enum ReminderState {
  PLANNED,
  /** It did not go, for a reason that is kept. */
  SKIPPED,
  /** Its message is in the outbox. */
  QUEUED
}
