/** The staff of an agency: how they sign in, and the e-mails that reach them outside Tasklist. */
@ApplicationModule(allowedDependencies = {"shared", "agency"})
@NullMarked
package com.ailuxe.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
