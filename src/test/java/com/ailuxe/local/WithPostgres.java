package com.ailuxe.local;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Gives a Spring test, slices included, a real PostgreSQL database with all tables and no row.
 * Tests that share an application context share the database too; a context that waits for its next
 * test keeps hardly any connection, as one server serves them all.
 */
@Tag("database")
@ResourceLock(value = "database", mode = ResourceAccessMode.READ)
@ResourceLock(providers = WithPostgres.ContextLocks.class)
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = WithPostgres.FreshDatabase.class)
public @interface WithPostgres {

  /**
   * Classes that may share an application context, and so a database, run one after the other:
   * those of one module, and those that one annotation of a module describes.
   */
  final class ContextLocks implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> test) {
      var described =
          MergedAnnotations.from(test, SearchStrategy.TYPE_HIERARCHY)
              .get(WithPostgres.class)
              .getRoot()
              .getType();
      return Stream.of(test, described)
          .filter(type -> type != WithPostgres.class)
          .map(type -> new Lock("contexts of " + type.getPackageName().split("[.]")[2]))
          .collect(Collectors.toSet());
    }
  }

  /** One database per application context. */
  final class FreshDatabase
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = LocalPostgres.forTests().copyOf(Migrated.DATABASE);
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "spring.datasource.url=" + database.url(),
          "spring.datasource.username=" + database.username(),
          "spring.datasource.password=" + database.password(),
          "spring.datasource.hikari.minimum-idle=1",
          "spring.datasource.hikari.idle-timeout=10000",
          "spring.test.database.replace=none");
    }

    /** Migrated once for all contexts, each of which then has nothing left to migrate. */
    private static final class Migrated {
      static final LocalPostgres.Database DATABASE = migrate();

      private static LocalPostgres.Database migrate() {
        var database = LocalPostgres.forTests().createDatabase();
        Flyway.configure()
            .dataSource(database.url(), database.username(), database.password())
            .locations("classpath:db/migration")
            .load()
            .migrate();
        return database;
      }
    }
  }
}
