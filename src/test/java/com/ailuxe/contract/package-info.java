/** Contracts, from the text to the evidence. */
@NullMarked
package com.ailuxe.contract;

import org.jspecify.annotations.NullMarked;
