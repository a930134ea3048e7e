/** AI LUXE: each direct sub-package is one module. */
@NullMarked
package com.ailuxe;

import org.jspecify.annotations.NullMarked;
