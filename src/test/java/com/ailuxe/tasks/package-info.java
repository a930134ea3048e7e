/** Tests of the tasks of people beside the engine. */
@NullMarked
package com.ailuxe.tasks;

import org.jspecify.annotations.NullMarked;
