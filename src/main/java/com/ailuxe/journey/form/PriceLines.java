package com.ailuxe.journey.form;

import com.ailuxe.booking.AgreedPrice;
import com.ailuxe.booking.Price;
import com.ailuxe.booking.PriceLine;
import com.ailuxe.journey.ErrorCodes;
import com.ailuxe.shared.Money;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.exception.CamundaError;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A price in a form, as it is shown there and as it is written there. */
public final class PriceLines {
  private PriceLines() {}

  public static String total(@Nullable Price price) {
    if (price == null) {
      return "not priced";
    }
    var total = price.total();
    return total == null ? "on request (%s)".formatted(price.currency()) : total.toString();
  }

  /** One line for each part; empty where there is none. */
  public static String breakdown(@Nullable Price price) {
    return price == null
        ? ""
        : price.lines().stream().map(line -> line(price, line)).collect(Collectors.joining("\n"));
  }

  /** What of the price the contact did not think of; empty where nothing. */
  public static String overBudget(@Nullable Price price, @Nullable Money budget) {
    var total = price == null ? null : price.total();
    if (total == null || budget == null) {
      return "";
    }
    if (!total.currency().equals(budget.currency())) {
      return "The budget is in %s, the price in %s: compare them yourself."
          .formatted(budget.currency(), total.currency());
    }
    var over = total.minor() - budget.minor();
    return over <= 0
        ? ""
        : "%s over the budget of %s.".formatted(Money.ofMinor(over, total.currency()), budget);
  }

  /**
   * What the approver wrote into the form; null where that is nothing, or where the answer is no.
   */
  public static @Nullable AgreedPrice agreed(
      boolean approved, @Nullable String price, @Nullable String reason) {
    if (!approved || price == null || price.isBlank()) {
      return null;
    }
    try {
      return new AgreedPrice(new BigDecimal(price.strip()), reason);
    } catch (NumberFormatException e) {
      throw refused(
          "'%s' is no price; write it as 1250 or 1250.50.".formatted(FormText.line(price)));
    }
  }

  /** Brings the form back to the approver. */
  public static BpmnError refused(String problem) {
    return CamundaError.bpmnError(ErrorCodes.PRICE_REFUSED, problem, Map.of("problem", problem));
  }

  private static String line(Price price, PriceLine line) {
    var amount = Money.ofMinor(Math.abs(line.minor()), price.currency());
    return "%s: %s%s".formatted(FormText.line(line.text()), line.minor() < 0 ? "−" : "", amount);
  }
}
