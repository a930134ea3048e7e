/**
 * The processes on one database: which of them are alive, which has which duty, and which goes
 * first.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package com.ailuxe.replicas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
