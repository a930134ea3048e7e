/** What became of a message that may have been sent: {@code unknown-send.bpmn}. */
@NullMarked
package com.ailuxe.journey.unknownsend;

import org.jspecify.annotations.NullMarked;
