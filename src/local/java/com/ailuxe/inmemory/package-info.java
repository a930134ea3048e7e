/**
 * Camunda in this JVM for process tests: the real engine in memory behind its gRPC gateway, and the
 * part of the REST API that Camunda Process Test calls.
 */
@NullMarked
package com.ailuxe.inmemory;

import org.jspecify.annotations.NullMarked;
