package com.ailuxe.journey;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ailuxe.journey.form.Deciders;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Jobs as the engine hands them out, with keys that grow. */
public final class Jobs {
  private static final AtomicLong KEYS = new AtomicLong(2_251_799_813_700_000L);

  public static long key() {
    return KEYS.incrementAndGet();
  }

  /** One that no person decided. */
  public static ActivatedJob ofNobody() {
    return job(key(), Map.of());
  }

  /** One that carries out what was decided in this task. */
  public static ActivatedJob decidedIn(long processInstance, String taskId) {
    return job(processInstance, Map.of(Deciders.HEADER, taskId));
  }

  /** One of a service task with this header. */
  public static ActivatedJob with(String header, String value) {
    return job(key(), Map.of(header, value));
  }

  private static ActivatedJob job(long processInstance, Map<String, String> headers) {
    var elementInstance = key();
    var job = mock(ActivatedJob.class);
    when(job.getProcessInstanceKey()).thenReturn(processInstance);
    when(job.getElementInstanceKey()).thenReturn(elementInstance);
    when(job.getCustomHeaders()).thenReturn(headers);
    when(job.getElementId()).thenReturn("Task_Test");
    return job;
  }

  private Jobs() {}
}
