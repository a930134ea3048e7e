package com.ailuxe.journey;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the sweeper run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JourneyConfiguration {}
