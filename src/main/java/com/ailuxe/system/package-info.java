/** What the whole application shares: security, clock, web server and scheduling. */
@ApplicationModule(allowedDependencies = {"shared", "staff"})
@NullMarked
package com.ailuxe.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
