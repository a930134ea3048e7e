/** What the forms of people show, and what comes back in them; every process uses it. */
@NullMarked
package com.ailuxe.journey.form;

import org.jspecify.annotations.NullMarked;
