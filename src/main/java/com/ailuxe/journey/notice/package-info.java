/**
 * What contacts and staff are told, with the messages, their facts and who sends them; every
 * process uses it.
 */
@NullMarked
package com.ailuxe.journey.notice;

import org.jspecify.annotations.NullMarked;
