/** Staff notices against a real PostgreSQL and a mail server on the wire. */
@NullMarked
package com.ailuxe.staff;

import org.jspecify.annotations.NullMarked;
