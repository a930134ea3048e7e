/** The whole of it as a person meets it: the one command, two phones, Tasklist and a clock. */
@NullMarked
package com.ailuxe.endtoend;

import org.jspecify.annotations.NullMarked;
