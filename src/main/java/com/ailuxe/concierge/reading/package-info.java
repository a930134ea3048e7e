/** Reads what contacts write of a booking: times, places, people, money and names. */
@NullMarked
package com.ailuxe.concierge.reading;

import org.jspecify.annotations.NullMarked;
