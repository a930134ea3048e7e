package com.ailuxe.board;

import com.ailuxe.contract.ContractKind;
import com.ailuxe.contract.ContractState;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document of a booking, without its content.
 *
 * @param delivery how far the message with it got; null while none was written
 * @param answeredAt when the contact accepted or declined
 * @param endReason why it is no longer in force; null while it is, and for one that was declined
 */
public record ContractLine(
    ContractId id,
    BookingId bookingId,
    ContractKind kind,
    String number,
    ContractState state,
    String party,
    Instant issuedAt,
    @Nullable Instant sentAt,
    @Nullable DeliveryState delivery,
    @Nullable Instant answeredAt,
    @Nullable String declineReason,
    @Nullable Instant endedAt,
    @Nullable String endReason) {}
