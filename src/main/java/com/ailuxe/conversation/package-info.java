/**
 * Messages in and out: inbox, outbox, turns, transcript, handover, delivery state and the ledger.
 */
@ApplicationModule(allowedDependencies = {"shared", "agency", "contact"})
@NullMarked
package com.ailuxe.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
