/** What the demo agency has behind it when the local stack begins with no data. */
@NullMarked
package com.ailuxe.past;

import org.jspecify.annotations.NullMarked;
