@NullMarked
package com.ailuxe.journey.worker;

import org.jspecify.annotations.NullMarked;
