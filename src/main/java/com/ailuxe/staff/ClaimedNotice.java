package com.ailuxe.staff;

import com.ailuxe.agency.AgencyId;

/**
 * A notice that is being sent.
 *
 * @param lastAttempt whether it is given up when this attempt fails too
 */
record ClaimedNotice(
    StaffNoticeId id,
    AgencyId agency,
    StaffGroup group,
    String subject,
    String text,
    boolean lastAttempt) {}
