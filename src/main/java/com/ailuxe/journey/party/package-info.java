/** The legal name that a contract needs: {@code party.bpmn}. */
@NullMarked
package com.ailuxe.journey.party;

import org.jspecify.annotations.NullMarked;
