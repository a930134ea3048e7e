/** What a contact wants: states, holds on a slot and no double-booking. */
@ApplicationModule(allowedDependencies = {"shared", "agency", "contact", "talent", "replicas"})
@NullMarked
package com.ailuxe.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
