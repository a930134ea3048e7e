/**
 * The files that contacts and staff send each other: what may be one, and where it is kept; the
 * only home of content detection, virus scanning and S3.
 */
@ApplicationModule(allowedDependencies = {"shared", "agency"})
@NullMarked
package com.ailuxe.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
