/** The numbered document of a booking, its PDF, hash and acceptance. */
@ApplicationModule(allowedDependencies = {"shared", "agency", "contact", "rendering", "replicas"})
@NullMarked
package com.ailuxe.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
