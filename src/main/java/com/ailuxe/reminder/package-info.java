/** The plan and the ledger of a booking's reminders. */
@ApplicationModule(
    allowedDependencies = {"shared", "agency", "contact", "conversation", "booking", "replicas"})
@NullMarked
package com.ailuxe.reminder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
