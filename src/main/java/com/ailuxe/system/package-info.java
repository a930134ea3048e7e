/** Security, clock and health. */
@ApplicationModule(allowedDependencies = {"shared", "staff"})
@NullMarked
package com.ailuxe.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
