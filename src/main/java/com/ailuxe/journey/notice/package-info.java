/**
 * The words for contacts and staff: the messages, their facts and who sends them; every process
 * uses it.
 */
@NullMarked
package com.ailuxe.journey.notice;

import org.jspecify.annotations.NullMarked;
