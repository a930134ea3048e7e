/**
 * The tasks of people beside the engine: kept for the agency whose they are, with all that their
 * forms show, and done from there; the only home of the forms' expressions.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "agency",
      "booking",
      "contact",
      "conversation",
      "rendering",
      "replicas",
      "staff"
    })
@NullMarked
package com.ailuxe.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
