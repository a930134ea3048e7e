/** A contract from its facts to the answer: {@code contract.bpmn}. */
@NullMarked
package com.ailuxe.journey.contract;

import org.jspecify.annotations.NullMarked;
