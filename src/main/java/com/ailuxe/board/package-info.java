/** What staff see of bookings across the features: lists, calendar and stories. It only reads. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "agency",
      "booking",
      "contact",
      "contract",
      "conversation",
      "reminder",
      "talent"
    })
@NullMarked
package com.ailuxe.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
