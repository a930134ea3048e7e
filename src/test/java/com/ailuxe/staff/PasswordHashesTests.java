package com.ailuxe.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class PasswordHashesTests {
  private static final String OF_COST_12 =
      "{bcrypt}$2a$12$yLa4JVkRuj6Z0psAhlDQMOQ4aJriYkpT3wPOxEsHtPkEh7v7C3lay";
  private static final String OF_COST_10 =
      "{bcrypt}$2a$10$pnYtBI2tw5IadHT/KwJvXu1aDtzzfbF/9h0YQZzQoAilb28iaOPSa";

  private final PasswordHashes hashes = new PasswordHashes();

  @ParameterizedTest
  @ValueSource(strings = {OF_COST_12, OF_COST_10})
  void aPasswordMatchesWhatIsStoredOfIt(String stored) {
    assertThat(hashes.matches("demo", stored)).isTrue();
    assertThat(hashes.matches("demo", stored.replace("{bcrypt}", ""))).isTrue();
    assertThat(hashes.matches("demo", stored.replace("$2a$", "$2y$"))).isTrue();
    assertThat(hashes.matches("Demo", stored)).isFalse();
    assertThat(hashes.matches("", stored)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "{noop}demo",
        "{noop}",
        "{rot13}qrzb",
        "{MD5}fe01ce2a7fbac8fafaed7c982a04e229",
        "{bcrypt}demo",
        "{bcrypt}$2a$04$cHJKFDnIapY9KZZCIJmpKeO/8xBWZG6uiwICFTyQOiBSSYQnW.YdW",
        "{bcrypt}$2a$09$F3jrUjz7JKYYaSiafaO9Suo4akZ35zVoA499MM39ogJkVgqXSEpyS",
        "{bcrypt}$2a$15$yLa4JVkRuj6Z0psAhlDQMOQ4aJriYkpT3wPOxEsHtPkEh7v7C3lay",
        "{bcrypt}$2a$31$yLa4JVkRuj6Z0psAhlDQMOQ4aJriYkpT3wPOxEsHtPkEh7v7C3lay",
        "{noop}$2a$12$yLa4JVkRuj6Z0psAhlDQMOQ4aJriYkpT3wPOxEsHtPkEh7v7C3lay"
      })
  void anyOtherFormMatchesNothing(String stored) {
    assertThat(hashes.isAccepted(stored)).isFalse();
    assertThat(hashes.matches("demo", stored)).isFalse();
  }

  /** What counts is the time on the processor, as the machine may do other things. */
  @Test
  void aNameThatNobodyHasCostsAsMuchAsOneThatSomebodyHas() {
    cost(OF_COST_12);

    var known = cost(OF_COST_12);

    assertThat(cost(null)).isBetween(known / 2, known * 2);
    assertThat(cost("{noop}demo")).isBetween(known / 2, known * 2);
  }

  private long cost(@Nullable String stored) {
    var processor = ManagementFactory.getThreadMXBean();
    var begin = processor.getCurrentThreadCpuTime();
    hashes.matches("guess", stored);
    return processor.getCurrentThreadCpuTime() - begin;
  }
}
