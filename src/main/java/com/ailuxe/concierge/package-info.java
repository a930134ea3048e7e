/**
 * Drafts the answer to a turn: prompt, model call, intent and booking fields; the only home of the
 * language model.
 */
@ApplicationModule(allowedDependencies = {"shared", "rendering"})
@NullMarked
package com.ailuxe.concierge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
