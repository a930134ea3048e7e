/** What a contact is reminded of before a booking: {@code reminders.bpmn}. */
@NullMarked
package com.ailuxe.journey.reminders;

import org.jspecify.annotations.NullMarked;
