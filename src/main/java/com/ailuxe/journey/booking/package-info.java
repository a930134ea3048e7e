/** A booking from the held slot to the thanks: {@code booking.bpmn}. */
@NullMarked
package com.ailuxe.journey.booking;

import org.jspecify.annotations.NullMarked;
