/** Template and model become text or PDF; the only home of Freemarker and OpenPDF. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package com.ailuxe.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
