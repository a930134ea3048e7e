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
      "media",
      "reminder",
      "rendering",
      "replicas",
      "staff",
      "tasks"
    })
@NullMarked
package com.ailuxe.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
