/**
 * Messages in and out: inbox, outbox, turns, transcript, handover, delivery state, the files that
 * messages carry and the ledger.
 */
@ApplicationModule(allowedDependencies = {"shared", "agency", "contact", "media", "replicas"})
@NullMarked
package com.ailuxe.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
