package com.ailuxe.journey;

import java.util.Map;

/** The rules in {@code bpmn/*.dmn}, where something else than the path asks them. */
interface Decisions {
  /** What a new agreement says of a cancellation. */
  String CANCELLATION_TERMS = "cancellationTerms";

  /** What it costs to call a booking off. */
  String CANCELLATION = "cancellation";

  /**
   * Asks a decision whose first row that fits counts.
   *
   * @return its outputs by name
   * @throws JobFailed when no row fits
   */
  Map<String, Object> ask(String decision, Map<String, Object> facts);
}
