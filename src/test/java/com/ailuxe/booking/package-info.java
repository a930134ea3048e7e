/** Bookings against a real PostgreSQL, and what tests of other bookable things share. */
@NullMarked
package com.ailuxe.booking;

import org.jspecify.annotations.NullMarked;
