/** A booking that staff make by form: {@code new-booking.bpmn}. */
@NullMarked
package com.ailuxe.journey.newbooking;

import org.jspecify.annotations.NullMarked;
