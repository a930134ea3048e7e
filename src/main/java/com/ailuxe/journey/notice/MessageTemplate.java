package com.ailuxe.journey.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The messages that the path sends by itself, one constant for each file in {@code
 * templates/message}. Those before {@link #HOLDING_LINE} are about a booking and see it as {@code
 * booking}, a {@link BookingSheet}; what they need beyond its required values is said here. The
 * others see {@code agencyName} and {@code firstName}, those from {@link #CHANGE_WHICH} on only
 * what is said here.
 */
public enum MessageTemplate {
  /** Every detail repeated, so that the contact can correct it. */
  BOOKING_HELD("Task_ApproveBooking"),
  /** The approval takes longer than it should. */
  BOOKING_WAITS("Task_ApproveBooking"),
  /** Someone was faster; shows {@code alternatives} where there are any. */
  SLOT_TAKEN,
  /** A person declined, with the approver's {@code note} where there is one. */
  BOOKING_DECLINED,
  /** Nobody decided in time; a late decision is still possible. */
  HOLD_EXPIRED("Task_ApproveBooking"),
  /** The booking is changed now, and a new contract follows. */
  BOOKING_MOVED,
  /** What was wished is what it is. */
  BOOKING_UNCHANGED,
  /** The booking stays as it was; with the approver's {@code note} where there is one. */
  CHANGE_DECLINED,
  /** The contact called it off. */
  BOOKING_CANCELLED,
  /** The talent or the agency called it off; with {@code note} and {@code alternatives}. */
  BOOKING_CALLED_OFF,
  /** The booking is approved, the contract follows. */
  BOOKING_APPROVED,
  /** The booking is approved, and the contract waits for the contact's legal name. */
  LEGAL_NAME_NEEDED,
  /** Stands above the buttons of the service agreement; needs {@code contractNumber}. */
  CONTRACT_DOCUMENT,
  /** Sends the confidentiality agreement, above the buttons that answer it. */
  NDA_DOCUMENT,
  /**
   * Sends the agreement to engage the talent through the agency only, above the buttons that answer
   * it.
   */
  NON_COMPETE_DOCUMENT,
  /** Asks once more for an answer, above the same buttons; needs {@code contractNumber}. */
  CONTRACT_NUDGE,
  /** Needs {@code contractNumber} and {@code acceptedAt}. */
  CONTRACT_ACCEPTED,
  /**
   * The slot is free again; needs {@code contractNumber}, and asks for the reason while there is no
   * {@code declineReason}.
   */
  CONTRACT_DECLINED,
  /**
   * Nobody answered the contract {@code contractNumber}, or said the name for one, and the slot is
   * free again.
   */
  CONTRACT_EXPIRED,
  /**
   * Answers a second answer after an acceptance; needs {@code contractNumber} and {@code
   * acceptedAt}.
   */
  CONTRACT_ALREADY_ACCEPTED,
  /** Answers a second answer after a refusal; needs {@code contractNumber}. */
  CONTRACT_ALREADY_DECLINED,
  /**
   * Answers whoever answered a document that another has replaced; needs {@code contractNumber}.
   */
  CONTRACT_SUPERSEDED,
  /** Answers whoever answered a document that was withdrawn; needs {@code contractNumber}. */
  CONTRACT_WITHDRAWN,
  /** Answers whoever answered a document that had expired; needs {@code contractNumber}. */
  CONTRACT_ANSWERED_LATE,
  /** The deposit did not come, and the slot is free again. */
  DEPOSIT_MISSING,
  REMINDER_48H,
  REMINDER_24H,
  REMINDER_1H,
  /** Says thanks after the event. */
  BOOKING_THANKS,
  /**
   * A person will answer: soon where the office is {@code open}. Says what answers here, if the
   * line {@code discloses}, and the {@code officeHours} where they are known.
   */
  HOLDING_LINE("Task_ReviewReply", "Task_AnswerByHand"),
  /** There is no booking to cancel. */
  CANCEL_NOTHING,
  /** A request that had not become a booking is called off. */
  REQUEST_CLOSED,
  /** A request whose details never came is closed. */
  REQUEST_LAPSED,
  /** What was sent without words has arrived, and a person will answer; likewise. */
  MEDIA_RECEIVED("Task_AnswerByHand"),
  /** What was sent does not get through to us, and a person will answer; likewise. */
  MEDIA_UNREADABLE("Task_AnswerByHand"),
  /** Confirms that reminders and news stop. */
  OPTED_OUT,
  /** Confirms that reminders and news are sent again. */
  OPTED_IN,
  /** Answers whoever answered somebody else's contract. */
  CONTRACT_NOT_YOURS,
  /** Answers a button that names nothing of this contact's. */
  BUTTON_MEANS_NOTHING,
  /** The title of the button that accepts a contract: up to 20 characters. */
  ACCEPT_BUTTON,
  /** The title of the button that declines a contract: up to 20 characters. */
  DECLINE_BUTTON,
  /**
   * Asks which booking to change, above a button for each: {@code bookings} with {@code reference},
   * {@code talentName} and {@code start}, the last two where they are known.
   */
  CHANGE_WHICH,
  /**
   * Asks which booking to cancel; where there are more {@code bookings} than {@code buttons}, the
   * first ones have a button.
   */
  CANCEL_WHICH,
  /** The title of the button that cancels the booking {@code reference}: up to 20 characters. */
  CANCEL_BUTTON,
  /** The title of the button that cancels nothing: up to 20 characters. */
  KEEP_BUTTON,
  /**
   * Answers a button after which nothing was cancelled: the {@code state} that the booking {@code
   * reference} is in.
   */
  NOT_CANCELLED,
  /** Why something that was wished of a booking is not kept: {@code refusal}. */
  REFUSED,
  /** Asks for the legal name, below a message about the booking. */
  LEGAL_NAME_ASK;

  private final List<String> keepers;

  MessageTemplate(String... keepers) {
    this.keepers = List.of(keepers);
  }

  /**
   * Those user tasks of the BPMN files of which one keeps what this message says that our people
   * will do; empty where it says nothing of the kind.
   */
  public List<String> keepers() {
    return keepers;
  }

  /**
   * @param stem as the BPMN and DMN files name it, for example {@code reminder-48h}
   * @throws IllegalArgumentException when there is no such message
   */
  public static MessageTemplate ofStem(String stem) {
    return Arrays.stream(values())
        .filter(template -> template.stem().equals(stem))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No message '%s'; there are %s"
                        .formatted(
                            stem, Arrays.stream(values()).map(MessageTemplate::stem).toList())));
  }

  /** The name of its file, without locale and extension. */
  public String stem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
