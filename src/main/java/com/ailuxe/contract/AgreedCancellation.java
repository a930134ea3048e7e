package com.ailuxe.contract;

import com.ailuxe.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a contact agreed to, should the booking be called off.
 *
 * @param price that the same agreement names, and of which its shares are; null where it names none
 */
public record AgreedCancellation(CancellationTerms terms, @Nullable Money price) {}
