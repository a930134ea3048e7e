/**
 * Drafts the answer to a turn, by rules or by a language model: intent, booking fields, words; the
 * only home of the language model.
 */
@ApplicationModule(allowedDependencies = {"shared", "rendering"})
@NullMarked
package com.ailuxe.concierge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
