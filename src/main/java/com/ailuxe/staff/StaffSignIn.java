package com.ailuxe.staff;

import com.ailuxe.staff.SignInLimits.Attempt;
import com.ailuxe.staff.SignInNotNow.Reason;
import com.ailuxe.staff.StaffAccounts.Account;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs staff in with each call. Hashing a password is dear by intention, and anybody may ask for
 * it: so it is done by a few threads of its own, for which contacts never wait, and a password that
 * was right a moment ago is not hashed again. What is refused tells nobody whether a name exists.
 */
@Component
class StaffSignIn implements AuthenticationProvider, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(StaffSignIn.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String MAC = "HmacSHA256";
  private static final int MOST_PROVEN = 1000;

  private final StaffAccounts accounts;
  private final PasswordHashes hashes;
  private final SignInLimits limits;
  private final SignInRecords records;
  private final SignInProperties settings;
  private final ThreadPoolExecutor hashing;

  /** The key, which nobody has but this process, for proofs of a name and its password. */
  private final SecretKeySpec proofs;

  /** The stored hash that a proof was right for. */
  private final Cache<String, String> proven;

  private final ConcurrentMap<String, CompletableFuture<Account>> underWay =
      new ConcurrentHashMap<>();

  StaffSignIn(
      StaffAccounts accounts,
      PasswordHashes hashes,
      SignInLimits limits,
      SignInRecords records,
      SignInProperties settings) {
    this.accounts = accounts;
    this.hashes = hashes;
    this.limits = limits;
    this.records = records;
    this.settings = settings;
    this.hashing =
        new ThreadPoolExecutor(
            settings.hashing(),
            settings.hashing(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(settings.waiting()),
            Thread.ofPlatform().name("sign-in-", 0).daemon().factory());
    this.proven =
        Caffeine.newBuilder()
            .maximumSize(MOST_PROVEN)
            .expireAfterWrite(settings.provenFor())
            .build();
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    this.proofs = new SecretKeySpec(key, MAC);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /**
   * @throws BadCredentialsException when the name or the password is wrong
   * @throws SignInNotNow when there were too many
   * @throws AuthenticationServiceException when the database does not answer
   */
  @Override
  public Authentication authenticate(Authentication given) {
    var begin = System.nanoTime();
    try {
      var member = signIn(given).member();
      var signedIn =
          UsernamePasswordAuthenticationToken.authenticated(member, null, member.getAuthorities());
      signedIn.setDetails(given.getDetails());
      return signedIn;
    } catch (SignInNotNow notNow) {
      records.notLookedAt(notNow.reason());
      throw notNow;
    } catch (BadCredentialsException refused) {
      await(begin);
      throw refused;
    } catch (AuthenticationException known) {
      throw known;
    } catch (RuntimeException failure) {
      throw new AuthenticationServiceException("The staff could not be read", failure);
    }
  }

  @Override
  public void destroy() {
    hashing.shutdownNow();
  }

  private Account signIn(Authentication given) {
    var name = name(given);
    var password = String.valueOf(given.getCredentials());
    var proof = proof(name, password);
    var hash = proven.getIfPresent(proof);
    if (hash != null) {
      var account = accounts.find(name).filter(found -> found.passwordHash().equals(hash));
      if (account.isPresent()) {
        return account.get();
      }
      proven.invalidate(proof);
    }
    var address = address(given);
    var attempt = Attempt.of(name, address);
    limits.check(attempt);
    return result(checked(name, password, proof, attempt, address));
  }

  /** Checks a sign-in once for many calls at once, as of a page that opens. */
  private CompletableFuture<Account> checked(
      String name, String password, String proof, Attempt attempt, String address) {
    var running = new CompletableFuture<Account>();
    var first = underWay.putIfAbsent(proof, running);
    if (first != null) {
      return first;
    }
    running.whenComplete((account, failure) -> underWay.remove(proof));
    try {
      hashing.execute(() -> complete(running, name, password, proof, attempt, address));
    } catch (RejectedExecutionException full) {
      running.completeExceptionally(new SignInNotNow(Reason.BUSY, PATIENCE));
    }
    return running;
  }

  private void complete(
      CompletableFuture<Account> running,
      String name,
      String password,
      String proof,
      Attempt attempt,
      String address) {
    try {
      running.complete(check(name, password, proof, attempt, address));
    } catch (RuntimeException e) {
      running.completeExceptionally(e);
    }
  }

  private Account check(
      String name, String password, String proof, Attempt attempt, String address) {
    limits.take(attempt);
    var account = find(name, attempt);
    var stored = account.map(Account::passwordHash).orElse(null);
    if (hashes.matches(password, stored) && account.isPresent()) {
      proven.put(proof, account.get().passwordHash());
      limits.succeeded(attempt);
      return account.get();
    }
    if (stored != null && !hashes.isAccepted(stored)) {
      log.warn("{} cannot sign in: the stored password is no bcrypt of a cost from 10 to 14", name);
    }
    records.wrong(name, account, address);
    throw new BadCredentialsException("Not the password of anybody by this name");
  }

  private Optional<Account> find(String name, Attempt attempt) {
    try {
      return accounts.find(name);
    } catch (DataAccessException e) {
      limits.giveBack(attempt);
      throw e;
    }
  }

  private static Account result(CompletableFuture<Account> running) {
    try {
      return running.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SignInNotNow(Reason.BUSY, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInNotNow(Reason.BUSY, PATIENCE);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    }
  }

  private void await(long begin) {
    try {
      var step = Math.max(1, settings.refusalTakes().toNanos());
      TimeUnit.NANOSECONDS.sleep(step - (System.nanoTime() - begin) % step);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String name(Authentication given) {
    return given.getDetails() instanceof SignInDetails details
        ? details.complete(given.getName())
        : given.getName();
  }

  private static String address(Authentication given) {
    return given.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "unknown";
  }

  private String proof(String name, String password) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(proofs);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + MAC, e);
    }
  }
}
