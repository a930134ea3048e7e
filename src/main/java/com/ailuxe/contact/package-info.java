/** Who writes to an agency: identities, locale, zone and consent. */
@ApplicationModule(allowedDependencies = {"shared", "agency", "replicas"})
@NullMarked
package com.ailuxe.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
