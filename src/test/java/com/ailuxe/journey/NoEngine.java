package com.ailuxe.journey;

import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import com.ailuxe.booking.DeskRequestFiled;
import com.ailuxe.journey.bookingdesk.CarryOutFiledRequestWorker;
import com.ailuxe.journey.newbooking.CreateFiledBookingWorker;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.JsonMapper;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The path without an engine, for tests of what stands above it: what is filed at the desk is
 * carried out at once, unless the engine is away; the rules are asked as they are.
 */
@TestConfiguration(proxyBeanMethods = false)
public class NoEngine {
  @Bean
  CamundaClient camundaClient() {
    return mock(RETURNS_DEEP_STUBS);
  }

  @Bean
  JsonMapper camundaJsonMapper() {
    return mock();
  }

  @Bean
  CommandExceptionHandlingStrategy commandErrors() {
    return mock();
  }

  @Bean
  MetricsRecorder jobMetrics() {
    return mock();
  }

  @Bean
  @Primary
  Journey noJourney() {
    return mock();
  }

  @Bean
  @Primary
  Decisions rules() {
    return new ModelDecisions();
  }

  /** Where a test has people's tasks of its own, those come first. */
  @Bean
  static BeanFactoryPostProcessor tasksOfTheTestComeFirst() {
    return beans -> beans.getBeanDefinition("userTasksByVersion").setFallback(true);
  }

  @Bean
  Desk deskProcess(CarryOutFiledRequestWorker carryOut, CreateFiledBookingWorker create) {
    return new Desk(carryOut, create);
  }

  /** Does what the processes of the desk do. */
  public static class Desk {
    private final CarryOutFiledRequestWorker carryOut;
    private final CreateFiledBookingWorker create;
    private final AtomicBoolean away = new AtomicBoolean();

    Desk(CarryOutFiledRequestWorker carryOut, CreateFiledBookingWorker create) {
      this.carryOut = carryOut;
      this.create = create;
    }

    /** Says whether the engine is away: then nothing is carried out. */
    public void away(boolean isAway) {
      away.set(isAway);
    }

    @TransactionalEventListener
    void on(DeskRequestFiled filed) {
      if (away.get()) {
        return;
      }
      Thread.ofVirtual().start(() -> carryOut(filed));
    }

    private void carryOut(DeskRequestFiled filed) {
      var id = filed.requestId().toString();
      if (filed.newBooking()) {
        create.handle(id, Jobs.ofNobody());
      } else {
        carryOut.handle(id, Jobs.ofNobody());
      }
    }
  }
}
