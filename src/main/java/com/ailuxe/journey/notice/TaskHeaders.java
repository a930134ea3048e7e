package com.ailuxe.journey.notice;

import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import io.camunda.client.api.response.ActivatedJob;
import java.util.function.Function;

/** What a task in {@code bpmn/} tells its worker. */
public final class TaskHeaders {
  /**
   * @param read throws an IllegalArgumentException for what it does not know
   * @throws JobFailed when the model has no such header, or an unknown value in it
   */
  public static <T> T required(ActivatedJob job, String name, Function<String, T> read) {
    var value = job.getCustomHeaders().get(name);
    if (value == null) {
      throw mismatch("%s has no header %s".formatted(job.getElementId(), name));
    }
    try {
      return read.apply(value);
    } catch (IllegalArgumentException e) {
      throw mismatch(
          "%s has the header %s with the unknown value '%s'"
              .formatted(job.getElementId(), name, value));
    }
  }

  private static JobFailed mismatch(String what) {
    return new JobFailed(IncidentType.MODEL_MISMATCH, what);
  }

  private TaskHeaders() {}
}
