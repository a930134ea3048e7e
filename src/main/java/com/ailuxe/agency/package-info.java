/** White-label agencies, their channel accounts and staff. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package com.ailuxe.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
