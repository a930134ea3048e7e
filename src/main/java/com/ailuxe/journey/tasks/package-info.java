/**
 * The tasks of people beside the engine: kept in PostgreSQL for the agency whose they are, with all
 * that their forms show, and done from there by whoever may.
 */
@NamedInterface("tasks")
@NullMarked
package com.ailuxe.journey.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
