package com.ailuxe.system;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are rows, so that they outlive a restart and every replica knows them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
  /** Two calls of one page may write the same attribute at once. */
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnPostgreSql() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
