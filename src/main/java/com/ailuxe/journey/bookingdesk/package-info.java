/** What staff do with a booking by form: {@code booking-desk.bpmn}. */
@NullMarked
package com.ailuxe.journey.bookingdesk;

import org.jspecify.annotations.NullMarked;
