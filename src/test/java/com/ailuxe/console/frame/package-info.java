@NullMarked
package com.ailuxe.console.frame;

import org.jspecify.annotations.NullMarked;
