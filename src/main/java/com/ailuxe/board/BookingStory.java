package com.ailuxe.board;

import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.conversation.Excerpts.Excerpt;
import com.ailuxe.reminder.LedgerRow;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is on record of one booking.
 *
 * @param history what was decided and done, the oldest first
 * @param changes what somebody wanted it to be instead, the oldest first
 * @param contracts every document, the latest first
 * @param reminders of every plan, the oldest plan first
 * @param messages that are about it, the oldest first
 * @param charge for calling it off; null where that was free or did not happen
 * @param waiting what was asked of the desk and is not carried out yet
 */
public record BookingStory(
    BookingLine booking,
    List<Happening> history,
    List<ChangeLine> changes,
    List<ContractLine> contracts,
    List<LedgerRow> reminders,
    List<Excerpt> messages,
    @Nullable CancellationFee charge,
    List<DeskRequest> waiting) {
  public BookingStory {
    history = List.copyOf(history);
    changes = List.copyOf(changes);
    contracts = List.copyOf(contracts);
    reminders = List.copyOf(reminders);
    messages = List.copyOf(messages);
    waiting = List.copyOf(waiting);
  }

  /**
   * Something that was done.
   *
   * @param actor a person's name, or {@code system}
   * @param action a past-tense fact, for example {@code booking.confirmed}
   * @param contract the number of the document that it is about; null for the booking itself
   */
  public record Happening(
      Instant at,
      String actor,
      String action,
      @Nullable String contract,
      @Nullable String detail) {}

  /**
   * What somebody wanted the booking to be instead; what cannot be had has no times.
   *
   * @param state what became of that wish
   * @param decidedBy null while nobody decided, and where nobody had to
   */
  public record ChangeLine(
      String requestedBy,
      Instant requestedAt,
      String state,
      @Nullable String talentName,
      @Nullable EventTime start,
      @Nullable EventTime end,
      @Nullable String place,
      @Nullable Integer guests,
      @Nullable Money budget,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {}

  /** Whether something can still be asked of the desk. */
  public boolean isOpen() {
    return !booking.state().isFinal();
  }

  /** Whether it has a time that can be changed. */
  public boolean isMovable() {
    return isOpen() && booking.state() != BookingState.INQUIRY;
  }
}
