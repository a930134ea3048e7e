package com.ailuxe.staff;

import com.ailuxe.agency.AgencyId;
import java.util.UUID;

/**
 * A notice that is being sent.
 *
 * @param lastAttempt whether it is given up when this attempt fails too
 */
record ClaimedNotice(
    UUID id, AgencyId agency, StaffGroup group, String subject, String text, boolean lastAttempt) {}
