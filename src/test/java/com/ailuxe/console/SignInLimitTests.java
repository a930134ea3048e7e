package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who guesses passwords is slowed down and seen; each test calls from an address of its own. */
@ResourceLock(Resources.SYSTEM_OUT)
@ConsoleModuleTest
@TestPropertySource(
    properties = {
      "server.forward-headers-strategy=native",
      "ailuxe.staff.sign-in.refusal-takes=1s",
      // Nothing comes back while a slow machine hashes.
      "ailuxe.staff.sign-in.account-per-hour=5",
      "ailuxe.staff.sign-in.address-per-minute=6",
      "ailuxe.staff.sign-in.address-per-hour=6"
    })
@ExtendWith(OutputCaptureExtension.class)
class SignInLimitTests {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;

  private final HttpClient http = HttpClient.newHttpClient();
  private String address;
  private UUID person;
  private String name;

  @BeforeEach
  void somebodyAtAnAddress() {
    var random = ThreadLocalRandom.current();
    address = "203.0.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(1, 255));
    person = UUID.randomUUID();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (?, ?, ?, 'Nora Lind', 'CONCIERGE', ?)""")
        .params(person, DemoAgency.ID.value(), person.toString(), Api.DEMO)
        .update();
    name = person + "@luxe";
  }

  @Test
  void wrongPasswordsEndAfterAFewWhichAreKeptAndCounted(CapturedOutput log) {
    var before = refused("credentials");

    var answers = inParallel(30, number -> me(name, "guess " + number).getStatusCode().value());

    assertThat(answers).filteredOn(status -> status == 401).hasSize(5);
    assertThat(answers).allMatch(status -> List.of(401, 429, 503).contains(status));
    assertThat(audit(person)).hasSize(5).containsOnly("from " + address);
    assertThat(refused("credentials") - before).isEqualTo(5);
    assertThat(refused("limit")).isPositive();
    assertThat(log).contains("Sign-in refused from " + address + ": wrong password for " + name);
    address = "198.51.100.9";
    var right = me(name, "demo");
    Api.problem(429, "urn:ailuxe:api:sign-in-limited", right);
    assertThat(Integer.parseInt(right.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)))
        .isBetween(1, 721);
  }

  @Tag("nightly")
  @Test
  void manyNamesFromOneAddressEndAsWell() {
    var answers =
        IntStream.range(0, 12)
            .mapToObj(number -> me("nobody-%d@luxe".formatted(number), "demo"))
            .map(answer -> answer.getStatusCode().value())
            .toList();

    assertThat(answers.subList(0, 6)).containsOnly(401);
    assertThat(answers.getLast()).isEqualTo(429);
    assertThat(me(name, "demo").getStatusCode().value()).isEqualTo(429);
    address = "2001:db8:1:2:3::4";
    assertThat(me(name, "demo").getStatusCode().value()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from audit where detail like 'a name that nobody has%'")
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void whoeverIsSignedInGoesOnWhileOthersGuess() {
    assertThat(me(name, "demo").getStatusCode().value()).isEqualTo(200);
    var home = address;
    address = "198.51.100.7";
    inParallel(12, number -> me(name, "guess " + number).getStatusCode().value());
    address = home;

    assertThat(me(name, "demo").getStatusCode().value()).isEqualTo(200);

    jdbc.sql("update staff set password_hash = null where id = ?").param(person).update();
    assertThat(me(name, "demo").getStatusCode().value()).isIn(401, 429);
  }

  @Test
  void rightPasswordsAreNoAttemptsHoweverManyCome() {
    var answers = inParallel(50, number -> me(name, "demo").getStatusCode().value());

    assertThat(answers).containsOnly(200);
    assertThat(audit(person)).isEmpty();
  }

  @Tag("nightly")
  @Test
  void noRefusalIsFasterThanAnother() {
    var known = nanos(() -> me(name, "guess"));
    var demo = nanos(() -> me("demo@luxe", "guess"));
    var unknown = nanos(() -> me("nobody@luxe", "guess"));
    var elsewhere = nanos(() -> me("nobody@nowhere", "guess"));
    var noName = nanos(() -> me("nobody", "guess"));

    assertThat(List.of(known, demo, unknown, elsewhere, noName))
        .allSatisfy(time -> assertThat(time).isGreaterThan(Duration.ofSeconds(1)));
  }

  private static Duration nanos(Runnable call) {
    var begin = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private interface Call {
    int by(int number);
  }

  private static List<Integer> inParallel(int times, Call call) {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      return IntStream.range(0, times)
          .mapToObj(number -> threads.submit(() -> call.by(number)))
          .toList()
          .stream()
          .map(
              future -> {
                try {
                  return future.get();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    }
  }

  private List<String> audit(UUID subject) {
    return jdbc.sql(
            """
            select detail from audit
            where action = 'staff.sign-in-refused' and subject_type = 'staff' and subject_id = ?""")
        .param(subject)
        .query(String.class)
        .list();
  }

  private double refused(String reason) {
    var counter = meters.find("ailuxe.staff.sign.ins.refused").tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  /** Asks by a program that does not wait as long as it is told, and asks again. */
  private ResponseEntity<String> me(String signInName, String password) {
    var both = (signInName + ":" + password).getBytes(StandardCharsets.UTF_8);
    var call =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/me".formatted(port)))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both))
            .header("X-Forwarded-For", address)
            .build();
    var answer = http.sendAsync(call, BodyHandlers.ofString()).join();
    var headers = new HttpHeaders();
    answer.headers().map().forEach(headers::addAll);
    return new ResponseEntity<>(answer.body(), headers, answer.statusCode());
  }
}
