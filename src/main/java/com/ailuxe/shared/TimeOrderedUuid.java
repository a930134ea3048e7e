package com.ailuxe.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Ids for rows of which there are very many: UUIDs of version 7 (RFC 9562), which begin with the
 * time. Those of one time stand together in an index, so that a new row costs the same however many
 * there are; random ones would each touch a page of their own.
 */
public final class TimeOrderedUuid {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private TimeOrderedUuid() {}

  /** Greater than all that this process got before. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
