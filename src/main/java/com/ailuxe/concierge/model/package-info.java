/** Drafts answers with a language model, and trusts nothing that it says. */
@NullMarked
package com.ailuxe.concierge.model;

import org.jspecify.annotations.NullMarked;
