package com.ailuxe.console.bookings;

import com.ailuxe.booking.BookingState;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a dialog, and what it means. */
public final class DeskForm {
  private static final int LONGEST = 1_000;

  private final Map<String, String> fields;

  DeskForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Something is missing or makes no sense; all else that was typed stays. */
  static final class Incomplete extends RuntimeException {
    private final String problem;

    Incomplete(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  /** The field as it was typed; empty where it was not. */
  public String get(String name) {
    return fields.getOrDefault(name, "").replace("\0", "");
  }

  public boolean has(String name) {
    return !get(name).isBlank();
  }

  /** A key for the next time that the form is sent; a form that is sent again keeps none. */
  public String newKey() {
    return UUID.randomUUID().toString();
  }

  String key() {
    return required("key", "Open this dialog once more.");
  }

  String required(String name, String problem) {
    if (!has(name)) {
      throw new Incomplete(problem);
    }
    return cut(get(name).strip());
  }

  @Nullable String text(String name) {
    return has(name) ? cut(get(name).strip()) : null;
  }

  private static String cut(String text) {
    if (text.length() > LONGEST) {
      throw new Incomplete("One of the texts is longer than %d characters.".formatted(LONGEST));
    }
    return text;
  }

  @Nullable LocalDateTime time(String name) {
    try {
      return has(name) ? LocalDateTime.parse(get(name).strip()) : null;
    } catch (DateTimeParseException e) {
      throw new Incomplete("'%s' is no time.".formatted(get(name)));
    }
  }

  @Nullable Integer number(String name) {
    try {
      return has(name) ? Integer.valueOf(get(name).strip()) : null;
    } catch (NumberFormatException e) {
      throw new Incomplete("'%s' is no number.".formatted(get(name)));
    }
  }

  BookingState bookingState(String name) {
    try {
      return BookingState.valueOf(get(name));
    } catch (IllegalArgumentException e) {
      throw new Incomplete("Open this dialog once more.");
    }
  }

  @Nullable Money money(String name, String currency) {
    return has(name) ? money(get(name).strip(), name, currency) : null;
  }

  /** An amount as {@link #write} gave it. */
  @Nullable Money money(String name) {
    var parts = get(name).split(" ", 2);
    return has(name) ? money(parts[0], name, parts.length < 2 ? "" : parts[1]) : null;
  }

  private Money money(String amount, String name, String currency) {
    try {
      return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    } catch (IllegalArgumentException e) {
      throw new Incomplete(
          "'%s' is no amount in %s; write it as 1250 or 1250.50.".formatted(get(name), currency));
    }
  }

  static String write(Money money) {
    return money.amount().toPlainString() + " " + money.currency().getCurrencyCode();
  }
}
