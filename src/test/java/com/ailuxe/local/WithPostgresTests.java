package com.ailuxe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A slice test replaces the datasource by default: it must keep this one. */
@WithPostgres
@JdbcTest
class WithPostgresTests {
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;

  @Test
  void testTalksToTheRealServerAsTheOwnerOfItsDatabase() throws SQLException {
    try (var connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
    assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("ailuxe");
  }
}
