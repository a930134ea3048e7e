package com.ailuxe.channel;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The channels look by themselves for what is to be fetched. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChannelConfiguration {}
