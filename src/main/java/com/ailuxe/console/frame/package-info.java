/** What every page of the console shares: the frame around it, its files, its errors. */
@NullMarked
package com.ailuxe.console.frame;

import org.jspecify.annotations.NullMarked;
