/** What a contact was promised that our people will do: {@code promise.bpmn}. */
@NullMarked
package com.ailuxe.journey.promise;

import org.jspecify.annotations.NullMarked;
