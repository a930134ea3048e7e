/** A handful of value objects that every module speaks. */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package com.ailuxe.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
