package com.ailuxe.journey;

/** The messages the processes in {@code bpmn/} wait for: each a fact of the module it names. */
final class MessageNames {
  static final String MESSAGE_RECEIVED = "conversation.message-received";
  static final String SEND_LEFT_UNKNOWN = "conversation.send-left-unknown";
  static final String UNKNOWN_SEND_RESOLVED = "conversation.unknown-send-resolved";
  static final String PROMISE_MADE = "conversation.promise-made";
  static final String PROMISE_KEPT = "conversation.promise-kept";
  static final String BOOKING_REQUESTED = "booking.requested";
  static final String BOOKING_DETAILS_CHANGED = "booking.details-changed";
  static final String BOOKING_MOVED = "booking.moved";
  static final String BOOKING_CHANGE_PROPOSED = "booking.change-proposed";
  static final String BOOKING_CHANGE_OUTDATED = "booking.change-outdated";
  static final String BOOKING_CANCELLED = "booking.cancelled";
  static final String REQUEST_FILED = "booking.request-filed";
  static final String NEW_BOOKING_FILED = "booking.new-booking-filed";
  static final String LEGAL_NAME_GIVEN = "contact.legal-name-given";
  static final String LEGAL_NAME_CHANGED = "contact.legal-name-changed";
  static final String CONTRACT_ACCEPTED = "contract.accepted";
  static final String CONTRACT_DECLINED = "contract.declined";

  private MessageNames() {}
}
