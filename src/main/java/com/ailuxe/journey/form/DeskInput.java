package com.ailuxe.journey.form;

import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Supplier;

/** What both desk forms hold, read the same way. */
public final class DeskInput {
  private DeskInput() {}

  /**
   * What came of a form, in words for who filled it in: also where it holds what is of no use.
   *
   * @param carriedOut the problem, empty where there is none
   */
  public static String problem(Supplier<String> carriedOut) {
    try {
      return carriedOut.get();
    } catch (Unusable e) {
      return e.problem;
    }
  }

  /**
   * @throws Unusable when it is no time
   */
  public static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new Unusable("'%s' is no time.".formatted(e.getParsedString()));
    }
  }

  /**
   * @throws Unusable when there is no such amount, or no such currency
   */
  public static Money money(BigDecimal amount, String currency) {
    try {
      return new Money(amount, Currency.getInstance(currency));
    } catch (IllegalArgumentException e) {
      throw new Unusable("%s is no amount in %s.".formatted(amount.toPlainString(), currency));
    }
  }

  /** What the form says is a turn of its own, and the same one each time that it is carried out. */
  public static TurnId turn(long elementInstance) {
    var name = "desk/" + elementInstance;
    return new TurnId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the form holds is of no use. */
  public static final class Unusable extends RuntimeException {
    private final String problem;

    public Unusable(String problem) {
      super(problem);
      this.problem = problem;
    }

    /** What is wrong, in a sentence for who filled it in. */
    public String problem() {
      return problem;
    }
  }
}
