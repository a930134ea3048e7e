package com.ailuxe.staff;

/** What became of a notice. */
public enum StaffNoticeState {
  QUEUED,
  /** The mail server took it. */
  SENT,
  /** The mail server did not take it, however often it was tried. */
  FAILED,
  /** There is no mail server, or nobody to write to. */
  NOT_SENT
}
