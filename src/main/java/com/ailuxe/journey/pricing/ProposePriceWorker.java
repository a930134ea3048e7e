package com.ailuxe.journey.pricing;

import com.ailuxe.booking.BookingPrices;
import com.ailuxe.booking.ChangeId;
import com.ailuxe.booking.PricePolicy;
import com.ailuxe.booking.PricePolicy.Surcharge;
import com.ailuxe.journey.IncidentType;
import com.ailuxe.journey.JobFailed;
import com.ailuxe.journey.JobTypes;
import com.ailuxe.shared.BookingId;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a price on a booking, or on a change of one, by what the decisions say. */
@Component
public class ProposePriceWorker {
  private final BookingPrices prices;

  ProposePriceWorker(BookingPrices prices) {
    this.prices = prices;
  }

  /**
   * @param changeId null for the booking itself
   * @param surcharges null when the decision has no row that fits
   * @param depositPercent likewise, which is a mistake of the model
   */
  public record Decided(
      String bookingId,
      @Nullable String changeId,
      @Nullable List<Row> surcharges,
      @Nullable BigDecimal depositPercent) {
    PricePolicy policy() {
      if (depositPercent == null) {
        throw new JobFailed(IncidentType.MODEL_MISMATCH, "deposit.dmn has no row that fits");
      }
      var rows = surcharges == null ? List.<Row>of() : surcharges;
      return new PricePolicy(
          rows.stream().map(row -> new Surcharge(row.line(), row.percent())).toList(),
          depositPercent);
    }
  }

  public record Row(String line, BigDecimal percent) {}

  /**
   * @param approvalNeeded whether a person has to agree
   */
  public record Proposed(boolean approvalNeeded) {}

  @JobWorker(type = JobTypes.PROPOSE_PRICE)
  public Proposed handle(@VariablesAsType Decided decided) {
    if (decided.changeId() != null) {
      return new Proposed(prices.propose(ChangeId.parse(decided.changeId()), decided.policy()));
    }
    prices.propose(BookingId.parse(decided.bookingId()), decided.policy());
    return new Proposed(true);
  }
}
