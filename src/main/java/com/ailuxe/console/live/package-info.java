/** The live page: who writes, what was said, and what waits; and the answer of a person. */
@NullMarked
package com.ailuxe.console.live;

import org.jspecify.annotations.NullMarked;
