/** How fast it is, measured on this machine by {@code mvn -Pbench verify}; nothing is asserted. */
@NullMarked
package com.ailuxe.bench;

import org.jspecify.annotations.NullMarked;
