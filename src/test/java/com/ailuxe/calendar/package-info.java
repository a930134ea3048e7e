/** The calendar on a real PostgreSQL and against a server on the wire. */
@NullMarked
package com.ailuxe.calendar;

import org.jspecify.annotations.NullMarked;
