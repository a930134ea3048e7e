package com.ailuxe;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The contact's side of a luxury concierge and talent agency. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AiLuxeApplication {
  public static void main(String[] args) {
    SpringApplication.run(AiLuxeApplication.class, args);
  }
}
