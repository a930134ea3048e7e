/** Tests of the tasks of people beside the engine. */
@NullMarked
package com.ailuxe.journey.tasks;

import org.jspecify.annotations.NullMarked;
