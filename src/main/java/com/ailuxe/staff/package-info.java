/** Tells the staff of an agency by e-mail what they should know outside Tasklist. */
@ApplicationModule(allowedDependencies = {"shared", "agency"})
@NullMarked
package com.ailuxe.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
