/**
 * The edge to WhatsApp and Telegram: normalises what comes in, delivers what goes out; the only
 * home of Camel.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "agency", "contact", "conversation", "media", "replicas"})
@NullMarked
package com.ailuxe.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
