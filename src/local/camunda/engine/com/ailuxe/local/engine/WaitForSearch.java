package com.ailuxe.local.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Holds Operate and Tasklist back until the search store has recovered its shards. It answers
 * before that, and their first look at the schema would then fail and end the process.
 */
@AutoConfiguration
@Profile("operate | tasklist")
public class WaitForSearch {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String FIRST_USERS =
      "io\\.camunda\\.(operate|tasklist)\\..*(SchemaStartup|SchemaManager).*";

  @Bean
  static BeanPostProcessor waitForSearch(Environment environment) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean.getClass().getName().matches(FIRST_USERS)) {
          awaitRecovery(environment.getRequiredProperty("camunda.database.url"));
        }
        return bean;
      }
    };
  }

  private static void awaitRecovery(String url) {
    var health =
        HttpRequest.newBuilder(
                URI.create(
                    url
                        + "/_cluster/health?wait_for_status=green"
                        + "&wait_for_no_initializing_shards=true&timeout=5s"))
            .timeout(Duration.ofSeconds(8))
            .build();
    var deadline = Instant.now().plus(PATIENCE);
    try (var http = HttpClient.newHttpClient()) {
      while (!isGreen(http, health) && Instant.now().isBefore(deadline)) {
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isGreen(HttpClient http, HttpRequest health) throws InterruptedException {
    try {
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
