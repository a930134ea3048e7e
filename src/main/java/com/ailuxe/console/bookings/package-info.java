/** The room of the bookings: lists, calendar, each one's story, and what staff want of them. */
@NullMarked
package com.ailuxe.console.bookings;

import org.jspecify.annotations.NullMarked;
