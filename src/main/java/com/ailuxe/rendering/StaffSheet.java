package com.ailuxe.rendering;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a staff notice may say of a case, as {@code notice}. An e-mail leaves the house, so what the
 * contact wrote stays out of it.
 *
 * @param contactName as the channel gives it; may be a bare phone number
 * @param channel for people, for example {@code WhatsApp}
 * @param bookingReference null where the case is no booking
 * @param talent null until it is known, as is the start
 * @param fee what is owed for calling it off; null where nothing
 */
public record StaffSheet(
    String agencyName,
    String contactName,
    String channel,
    @Nullable String bookingReference,
    @Nullable String talent,
    @Nullable EventTime start,
    @Nullable Money fee) {
  public StaffSheet {
    contactName = contactName.strip().replaceAll("\\s+", " ");
  }
}
