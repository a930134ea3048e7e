package com.ailuxe.concierge.reading;

import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a budget: an amount with a symbol, code or name of a currency, or after a word such as
 * "budget" (then in the agency's currency). Of a range it takes the upper end.
 */
public final class MoneyReader {
  /**
   * @param money null where nothing, or nothing possible, was said
   * @param open whether the contact says that there is no limit, or leaves the amount to us
   */
  public record Reading(
      @Nullable Money money, boolean open, Set<Assumption> assumptions, List<Problem> problems) {}

  /** Dollars of which it is not said which country's they are. */
  private static final String ANY_DOLLAR = "ANY_DOLLAR";

  private static final Map<String, List<String>> TABLE = Table.read("currencies.properties");
  private static final Map<String, String> SYMBOLS = named("symbol.");
  private static final Map<String, String> NAMES = named("name.");
  private static final List<String> CODES = known("codes");
  private static final List<String> DOLLARS = known("dollars");

  private static final String AMOUNT =
      "\\d{1,2}(?:,\\d{2}){1,3},\\d{3}(?!\\d)|\\d{1,3}(?:[,.' ]\\d{3}){1,4}(?!\\d)(?:[.,]\\d{1,3}(?!\\d))?|\\d{1,15}(?:[.,]\\d{1,3}(?!\\d))?";
  private static final String SCALE =
      "(?: ?(?:k|thousands?|grand|lakhs?|lacs?|crores?|mio|millions?|mn|m)(?![a-z0-9]))?";
  private static final String BEFORE =
      "(?:"
          + Table.anyOf(SYMBOLS.keySet())
          + ")"
          + "|(?<![a-z])(?:"
          + String.join("|", CODES)
          + "|(?:rs|dhs?)\\.?(?= ?\\d))";
  private static final String AFTER =
      "(?:"
          + Table.anyOf(SYMBOLS.keySet())
          + ")"
          + "|(?:"
          + String.join("|", CODES)
          + "|"
          + Table.anyOf(NAMES.keySet())
          + ")(?![a-z])";
  private static final String RANGE = " ?(?:-|to|and|or) ?";
  private static final String RATE_PATTERN =
      "(?<rate> ?(?:/|per|an|a|each) ?(?:hour|hr|h|day|night|pers(?:on)?|head|guest|pax|week)(?![a-z])"
          + "| (?:each|apiece|hourly|daily|nightly|weekly|p\\.? ?p\\.?|p/p)(?![a-z]))?";
  private static final String START = "(?<![\\w.,:/])(?<minus>-)?";

  private static final Pattern CURRENCY_FIRST =
      Pattern.compile(
          START
              + "(?:(?<low>(?:"
              + BEFORE
              + ") ?(?:"
              + AMOUNT
              + ")"
              + SCALE
              + ")"
              + RANGE
              + ")?"
              + "(?<currency>"
              + BEFORE
              + ") ?(?<sign>-)?(?<amount>"
              + AMOUNT
              + ")(?<scale>"
              + SCALE
              + ")(?:"
              + RANGE
              + "(?<high>"
              + AMOUNT
              + ")(?<highscale>"
              + SCALE
              + ")"
              + "(?! ?(?:am|pm|:|people|guests|pax|persons|days|hours)))?"
              + RATE_PATTERN);
  private static final Pattern CURRENCY_LAST =
      Pattern.compile(
          START
              + "(?:(?<low>"
              + AMOUNT
              + ")(?<lowscale>"
              + SCALE
              + ") ?(?:"
              + AFTER
              + ")?"
              + RANGE
              + ")?(?<amount>"
              + AMOUNT
              + ")(?<scale>"
              + SCALE
              + ") ?(?<currency>"
              + AFTER
              + ")"
              + RATE_PATTERN);
  private static final Pattern BUDGET_WORD =
      Pattern.compile(
          "(?:\\bbudget|\\bspend(?:ing)?|\\bpay|\\bup to|\\bmax(?:imum)?|\\bno more than|\\bnot more than"
              + "|\\bat most|\\bprice range|\\bnot above|\\bnot exceed(?:ing)?|\\bbelow|\\bunder|\\bless than)"
              + "(?: (?:is|of|around|about|approximately|approx\\.?|roughly|up|to|max(?:imum)?|would|will"
              + "|be|can|ca\\.?|for|this|it|my|our|at|between|from|limit|say|maybe|circa)){0,6} ?[:=]?"
              + " ?(?<minus>-)?(?:(?<low>"
              + AMOUNT
              + ")(?<lowscale>"
              + SCALE
              + ")"
              + RANGE
              + ")?"
              + "(?<amount>"
              + AMOUNT
              + ")(?<scale>"
              + SCALE
              + ")"
              + "(?![\\w:/%]|[.,]\\d| ?(?:am|pm|people|persons?|guests?|pax|of us|friends|adults|hours?"
              + "|hrs?|days?|nights?|minutes?|weeks?|o'clock|st|nd|rd|th)\\b)"
              + RATE_PATTERN);
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?<![\\w.,:/])(?<minus>-)?(?:\\d{1,4}(?:[.,]\\d{1,2})? ?(?:-|to) ?)?(?<amount>\\d{1,4}(?:[.,]\\d{1,2})?)(?<scale> ?(?:k|grand|thousands?|lakhs?|lacs?|crores?))(?![a-z0-9])(?! (?:people|persons?|guests?|pax|of us|and|[a-z]+ hundred)\\b)"
              + RATE_PATTERN);
  private static final Pattern SPELT =
      Pattern.compile(
          "(?<![\\w.,:/-])(?<minus>-)?(?<amount>half a|"
              + NumberWords.WORD
              + "|an?|\\d{1,3}(?= thousands? (?:and )?"
              + NumberWords.WORD
              + "))(?<scale> (?:thousands?|grand|millions?|k))?\\b(?<rest>(?: and| ,)? "
              + NumberWords.WORD
              + "\\b(?! (?:people|persons?|guests?|pax|of us)\\b))?(?: (?<currency>"
              + AFTER
              + "))?"
              + RATE_PATTERN);
  private static final Pattern ALONE =
      Pattern.compile(
          "(?m)(?:^|\\n|[,;] ?|\\band )(?:(?:ok(?:ay)?|yes|yeah|well|then|let's say|so),? ){0,2}(?:(?:about|around|approximately|roughly|say|max|maybe|circa|it is|it's) )?"
              + "(?<minus>-)?(?<amount>\\d{1,3}(?:[,.' ]\\d{3}){1,3}|\\d{3,9})(?<scale>)"
              + "(?:(?= ?[.,;!]?(?:\\n|$)|[,;] )| (?=max|maximum|in total|total))"
              + RATE_PATTERN);
  private static final Pattern OPEN_BUDGET =
      Pattern.compile(
          "\\b(?:no (?:budget )?limit|no (?:fixed |set |particular )?budget|unlimited"
              + "|(?:money|price|budget) is (?:no|not an?) (?:issue|object|concern|problem)"
              + "|(?:money|price|budget) (?:doesn't|does not) matter|whatever it (?:takes|costs)"
              + "|budget is (?:open|flexible)|(?:open|flexible) budget|sky is the limit)");
  private static final Pattern OPEN_ANSWER =
      Pattern.compile(
          "\\b(?:flexible|open|no idea|not sure|don't know|do not know|you tell me|up to you|depends"
              + "|any|whatever|rather not say|don't have one|(?:don't|do not) have (?:a (?:fixed |set |specific )?|any )?budget|haven't (?:set|decided)|(?:as )?cheap(?:ly)? as possible|best price)\\b");

  /** The least that is an amount without a currency or "thousand". */
  private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(100);

  private final Currency own;

  public MoneyReader(Currency own) {
    this.own = own;
  }

  /**
   * @param asked whether the budget was the question, so that a number alone answers it
   */
  public Reading read(Utterance text, boolean asked) {
    var amounts = new ArrayList<Found>();
    for (var pattern : List.of(CURRENCY_FIRST, CURRENCY_LAST, BUDGET_WORD, THOUSANDS)) {
      for (var match : text.find(pattern)) {
        if (pattern == BUDGET_WORD && isTooSmall(match)) {
          continue;
        }
        amounts.add(found(text, match, pattern));
        text.take(match.start(), match.end());
      }
    }
    for (var match : text.find(SPELT)) {
      if (isSpeltAmount(match)) {
        amounts.add(spelt(text, match));
        text.take(match.start(), match.end());
      }
    }
    if (amounts.isEmpty() && asked) {
      for (var match : text.find(ALONE)) {
        amounts.add(found(text, match, ALONE));
        text.take(match.start("amount"), match.end("amount"));
      }
    }
    var open = leavesOpen(text) || (asked && amounts.isEmpty() && text.has(OPEN_ANSWER));
    if (amounts.isEmpty()) {
      return new Reading(null, open, Set.of(), List.of());
    }
    amounts.sort(Comparator.comparingInt(Found::start));
    return choose(text, amounts);
  }

  /** Whether the contact says that there is no limit. */
  public static boolean leavesOpen(Utterance text) {
    return text.has(OPEN_BUDGET);
  }

  private Reading choose(Utterance text, List<Found> amounts) {
    var chosen = amounts.getLast();
    var several =
        amounts.stream().map(Found::money).filter(Optional::isPresent).distinct().count() > 1;
    if (several) {
      var gap = text.all().substring(amounts.get(amounts.size() - 2).end(), chosen.start());
      if (!Corrections.MARKER.matcher(gap).find()) {
        chosen = amounts.stream().filter(Found::calledBudget).reduce((a, b) -> b).orElse(chosen);
      }
    }
    var assumptions = new TreeSet<Assumption>();
    if (several) {
      assumptions.add(Assumption.ONE_OF_SEVERAL_AMOUNTS);
    }
    if (chosen.assumedCurrency()) {
      assumptions.add(Assumption.CURRENCY);
    }
    if (chosen.rate()) {
      return new Reading(
          null, false, Set.of(), List.of(new Problem(Problem.Kind.RATE, chosen.text())));
    }
    if (chosen.money().isEmpty()) {
      return new Reading(
          null,
          false,
          Set.of(),
          List.of(new Problem(Problem.Kind.IMPOSSIBLE_AMOUNT, chosen.text())));
    }
    return new Reading(chosen.money().get(), false, Set.copyOf(assumptions), List.of());
  }

  private record Found(
      int start,
      int end,
      String text,
      Optional<Money> money,
      boolean assumedCurrency,
      boolean calledBudget,
      boolean rate) {}

  private Found found(Utterance text, MatchResult match, Pattern pattern) {
    var amount = match.group("amount");
    var scale = match.group("scale");
    if (pattern == CURRENCY_FIRST && match.group("high") != null) {
      amount = match.group("high");
      scale = match.group("highscale");
    }
    var named =
        pattern == CURRENCY_FIRST || pattern == CURRENCY_LAST ? match.group("currency") : null;
    var negative =
        match.group("minus") != null || (pattern == CURRENCY_FIRST && match.group("sign") != null);
    var before = text.all().substring(Math.max(0, match.start() - 40), match.start());
    return new Found(
        match.start(),
        match.end(),
        text.written(match.start(), match.end()).strip(),
        negative ? Optional.empty() : money(amount, scale, currency(named)),
        named == null,
        pattern == BUDGET_WORD || before.contains("budget") || before.contains("up to"),
        match.group("rate") != null);
  }

  /** "Max 10" counts people, and of "budget 10" it is not known whether it is in thousands. */
  private static boolean isTooSmall(MatchResult match) {
    return match.group("scale").isEmpty()
        && number(match.group("amount")).compareTo(LEAST_BARE) < 0;
  }

  /** "A hundred guests" and "a pound of caviar" are no amounts. */
  private static boolean isSpeltAmount(MatchResult match) {
    var article = match.group("amount").matches("an?|half a");
    return match.group("scale") == null
        ? match.group("currency") != null && match.group("rest") == null && !article
        : match.group("currency") != null || !article;
  }

  private Found spelt(Utterance text, MatchResult match) {
    var amount = match.group("amount");
    var named = match.group("currency");
    var rest = match.group("rest");
    var counted = amount.equals("half a") ? "0.5" : String.valueOf(NumberWords.parse(amount));
    var money = money(counted, match.group("scale"), currency(named));
    return new Found(
        match.start(),
        match.end(),
        text.written(match.start(), match.end()).strip(),
        match.group("minus") != null
            ? Optional.empty()
            : money.map(whole -> rest == null ? whole : plus(whole, rest)),
        named == null,
        false,
        match.group("rate") != null);
  }

  private static Money plus(Money whole, String rest) {
    var more = NumberWords.parse(rest.replaceFirst("^(?: and| ,)? ", ""));
    return new Money(whole.amount().add(BigDecimal.valueOf(more)), whole.currency());
  }

  private Currency currency(@Nullable String named) {
    if (named == null) {
      return own;
    }
    var code = SYMBOLS.get(named);
    if (code == null && CODES.contains(named)) {
      code = named.toUpperCase(Locale.ROOT);
    }
    if (code == null) {
      code = Objects.requireNonNull(NAMES.get(named), named);
    }
    if (code.equals(ANY_DOLLAR)) {
      return DOLLARS.contains(own.getCurrencyCode()) ? own : Currency.getInstance("USD");
    }
    return Currency.getInstance(code);
  }

  /** Empty for zero, for more than a billion and for more decimals than the currency has. */
  private static Optional<Money> money(String amount, @Nullable String scale, Currency currency) {
    var value = number(amount);
    var factor =
        switch (scale == null ? "" : scale.strip()) {
          case "k", "thousand", "thousands", "grand" -> 3;
          case "lakh", "lakhs", "lac", "lacs" -> 5;
          case "crore", "crores" -> 7;
          case "m", "mn", "mio", "million", "millions" -> 6;
          default -> 0;
        };
    value = value.movePointRight(factor);
    var decimals = Math.max(0, currency.getDefaultFractionDigits());
    if (value.signum() == 0
        || value.compareTo(BigDecimal.TEN.pow(9)) > 0
        || value.stripTrailingZeros().scale() > decimals) {
      return Optional.empty();
    }
    return Optional.of(new Money(value, currency));
  }

  /** Reads 5,000 and 5.000 and 5 000 as five thousand, 5,000.50 and 5.000,50 with a half. */
  private static BigDecimal number(String text) {
    var digits = text.replace(" ", "").replace("'", "");
    var last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (last < 0) {
      return new BigDecimal(digits);
    }
    var separators = digits.chars().filter(c -> c == '.' || c == ',').count();
    var sameKind = digits.indexOf(digits.charAt(last)) != last;
    var grouping = digits.length() - last - 1 == 3 && (separators == 1 || sameKind);
    var whole = digits.substring(0, last).replace(".", "").replace(",", "");
    var fraction = digits.substring(last + 1);
    return new BigDecimal(grouping ? whole + fraction : whole + "." + fraction);
  }

  private static Map<String, String> named(String prefix) {
    var codes = new HashMap<String, String>();
    TABLE.forEach(
        (key, words) -> {
          if (key.startsWith(prefix)) {
            var code = key.substring(prefix.length());
            words.forEach(word -> codes.put(word, code.equals(ANY_DOLLAR) ? code : checked(code)));
          }
        });
    return Map.copyOf(codes);
  }

  private static List<String> known(String key) {
    var codes = TABLE.getOrDefault(key, List.of());
    codes.forEach(MoneyReader::checked);
    return codes;
  }

  /** Refuses what is no currency. */
  private static String checked(String code) {
    return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
  }
}
