/** Ids and values that several modules exchange, and a few small tools. */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package com.ailuxe.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
