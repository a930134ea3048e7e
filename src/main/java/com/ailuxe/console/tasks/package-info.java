/**
 * The page of tasks: what waits for a person, with all that is needed to decide, and done in place.
 */
@NullMarked
package com.ailuxe.console.tasks;

import org.jspecify.annotations.NullMarked;
