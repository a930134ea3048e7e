package com.ailuxe.console.bookings;

import com.ailuxe.board.ContractEntry;
import com.ailuxe.shared.Money;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A contract as a line of the list. */
public record ContractView(
    RowView.Document document,
    String reference,
    String contact,
    @Nullable String talent,
    @Nullable String when,
    @Nullable Money price) {
  static ContractView of(ContractEntry entry, ZoneId zone) {
    return new ContractView(
        RowView.Document.of(entry.contract(), zone),
        entry.reference(),
        entry.contactName(),
        entry.talentName(),
        entry.start() == null ? null : Words.when(entry.start(), null),
        entry.price());
  }
}
