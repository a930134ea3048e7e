package com.ailuxe.booking;

import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish at the desk.
 *
 * @param booking that was made or is as it was wished; null where nothing was done
 * @param refusals what was wrong with it, for {@link Kind#REFUSED}
 * @param fee what it costs by now, for {@link Kind#FEE_CHANGED}; null where it has become free
 * @param state that the booking is in, for {@link Kind#OVER} and {@link Kind#STATE_CHANGED}
 * @param problem in a sentence, for {@link Kind#UNUSABLE}
 */
public record DeskAnswer(
    Kind kind,
    @Nullable BookingId booking,
    List<Refusal> refusals,
    @Nullable Money fee,
    @Nullable BookingState state,
    @Nullable String problem) {
  /** What it is in a word. */
  public enum Kind {
    CANCELLED,
    CHANGED,
    /** A person has to agree to the new time, talent or price. */
    PROPOSED,
    /** It was that way already. */
    UNCHANGED,
    /** The new booking goes its way; its slot is held next. */
    CREATED,
    /** What was asked for cannot be had. */
    REFUSED,
    /** Calling it off costs something else than the person saw. */
    FEE_CHANGED,
    /** The booking has ended. */
    OVER,
    /** The booking is no longer what the person saw. */
    STATE_CHANGED,
    /** What was filled in makes no sense. */
    UNUSABLE;

    /** Whether what was wanted is done, or on its way. */
    public boolean isDone() {
      return switch (this) {
        case CANCELLED, CHANGED, PROPOSED, UNCHANGED, CREATED -> true;
        case REFUSED, FEE_CHANGED, OVER, STATE_CHANGED, UNUSABLE -> false;
      };
    }
  }

  public DeskAnswer {
    refusals = List.copyOf(refusals);
  }

  public static DeskAnswer done(Kind kind, BookingId booking) {
    return new DeskAnswer(kind, booking, List.of(), null, null, null);
  }

  public static DeskAnswer refused(List<Refusal> refusals) {
    return new DeskAnswer(Kind.REFUSED, null, refusals, null, null, null);
  }

  /**
   * @param fee null where it has become free
   */
  public static DeskAnswer costs(@Nullable Money fee) {
    return new DeskAnswer(Kind.FEE_CHANGED, null, List.of(), fee, null, null);
  }

  public static DeskAnswer over(BookingState state) {
    return new DeskAnswer(Kind.OVER, null, List.of(), null, state, null);
  }

  public static DeskAnswer outdated(BookingState state) {
    return new DeskAnswer(Kind.STATE_CHANGED, null, List.of(), null, state, null);
  }

  public static DeskAnswer unusable(String problem) {
    return new DeskAnswer(Kind.UNUSABLE, null, List.of(), null, null, problem);
  }
}
