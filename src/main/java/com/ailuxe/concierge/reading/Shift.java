package com.ailuxe.concierge.reading;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The amount by which something agreed is to be later, or to last longer; negative for earlier and
 * shorter.
 *
 * @param days all of it
 * @param minutes all of it
 * @param start minutes, of the start alone
 * @param end minutes, of the end alone
 */
public record Shift(long days, long minutes, long start, long end) {
  public static final Shift NONE = new Shift(0, 0, 0, 0);

  private static final String UNIT = "(?<unit>minutes?|mins?|hours?|hrs?|days?|weeks?)";
  private static final String AMOUNT =
      "(?:(?<half>half an hour)|(?<count>"
          + NumberWords.NUMBER
          + "|an?) "
          + UNIT
          + "(?<andahalf> and a half)?)";
  private static final String WITHIN = "[^.?!\n]{0,40}?";

  /** What of it is moved by an amount of time. */
  private enum Of {
    ALL,
    END
  }

  private record Rule(Pattern pattern, int sign, Of of) {}

  /** The end alone before all of it, as these say more. */
  private static final List<Rule> RULES =
      List.of(
          end(
              1,
              "\\b(?:finish|end|stop|leave|return|(?:come|be|get) back|disembark|check out)(?:es|s|ing)? (?:it |about |around )?"
                  + AMOUNT
                  + " later\\b"),
          end(
              -1,
              "\\b(?:finish|end|stop|leave|return|(?:come|be|get) back|disembark|check out)(?:es|s|ing)? (?:it |about |around )?"
                  + AMOUNT
                  + " (?:earlier|sooner)\\b"),
          end(1, "\\b(?:extend|prolong|lengthen)\\b" + WITHIN + "\\b(?<!\\bto )" + AMOUNT + "\\b"),
          end(1, "\\b" + AMOUNT + " (?:longer|more|extra)\\b(?! (?:than|people|guests))"),
          end(
              1,
              "(?<!\\bin )\\b(?<!\\bin (?:a|an|one|two|three|\\d) )(?:(?<count>"
                  + NumberWords.NUMBER
                  + "|an?) )?(?:more|extra|additional|further) "
                  + UNIT
                  + "\\b"),
          end(
              1,
              "(?<!\\bin )\\banother (?!day\\b|week\\b)(?:(?<count>"
                  + NumberWords.NUMBER
                  + ") )?"
                  + UNIT
                  + "\\b"),
          end(1, "\\badd(?:ing)? " + AMOUNT + "\\b"),
          end(-1, "\\b(?:shorten|reduce|cut)\\b" + WITHIN + "\\b(?<!\\bto )" + AMOUNT + "\\b"),
          end(-1, "\\b" + AMOUNT + " (?:shorter|less)\\b(?! than)"),
          end(-1, "\\b(?<count>" + NumberWords.NUMBER + ") (?:fewer|less) " + UNIT + "\\b"),
          all(1, "\\b(?:by )?" + AMOUNT + " (?:later|after(?= ?(?:$|[.,!?\n])))\\b"),
          all(
              1,
              "\\b(?:postpone|delay|(?:push|put|move)\\b[^.?!\n]{0,40}\\bback)\\b(?:[^.?!\n]{0,40}\\bby)? "
                  + AMOUNT
                  + "\\b"),
          all(
              1,
              "\\b(?:push|move|shift|slide|postpone|delay)\\b(?!.{0,40}\\b(?:forward|up|earlier|sooner|before)\\b)"
                  + WITHIN
                  + "\\bby "
                  + AMOUNT
                  + "\\b"),
          all(-1, "\\b(?:by )?" + AMOUNT + " (?:earlier|sooner|before(?= ?(?:$|[.,!?\n])))\\b"),
          all(
              -1,
              "\\b(?:forward|(?:move|push|bring) (?:it |this |that |everything )?up) (?:by )?"
                  + AMOUNT
                  + "\\b"));

  private static final Pattern AT_THE_START =
      Pattern.compile("^ (?:more )?(?:at|to|in) the (?:beginning|start|front)\\b");

  private static Rule end(int sign, String pattern) {
    return new Rule(Pattern.compile(pattern), sign, Of.END);
  }

  private static Rule all(int sign, String pattern) {
    return new Rule(Pattern.compile(pattern), sign, Of.ALL);
  }

  /** Whether the words move something by an amount of time. */
  public static boolean isSaidIn(Utterance text) {
    return RULES.stream().anyMatch(rule -> text.has(rule.pattern()));
  }

  /** Reads it and hides it from the readers that follow, to whom it would be a length. */
  public static Shift take(Utterance text) {
    return takeFirst(text, Of.END).and(takeFirst(text, Of.ALL));
  }

  private static Shift takeFirst(Utterance text, Of of) {
    for (var rule : RULES) {
      var found = rule.of() == of ? text.find(rule.pattern()) : List.<MatchResult>of();
      if (!found.isEmpty()) {
        return of(text, rule, found.getFirst());
      }
    }
    return NONE;
  }

  private static Shift of(Utterance text, Rule rule, MatchResult match) {
    text.take(match.start(), match.end());
    var groups = match.namedGroups().keySet();
    var half = groups.contains("half") && match.group("half") != null;
    var unit = half ? "minutes" : match.group("unit");
    var count =
        half ? 30 : match.group("count") == null ? 1 : NumberWords.parse(match.group("count"));
    var andAHalf = groups.contains("andahalf") && match.group("andahalf") != null;
    var doubled = rule.sign() * (2L * count + (andAHalf ? 1 : 0));
    var days =
        switch (unit.charAt(0)) {
          case 'd' -> doubled / 2;
          case 'w' -> doubled * 7 / 2;
          default -> 0;
        };
    var minutes =
        switch (unit.charAt(0)) {
          case 'm' -> doubled / 2;
          case 'h' -> doubled * 30;
          default -> 0;
        };
    if (rule.of() == Of.ALL) {
      return new Shift(days, minutes, 0, 0);
    }
    var amount = days * 24 * 60 + minutes;
    return AT_THE_START.matcher(text.all().substring(match.end())).find()
        ? new Shift(0, 0, -amount, 0)
        : new Shift(0, 0, 0, amount);
  }

  private Shift and(Shift other) {
    return new Shift(
        days + other.days, minutes + other.minutes, start + other.start, end + other.end);
  }

  /**
   * Moves a time, which lasts as long as before but for what is said of the start or of the end.
   */
  public When applyTo(When when, ZoneId zone) {
    var from = when.start();
    var until = when.end(zone);
    if (equals(NONE) || from == null || until == null) {
      return when;
    }
    var moved = from.atZone(zone).plusDays(days).plusMinutes(minutes);
    var end = When.asLong(from, until, moved.toLocalDateTime(), zone).atZone(zone);
    return When.of(
        moved.plusMinutes(start).toLocalDateTime(), end.plusMinutes(this.end).toLocalDateTime());
  }
}
