/** The whole system on one machine: PostgreSQL, Camunda, the channel simulator and the app. */
@NullMarked
package com.ailuxe.local;

import org.jspecify.annotations.NullMarked;
