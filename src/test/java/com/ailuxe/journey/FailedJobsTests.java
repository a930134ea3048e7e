package com.ailuxe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class FailedJobsTests {
  @ParameterizedTest
  @CsvSource({"3, PT2S", "2, PT10S", "1, PT50S", "7, PT2S"})
  void eachTryWaitsFiveTimesLonger(int retriesLeft, Duration pause) {
    assertThat(FailedJobs.pause(retriesLeft)).isEqualTo(pause);
  }

  @Test
  void aBugIsNotTriedAgain() {
    assertThat(FailedJobs.isBug(new IllegalStateException("no draft"))).isTrue();
    assertThat(FailedJobs.isBug(new DataIntegrityViolationException("null"))).isTrue();
  }

  @Test
  void whatMayHealIsTriedAgain() {
    assertThat(FailedJobs.isBug(new DataAccessResourceFailureException("down"))).isFalse();
  }
}
