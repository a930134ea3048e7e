package com.ailuxe.concierge;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** By how much something that stands is to be later; less than nothing for earlier. */
record Shift(long days, long minutes) {
  static final Shift NONE = new Shift(0, 0);

  private static final String AMOUNT =
      "(?:(?<half>half an hour)|(?<count>"
          + NumberWords.NUMBER
          + "|an?) (?<unit>minutes?|mins?|hours?|hrs?|days?|weeks?)(?<andahalf> and a half)?)";
  private static final Pattern LATER =
      Pattern.compile("\\b(?:by )?" + AMOUNT + " (?:later|after(?= ?(?:$|[.,!?\n])))\\b");
  private static final Pattern EARLIER =
      Pattern.compile("\\b(?:by )?" + AMOUNT + " (?:earlier|sooner|before(?= ?(?:$|[.,!?\n])))\\b");
  private static final Pattern BACK =
      Pattern.compile(
          "\\b(?:postpone|delay|(?:push|put|move)\\b[^.?!\n]{0,40}\\bback)\\b(?:[^.?!\n]{0,40}\\bby)? "
              + AMOUNT
              + "\\b");
  private static final Pattern FORWARD = Pattern.compile("\\bforward (?:by )?" + AMOUNT + "\\b");

  /** Whether the words move something by an amount of time. */
  static boolean isSaidIn(Utterance text) {
    return List.of(LATER, EARLIER, BACK, FORWARD).stream().anyMatch(text::has);
  }

  /** Reads it and hides it from the readers that follow, to whom it would be a length. */
  static Shift take(Utterance text) {
    return take(text, List.of(LATER, BACK), 1)
        .or(() -> take(text, List.of(EARLIER, FORWARD), -1))
        .orElse(NONE);
  }

  private static Optional<Shift> take(Utterance text, List<Pattern> patterns, int sign) {
    return patterns.stream()
        .flatMap(pattern -> text.find(pattern).stream())
        .findFirst()
        .map(
            match -> {
              text.take(match.start(), match.end());
              return of(match, sign);
            });
  }

  private static Shift of(MatchResult match, int sign) {
    if (match.group("half") != null) {
      return new Shift(0, sign * 30L);
    }
    var doubled = 2L * NumberWords.parse(match.group("count"));
    var amount = sign * (match.group("andahalf") == null ? doubled : doubled + 1);
    return switch (match.group("unit").charAt(0)) {
      case 'm' -> new Shift(0, amount / 2);
      case 'h' -> new Shift(0, amount * 30);
      case 'd' -> new Shift(amount / 2, 0);
      default -> new Shift(amount * 7 / 2, 0);
    };
  }

  /** All of it at another time, as long as before. */
  When applyTo(When when, ZoneId zone) {
    var start = when.start();
    var end = when.end(zone);
    if (equals(NONE) || start == null || end == null) {
      return when;
    }
    var moved = start.atZone(zone).plusDays(days).plusMinutes(minutes).toLocalDateTime();
    return When.of(moved, When.asLong(start, end, moved, zone));
  }
}
