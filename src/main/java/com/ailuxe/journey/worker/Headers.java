package com.ailuxe.journey.worker;

import io.camunda.client.api.response.ActivatedJob;

/** What a task in {@code bpmn/} tells its worker. */
final class Headers {
  /**
   * @throws IllegalArgumentException when the model does not say it
   */
  static String required(ActivatedJob job, String name) {
    var value = job.getCustomHeaders().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          job.getElementId() + " has no header " + name + "; add it in the model");
    }
    return value;
  }

  private Headers() {}
}
