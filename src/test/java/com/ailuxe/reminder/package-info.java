/** Reminders against a real PostgreSQL. */
@NullMarked
package com.ailuxe.reminder;

import org.jspecify.annotations.NullMarked;
