/**
 * White-label agencies, their channel accounts, and the ledger of who decided what in their name.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package com.ailuxe.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
