package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.journey.CancellationRules;
import com.ailuxe.journey.ModelDecisions;
import com.ailuxe.journey.booking.CloseCaseWorker;
import com.ailuxe.journey.booking.CloseRequestWorker;
import com.ailuxe.journey.booking.CompleteBookingWorker;
import com.ailuxe.journey.booking.ExpireHoldWorker;
import com.ailuxe.journey.clientturn.RecordAnswerWorker;
import com.ailuxe.journey.contract.ContractNotices;
import com.ailuxe.journey.contract.GatherFactsWorker;
import com.ailuxe.journey.contract.IssueContractWorker;
import com.ailuxe.journey.notice.BookingNotices;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.journey.pricing.GatherPriceFactsWorker;
import com.ailuxe.journey.pricing.ProposePriceWorker;
import com.ailuxe.journey.reminders.PlanRemindersWorker;
import com.ailuxe.journey.reminders.SendReminderWorker;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The past of the demo agency: made once, where nobody has written to it yet, by the features
 * themselves. They run for it in a small application of their own, with a clock of their own and
 * without channels and engine, so that nobody hears what happens there.
 */
public final class Past {
  private static final String POOL = "spring.datasource.hikari.";

  private final JdbcConnectionDetails database;
  private final ConfigurableEnvironment settings;

  /**
   * @param database in which the demo agency is
   * @param settings of the app: where it keeps files, for example
   */
  public Past(JdbcConnectionDetails database, ConfigurableEnvironment settings) {
    this.database = database;
    this.settings = settings;
  }

  /** Whether nobody has written to the demo agency yet. */
  public static boolean isMissing(JdbcClient database) {
    return database
        .sql("select not exists (select from contact where agency_id = ?)")
        .param(DemoAgency.ID.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Makes it, unless somebody has written to the demo agency. What is made is there as a whole or
   * not at all, also where this is broken off.
   *
   * @param clock by which it ends
   * @return whether it was made
   */
  public boolean make(Clock clock) {
    try (var application = new AnnotationConfigApplicationContext()) {
      application
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "past", Map.of(POOL + "maximum-pool-size", 2, POOL + "minimum-idle", 1)));
      application.getEnvironment().merge(settings);
      application.registerBean(JdbcConnectionDetails.class, () -> database);
      application.registerBean(PastClock.class, () -> new PastClock(clock.instant()));
      application.register(Application.class);
      application.refresh();
      return application.getBean(PastMaker.class).make(clock);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      basePackages = {
        "com.ailuxe.agency",
        "com.ailuxe.booking",
        "com.ailuxe.contact",
        "com.ailuxe.contract",
        "com.ailuxe.conversation",
        "com.ailuxe.media",
        "com.ailuxe.past",
        "com.ailuxe.reminder",
        "com.ailuxe.rendering",
        "com.ailuxe.replicas",
        "com.ailuxe.talent"
      },
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Tests?[$].*"))
  @EntityScan("com.ailuxe")
  @EnableJpaRepositories("com.ailuxe")
  @ConfigurationPropertiesScan({
    "com.ailuxe.booking",
    "com.ailuxe.conversation",
    "com.ailuxe.media"
  })
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @Import({
    BookingNotices.class,
    CancellationRules.class,
    CloseCaseWorker.class,
    CloseRequestWorker.class,
    CompleteBookingWorker.class,
    ContractNotices.class,
    ExpireHoldWorker.class,
    GatherFactsWorker.class,
    GatherPriceFactsWorker.class,
    IssueContractWorker.class,
    ModelDecisions.class,
    NoticeTexts.class,
    PlanRemindersWorker.class,
    ProposePriceWorker.class,
    RecordAnswerWorker.class,
    SendReminderWorker.class
  })
  static class Application {
    @Bean
    Timeline timeline() {
      return new Timeline();
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entities) {
      return new OneTransaction(entities);
    }
  }

  /** The one transaction, in which those take part, too, who want one of their own. */
  private static final class OneTransaction implements PlatformTransactionManager {
    private final JpaTransactionManager jpa;

    OneTransaction(EntityManagerFactory entities) {
      this.jpa = new JpaTransactionManager(entities);
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition wanted) {
      var definition =
          wanted == null
              ? new DefaultTransactionDefinition()
              : new DefaultTransactionDefinition(wanted);
      if (definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW) {
        definition.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
      }
      return jpa.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
      jpa.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
      jpa.rollback(status);
    }
  }
}
