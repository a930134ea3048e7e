/** What staff see and do over HTTP, each within the agency they belong to. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "agency",
      "board",
      "booking",
      "contact",
      "contract",
      "conversation",
      "journey",
      "media",
      "reminder",
      "rendering",
      "replicas",
      "staff",
      "talent",
      "tasks"
    })
@NullMarked
package com.ailuxe.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
