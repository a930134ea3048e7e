/** Who and what can be booked. */
@ApplicationModule(allowedDependencies = {"shared", "agency"})
@NullMarked
package com.ailuxe.talent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
