package com.ailuxe.journey.notice;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the path tells the staff by e-mail, each a file in {@code templates/staff}. The first line
 * of a file is the subject. All see the case as {@code notice}, a {@link StaffSheet} unless said
 * otherwise; what they need beyond its required values is said here.
 */
public enum StaffTemplate {
  /** A reply waits for a person beyond its time. */
  REPLY_WAITS,
  /** A reply that nobody saw to is offered to another group. */
  REPLY_ESCALATED,
  /** What a contact was promised that one of us will do is not done, beyond its time. */
  PROMISE_WAITS,
  /** A promise that nobody kept is offered to another group. */
  PROMISE_ESCALATED,
  /** What became of a message is for a person to say, beyond its time. */
  UNKNOWN_SEND_WAITS,
  /** A message that nobody saw to is offered to another group. */
  UNKNOWN_SEND_ESCALATED,
  /** What a person decided about a message came too late and was not carried out. */
  UNKNOWN_SEND_OVERTAKEN,
  /** A booking waits for its approval beyond its time; needs {@code bookingReference}. */
  APPROVAL_WAITS,
  /** A booking that nobody decided is offered to another group; needs {@code bookingReference}. */
  APPROVAL_ESCALATED,
  /**
   * A change was agreed to when its time had passed, and is not carried out; needs {@code
   * bookingReference}.
   */
  CHANGE_TOO_LATE,
  /** Nobody has said in time whether a deposit came; needs {@code bookingReference}. */
  DEPOSIT_WAITS,
  /**
   * The question whether a deposit came is offered to another group; needs {@code
   * bookingReference}.
   */
  DEPOSIT_ESCALATED,
  /**
   * The event is over and nobody has said whether the deposit came; needs {@code bookingReference}.
   */
  DEPOSIT_OPEN,
  /** A contract waits for the legal name of its party; needs {@code bookingReference}. */
  LEGAL_NAME_WAITS,
  /** A name that nobody found out is asked of another group; needs {@code bookingReference}. */
  LEGAL_NAME_ESCALATED,
  /** A booking was called off; needs {@code bookingReference}. */
  BOOKING_CANCELLED,
  /**
   * A form of the desk that somebody opened waits beyond its time; {@code notice} is a {@link
   * DeskNotice}.
   */
  DESK_WAITS,
  /** It is offered to another group; likewise. */
  DESK_ESCALATED;

  /**
   * @param stem as the BPMN files name it, for example {@code reply-waits}
   * @throws IllegalArgumentException when there is no such notice
   */
  public static StaffTemplate ofStem(String stem) {
    return Arrays.stream(values())
        .filter(template -> template.stem().equals(stem))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No staff notice '%s'; there are %s"
                        .formatted(
                            stem, Arrays.stream(values()).map(StaffTemplate::stem).toList())));
  }

  /** The name of its file, without locale and extension. */
  public String stem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
