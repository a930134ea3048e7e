/** What staff see of bookings, against a real PostgreSQL. */
@NullMarked
package com.ailuxe.board;

import org.jspecify.annotations.NullMarked;
