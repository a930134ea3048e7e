/** One class per job type: translate, call one facade, map the outcome. */
@NullMarked
package com.ailuxe.journey.worker;

import org.jspecify.annotations.NullMarked;
