package com.ailuxe.tasks;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a task is about.
 *
 * @param agency null while it is not known whose it is
 * @param since since when it waits
 */
record TaskFacts(
    @Nullable AgencyId agency,
    @Nullable ConversationId conversation,
    @Nullable BookingId booking,
    @Nullable String contact,
    String why,
    Instant since) {}
