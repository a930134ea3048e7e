/** The processes on one database: which of them live, whose a duty is, and who goes first. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package com.ailuxe.replicas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
