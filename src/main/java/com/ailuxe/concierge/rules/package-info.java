/** Drafts answers without a language model: what is meant, what is asked and in which words. */
@NullMarked
package com.ailuxe.concierge.rules;

import org.jspecify.annotations.NullMarked;
