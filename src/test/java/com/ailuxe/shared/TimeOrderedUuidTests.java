package com.ailuxe.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedUuidTests {
  @Test
  void eachComesAfterTheOneBefore() {
    var ids = Stream.generate(TimeOrderedUuid::next).limit(1000).toList();

    assertThat(ids).allMatch(id -> id.version() == 7).doesNotHaveDuplicates();
    assertThat(ids.stream().map(UUID::toString)).isSorted();
  }
}
