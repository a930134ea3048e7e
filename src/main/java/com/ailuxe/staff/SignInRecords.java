package com.ailuxe.staff;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AuditTrail;
import com.ailuxe.staff.StaffAccounts.Account;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps that sign-ins were refused. A name that nobody has is not written down: people type
 * passwords there.
 */
@Component
class SignInRecords implements MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(SignInRecords.class);
  private static final String ACTION = "staff.sign-in-refused";

  private final AuditTrail audit;
  private final Agencies agencies;
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();

  SignInRecords(AuditTrail audit, Agencies agencies) {
    this.audit = audit;
    this.agencies = agencies;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }

  /**
   * The password was wrong, or nobody has the name; of the agency whose short name it ends with.
   */
  @Transactional
  public void wrong(String name, Optional<Account> account, String address) {
    count("credentials");
    log.warn(
        "Sign-in refused from {}: {}",
        address,
        account.isPresent() ? "wrong password for " + name : "nobody has that name");
    if (account.isPresent()) {
      var known = account.get();
      audit.record(
          known.member().agency(), "system", ACTION, "staff", known.id(), "from " + address);
      return;
    }
    agencies
        .named(name.substring(name.lastIndexOf('@') + 1).replace("\0", ""))
        .ifPresent(
            agency ->
                audit.record(
                    agency.id(),
                    "system",
                    ACTION,
                    "agency",
                    agency.id(),
                    "a name that nobody has, from " + address));
  }

  void notLookedAt(SignInNotNow.Reason reason) {
    count(reason.name().toLowerCase(Locale.ROOT));
  }

  private void count(String reason) {
    meters.counter("ailuxe.staff.sign.ins.refused", "reason", reason).increment();
  }
}
