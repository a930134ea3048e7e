package com.ailuxe.journey.clientturn;

import com.ailuxe.conversation.OutboundContent.Button;
import com.ailuxe.shared.BookingId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A button under the question which booking to cancel. Its payload comes back when it is pressed
 * and says which booking is meant.
 *
 * @param fee that stood above the button, in the smallest units of the booking's currency; 0 where
 *     it said that this is free
 */
record BookingButton(Wish wish, BookingId booking, long fee) {
  private static final Pattern PAYLOAD =
      Pattern.compile(
          "booking:(cancel|keep):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::([1-9][0-9]{0,11}))?");

  /** What a contact confirms with a button; no words can say it. */
  public enum Wish {
    CANCEL("confirm-cancel"),
    KEEP("keep");

    private final String code;

    Wish(String code) {
      this.code = code;
    }

    /** The word for it in the process. */
    public String code() {
      return code;
    }

    /**
     * @throws IllegalArgumentException for a code that is none of {@link #code()}
     */
    public static Wish ofCode(String code) {
      for (var wish : values()) {
        if (wish.code.equals(code)) {
          return wish;
        }
      }
      throw new IllegalArgumentException("No button of a booking means " + code);
    }
  }

  /** Whether a payload is meant to be one of these, also when it names nothing. */
  public static boolean resembles(String payload) {
    return payload.startsWith("booking:");
  }

  /** Empty when the payload is none of ours. */
  public static Optional<BookingButton> read(String payload) {
    var matcher = PAYLOAD.matcher(payload);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var wish = matcher.group(1).equals("cancel") ? Wish.CANCEL : Wish.KEEP;
    var fee = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
    return Optional.of(new BookingButton(wish, BookingId.parse(matcher.group(2)), fee));
  }

  /**
   * @param title up to 20 characters
   */
  public Button titled(String title) {
    return new Button(payload(), title);
  }

  String payload() {
    var shownFee = fee == 0 ? "" : ":" + fee;
    return "booking:%s:%s%s".formatted(wish == Wish.CANCEL ? "cancel" : "keep", booking, shownFee);
  }
}
