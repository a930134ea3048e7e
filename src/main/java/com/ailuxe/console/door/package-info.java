/** The way into the console. */
@NullMarked
package com.ailuxe.console.door;

import org.jspecify.annotations.NullMarked;
