package com.ailuxe.journey;

import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.CancellationFee;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.contract.AgreedCancellation;
import com.ailuxe.contract.CancellationTerms;
import com.ailuxe.contract.Contracts;
import com.ailuxe.shared.EventTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What it costs to call a booking off: as {@code cancellation.dmn} reckons with what the agreement
 * says that the contact accepted. New agreements are written from the same file.
 */
@Component
public class CancellationRules {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final Decisions decisions;
  private final Contracts contracts;
  private final BookingChanges changes;
  private final Clock clock;

  CancellationRules(Decisions decisions, Contracts contracts, BookingChanges changes, Clock clock) {
    this.decisions = decisions;
    this.contracts = contracts;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What a new agreement says.
   *
   * @param service the kind of talent
   */
  public CancellationTerms terms(String service) {
    var outputs =
        decisions.ask(
            Decisions.CANCELLATION_TERMS, Map.of("service", service.toLowerCase(Locale.ROOT)));
    return new CancellationTerms(
        number(outputs, "freeHours").intValueExact(),
        number(outputs, "latePercent"),
        number(outputs, "noShowPercent"));
  }

  /** What is due when it is called off now; empty where that is free. */
  public Optional<CancellationFee> fee(BookingFacts booking, CancelledBy by) {
    return fee(booking, by, clock.instant());
  }

  /**
   * What is due when the contact declines a document of a change that they asked for themselves,
   * after they had accepted an agreement: the booking ends by it. The moment of the change counts,
   * and so what the document says of it; empty where it is free, or the change was ours.
   */
  public Optional<CancellationFee> feeForDeclining(BookingFacts booking) {
    return contracts
        .cancellationAgreedBefore(booking.agency(), booking.id())
        .flatMap(agreed -> changes.changedAsContactAsked(booking.id()))
        .flatMap(at -> fee(booking, CancelledBy.CONTACT, at))
        .map(fee -> fee.because("the agreement of the contact's own change was declined"));
  }

  private Optional<CancellationFee> fee(BookingFacts booking, CancelledBy by, Instant at) {
    var start = booking.start();
    if (start == null || booking.state().isFinal()) {
      return Optional.empty();
    }
    var agreement = agreed(booking).orElse(null);
    var price = agreement == null ? booking.total() : agreement.price();
    if (price == null) {
      return Optional.empty();
    }
    var agreed = agreement == null ? null : agreement.terms();
    var facts = new HashMap<String, Object>();
    facts.put("cancelledBy", by.code());
    facts.put("agreed", agreed != null);
    facts.put("noticeHours", hours(Duration.between(at, start.instant())));
    facts.put("freeHours", agreed == null ? 0 : agreed.freeHours());
    facts.put("latePercent", agreed == null ? 0 : agreed.latePercent());
    facts.put("noShowPercent", agreed == null ? 0 : agreed.noShowPercent());
    var outputs = decisions.ask(Decisions.CANCELLATION, facts);
    return CancellationFee.share(
        price, number(outputs, "feePercent"), String.valueOf(outputs.get("reason")));
  }

  /** Until when it can be called off for nothing; null where that is over, or nothing is agreed. */
  public @Nullable EventTime freeUntil(BookingFacts booking) {
    var start = booking.start();
    if (start == null) {
      return null;
    }
    return agreed(booking)
        .map(agreed -> start.instant().minus(Duration.ofHours(agreed.terms().freeHours())))
        .filter(end -> end.isAfter(clock.instant()))
        .map(end -> new EventTime(end.atZone(start.zone()).toLocalDateTime(), start.zone()))
        .orElse(null);
  }

  /**
   * Until a change that the contact asked for has an agreement, the one of before stays in force.
   */
  private Optional<AgreedCancellation> agreed(BookingFacts booking) {
    var agency = booking.agency();
    var id = booking.id();
    return contracts
        .agreedCancellation(agency, id)
        .or(
            () ->
                changes
                    .changedAsContactAsked(booking.id())
                    .flatMap(at -> contracts.cancellationAgreedBefore(agency, id)));
  }

  private static BigDecimal hours(Duration notice) {
    return BigDecimal.valueOf(notice.toSeconds()).divide(SECONDS_PER_HOUR, 6, RoundingMode.HALF_UP);
  }

  private static BigDecimal number(Map<String, Object> outputs, String name) {
    if (outputs.get(name) instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw new JobFailed(IncidentType.MODEL_MISMATCH, "cancellation.dmn gives no " + name);
  }
}
