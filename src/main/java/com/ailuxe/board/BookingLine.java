package com.ailuxe.board;

import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Price;
import com.ailuxe.contact.ContactId;
import com.ailuxe.conversation.Channel;
import com.ailuxe.reminder.LedgerRow;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.talent.TalentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booking in a list. What is not known yet is null.
 *
 * @param talentName what the contact asked for, while nobody is chosen
 * @param price proposed or agreed; null while it is not priced
 * @param depositReceived what a person confirmed to have come in
 * @param holdExpiresAt when its slot is no longer kept; null where it is not held
 * @param contracts of each kind the one that was issued last, the latest first
 * @param reminders of the plan that is in force, or was the last one, the earliest first
 */
public record BookingLine(
    BookingId id,
    String reference,
    BookingState state,
    ContactId contact,
    String contactName,
    ConversationId conversation,
    Channel channel,
    @Nullable TalentId talent,
    @Nullable String talentName,
    @Nullable EventTime start,
    @Nullable EventTime end,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget,
    @Nullable Price price,
    @Nullable Money depositReceived,
    @Nullable Instant holdExpiresAt,
    Instant createdAt,
    List<ContractLine> contracts,
    List<LedgerRow> reminders) {
  public BookingLine {
    contracts = List.copyOf(contracts);
    reminders = List.copyOf(reminders);
  }

  /** What is to be paid ahead; null while the price is not known. */
  public @Nullable Money deposit() {
    return price == null ? null : price.deposit();
  }

  /** What it costs; null while that is not known. */
  public @Nullable Money total() {
    return price == null ? null : price.total();
  }
}
