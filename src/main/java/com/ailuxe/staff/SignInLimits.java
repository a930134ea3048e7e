package com.ailuxe.staff;

import com.ailuxe.shared.Sha256;
import com.ailuxe.staff.SignInNotNow.Reason;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many sign-ins may fail, of one account and from one address, over all replicas: a few at
 * once, then with a pause, then with a longer one. An attempt counts before it is looked at, as
 * many may be under way, and is given back when it succeeds.
 */
@Component
class SignInLimits {
  private static final Logger log = LoggerFactory.getLogger(SignInLimits.class);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_CLEANED = 10_000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private final BucketConfiguration perAccount;
  private final BucketConfiguration perAddress;

  /** Until when, on this machine's timer: what is over the limit costs the database nothing. */
  private final Cache<String, Long> closed =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(Duration.ofHours(1))
          .build();

  SignInLimits(DataSource database, SignInProperties settings) {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("sign_in_bucket")
            .expiresAtColumn("expires_at")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
    perAccount = limit(settings.accountPerMinute(), settings.accountPerHour());
    perAddress = limit(settings.addressPerMinute(), settings.addressPerHour());
  }

  /** One sign-in that is tried. */
  record Attempt(String account, String address) {
    /**
     * @param name as it was typed, whether it exists or not
     * @param address of the caller
     */
    static Attempt of(String name, String address) {
      var folded = name.strip().toLowerCase(Locale.ROOT);
      return new Attempt(
          "account:" + Sha256.hex(folded.getBytes(StandardCharsets.UTF_8)),
          "address:" + network(address));
    }

    private List<String> keys() {
      return List.of(address, account);
    }

    /** Who has one address of IPv6 has the 64 bits behind it. */
    private static String network(String address) {
      if (!address.contains(":")) {
        return address;
      }
      try {
        var bytes = InetAddress.getByName(address).getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 16 ? 8 : 4));
      } catch (UnknownHostException e) {
        return address;
      }
    }
  }

  /**
   * @throws SignInNotNow when this replica knows that it is over the limit
   */
  void check(Attempt attempt) {
    var now = System.nanoTime();
    for (var key : attempt.keys()) {
      var until = closed.getIfPresent(key);
      if (until != null && until - now > 0) {
        throw new SignInNotNow(Reason.LIMIT, Duration.ofNanos(until - now));
      }
    }
  }

  /**
   * Counts it.
   *
   * @throws SignInNotNow when it is over the limit
   */
  void take(Attempt attempt) {
    for (var key : attempt.keys()) {
      var taken = bucket(key).tryConsumeAndReturnRemaining(1);
      if (!taken.isConsumed()) {
        var wait = taken.getNanosToWaitForRefill();
        closed.put(key, System.nanoTime() + wait);
        log.warn("Sign-ins from {} are over the limit of {}", attempt.address(), key);
        throw new SignInNotNow(Reason.LIMIT, Duration.ofNanos(wait));
      }
    }
  }

  /** It was right: the account begins anew, the address has one failure less. */
  void succeeded(Attempt attempt) {
    bucket(attempt.account()).reset();
    bucket(attempt.address()).addTokens(1);
  }

  /** It was not our caller's fault. */
  void giveBack(Attempt attempt) {
    attempt.keys().forEach(key -> bucket(key).addTokens(1));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void removeWhatIsFullAgain() {
    buckets.removeExpired(MOST_CLEANED);
  }

  private BucketProxy bucket(String key) {
    return buckets.getProxy(key, () -> key.startsWith("account:") ? perAccount : perAddress);
  }

  private static BucketConfiguration limit(int perMinute, int perHour) {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
        .build();
  }
}
