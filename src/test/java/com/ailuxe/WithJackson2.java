package com.ailuxe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration;

/** Gives a slice of the application its mapper of Jackson 2, see ADR 0042. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SuppressWarnings("removal")
@ImportAutoConfiguration(Jackson2AutoConfiguration.class)
public @interface WithJackson2 {}
