/**
 * The path as BPMN: workers, event listeners and the one gateway to the engine; the only home of
 * Camunda.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "agency",
      "contact",
      "conversation",
      "concierge",
      "talent",
      "booking",
      "contract",
      "reminder",
      "rendering",
      "staff",
      "tasks"
    })
@NullMarked
package com.ailuxe.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
