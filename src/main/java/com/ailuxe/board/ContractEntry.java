package com.ailuxe.board;

import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A contract in a list of its own, with what it is about.
 *
 * @param start of the event; null where that is no longer known
 * @param price that the document names; null where it names none
 */
public record ContractEntry(
    ContractLine contract,
    String reference,
    ContactId contact,
    String contactName,
    @Nullable String talentName,
    @Nullable EventTime start,
    @Nullable Money price) {}
