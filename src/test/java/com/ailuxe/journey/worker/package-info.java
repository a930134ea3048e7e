/** Workers on a real PostgreSQL, the engine played by the test. */
@NullMarked
package com.ailuxe.journey.worker;

import org.jspecify.annotations.NullMarked;
