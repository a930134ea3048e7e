package com.ailuxe.conversation;

/** What came of a person's decision about a send whose outcome nobody knew. */
public enum UnknownSendOutcome {
  RECEIVED,
  QUEUED_AGAIN,
  DROPPED,
  /** It was void: the message was settled before, or what is to go again is of no use any more. */
  OVERTAKEN
}
