/** Talent against a real PostgreSQL. */
@NullMarked
package com.ailuxe.talent;

import org.jspecify.annotations.NullMarked;
