package com.ailuxe.journey;

/** The job types of the processes in {@code bpmn/}: each is written there and on its one worker. */
public final class JobTypes {
  public static final String COLLECT_TURN = "conversation.collect-turn";
  public static final String DRAFT_REPLY = "concierge.draft-reply";
  public static final String PREPARE_REVIEW = "conversation.prepare-review";
  public static final String RECORD_REVIEW = "conversation.record-review";
  public static final String SEND_REPLY = "conversation.send-reply";
  public static final String RECORD_DETAILS = "booking.record-details";
  public static final String ASK_TO_CANCEL = "booking.ask-to-cancel";
  public static final String REQUEST_CHANGE = "booking.request-change";
  public static final String CANCEL_BOOKING = "booking.cancel";
  public static final String RECORD_ANSWER = "contract.record-answer";
  public static final String SEND_HOLDING_LINE = "conversation.send-holding-line";
  public static final String PREPARE_ANSWER = "conversation.prepare-answer";
  public static final String ANSWER_BY_HAND = "conversation.answer-by-hand";
  public static final String PREPARE_UNKNOWN_SEND = "conversation.prepare-unknown-send";
  public static final String RESOLVE_UNKNOWN_SEND = "conversation.resolve-unknown-send";
  public static final String PREPARE_PROMISE = "conversation.prepare-promise";
  public static final String KEEP_PROMISE = "conversation.keep-promise";
  public static final String OPT_OUT = "contact.opt-out";
  public static final String OPT_IN = "contact.opt-in";
  public static final String HOLD_SLOT = "booking.hold-slot";
  public static final String GATHER_PRICE_FACTS = "booking.gather-price-facts";
  public static final String PROPOSE_PRICE = "booking.propose-price";
  public static final String PREPARE_APPROVAL = "booking.prepare-approval";
  public static final String DECIDE_BOOKING = "booking.decide";
  public static final String EXPIRE_HOLD = "booking.expire-hold";
  public static final String PREPARE_CHANGE = "booking.prepare-change";
  public static final String DECIDE_CHANGE = "booking.decide-change";
  public static final String PREPARE_DEPOSIT = "booking.prepare-deposit";
  public static final String CONFIRM_DEPOSIT = "booking.confirm-deposit";
  public static final String CLOSE_CASE = "booking.close-case";
  public static final String CLOSE_REQUEST = "booking.close-request";
  public static final String PREPARE_REQUEST = "booking.prepare-request";
  public static final String PREPARE_NEW_BOOKING = "booking.prepare-new-booking";
  public static final String CREATE_BOOKING = "booking.create-booking";
  public static final String CARRY_OUT_REQUEST = "booking.carry-out-request";
  public static final String CARRY_OUT_FILED_REQUEST = "booking.carry-out-filed-request";
  public static final String CREATE_FILED_BOOKING = "booking.create-filed-booking";
  public static final String NOTIFY_CONTACT = "conversation.notify-contact";
  public static final String NOTIFY_STAFF = "staff.notify";
  public static final String REQUIRE_PARTY = "contact.require-party";
  public static final String ASK_LEGAL_NAME = "contact.ask-legal-name";
  public static final String PREPARE_LEGAL_NAME = "contact.prepare-legal-name";
  public static final String RECORD_LEGAL_NAME = "contact.record-legal-name";
  public static final String RELEASE_SLOT = "booking.release-slot";
  public static final String COMPLETE_BOOKING = "booking.complete";
  public static final String GATHER_FACTS = "contract.gather-facts";
  public static final String ISSUE_CONTRACT = "contract.issue";
  public static final String SEND_CONTRACT = "contract.send";
  public static final String NUDGE_CONTACT = "contract.nudge";
  public static final String EXPIRE_CONTRACT = "contract.expire";
  public static final String PLAN_REMINDERS = "reminder.plan";
  public static final String SEND_REMINDER = "reminder.send";

  private JobTypes() {}
}
