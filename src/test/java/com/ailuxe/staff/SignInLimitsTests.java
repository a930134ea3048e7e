package com.ailuxe.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.DemoAgency;
import com.ailuxe.local.WithPostgres;
import com.ailuxe.staff.SignInLimits.Attempt;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** Two replicas count as one. */
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    extraIncludes = "system",
    verifyAutomatically = false)
@TestPropertySource(
    properties = {
      DemoAgency.IN_DATABASE,
      "camunda.client.enabled=false",
      "camel.main.routes-include-pattern=false"
    })
@WithPostgres
class SignInLimitsTests {
  private static final SignInProperties SETTINGS =
      new SignInProperties(3, 10, 6, 20, Duration.ZERO, 1, 1, Duration.ZERO);

  @Autowired DataSource database;

  private SignInLimits one;
  private SignInLimits other;
  private String name;

  @BeforeEach
  void twoReplicas() {
    one = new SignInLimits(database, SETTINGS);
    other = new SignInLimits(database, SETTINGS);
    name = UUID.randomUUID() + "@luxe";
  }

  @Test
  void anAccountHasOneLimitFromEveryAddressOnEveryReplica() {
    one.take(Attempt.of(name, "a" + name));
    other.take(Attempt.of(name, "b" + name));
    one.take(Attempt.of(" " + name.toUpperCase(), "c" + name));

    assertThatThrownBy(() -> other.take(Attempt.of(name, "d" + name)))
        .isInstanceOfSatisfying(
            SignInNotNow.class,
            notNow ->
                assertThat(notNow.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(20)));
    assertThatThrownBy(() -> other.check(Attempt.of(name, "e" + name)))
        .isInstanceOf(SignInNotNow.class);
    assertThatCode(() -> one.check(Attempt.of(name, "e" + name))).doesNotThrowAnyException();
  }

  @Test
  void manyAtOnceAreNoMoreThanTheLimit() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var taken =
          IntStream.range(0, 24)
              .mapToObj(number -> number % 2 == 0 ? one : other)
              .map(replica -> threads.submit(() -> taken(replica, Attempt.of(name, name))))
              .toList();
      var count = 0;
      for (var attempt : taken) {
        count += attempt.get() ? 1 : 0;
      }
      assertThat(count).isEqualTo(3);
    }
  }

  @Test
  void aRightPasswordStartsTheAccountAnewAndGivesTheAddressBackOne() {
    var attempt = Attempt.of(name, name);
    for (var number = 0; number < 10; number++) {
      one.take(attempt);
      one.succeeded(attempt);
    }

    assertThat(taken(one, attempt)).isTrue();
  }

  @Test
  void anAddressIsTheNetworkThatItsOwnerHas() {
    for (var number = 0; number < 6; number++) {
      one.take(Attempt.of(number + name, "2001:db8:0:7::" + number));
    }

    assertThat(taken(one, Attempt.of("7" + name, "2001:db8:0:7:ffff::1"))).isFalse();
    assertThat(taken(one, Attempt.of("8" + name, "2001:db8:0:8::1"))).isTrue();
  }

  private static boolean taken(SignInLimits limits, Attempt attempt) {
    try {
      limits.take(attempt);
      return true;
    } catch (SignInNotNow notNow) {
      return false;
    }
  }
}
