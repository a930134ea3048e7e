/** Takes the messages of a contact to the answer: {@code client-turn.bpmn}. */
@NullMarked
package com.ailuxe.journey.clientturn;

import org.jspecify.annotations.NullMarked;
