@NullMarked
package com.ailuxe.media;

import org.jspecify.annotations.NullMarked;
