package com.ailuxe.channel;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Fetches what contacts send by itself in a test of the module, as the application does. */
@TestConfiguration(proxyBeanMethods = false)
@EnableScheduling
class FetchesFiles {}
