/** What a booking costs: {@code pricing.bpmn}. */
@NullMarked
package com.ailuxe.journey.pricing;

import org.jspecify.annotations.NullMarked;
