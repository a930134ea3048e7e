package com.ailuxe.channel;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** In a test of the module, what contacts send is fetched by itself, as in the application. */
@TestConfiguration(proxyBeanMethods = false)
@EnableScheduling
class FetchesFiles {}
