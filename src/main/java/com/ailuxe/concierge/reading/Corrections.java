package com.ailuxe.concierge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where words take back what was said before ("sorry, I meant", "no,", "not 4 but 6") and
 * cuts the text there, so that each part is read by itself and put on what the parts before it say.
 */
public final class Corrections {
  /** Words by which people take something back. */
  public static final Pattern MARKER =
      Pattern.compile(
          "\\b(?:sorry|pardon|apologies|i mean|i meant|meant to say|oops|ooops|correction|to correct"
              + "|actually|rather|instead|make (?:it|that|this)|(?:scratch|scrap|strike|forget|ignore|disregard) (?:that|it|this)"
              + "|my (?:mistake|bad|fault|error)|on second thoughts?|change of plans?|(?:hold|hang) on|wait(?= ?[,.!:;-]| (?:no|make|it's|the|not|sorry|on|at|from|we)\\b| \\d)|nope"
              + "|typo|wrong(?= (?:number|day|date|time|month|year|budget|amount|place|yacht|car|one)s?\\b)"
              + "|(?<=^|\\n|[,.] )no(?= \\d)|no(?= ?[,.:;!-]| sorry| wait| make | not | i mean)|let's (?:say|make|do)"
              + "|(?:change|switch) (?:it|that|this) to|should (?:be|read|say)|better)\\b"
              + "|(?<=^|\\n)\\*(?=\\w)");

  private static final Pattern LEADING =
      Pattern.compile("(?!make |change |switch )(?:" + MARKER.pattern() + ")[ ,.:;!-]*");
  private static final Pattern TRAILS =
      Pattern.compile("^(?: please| then)? ?(?:[.,;!?)\\n*-]|$)|^ (?:of|than) ");
  private static final Pattern ENDS = Pattern.compile("^[\\W_]*(?:\\n|$)");
  private static final Pattern CLAUSE_END =
      Pattern.compile("[,.](?!\\d)|[;!?\\n]| - |\\b(?:and|but|or)\\b");
  private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\d]");
  private static final String CHUNK =
      "(?:(?:on|at|in|for|from|with|until|till|to|by|the) ){0,3}[^.,;!?\\n]{1,40}?";
  private static final String CHUNK_END =
      "(?= ?(?:[;!?\\n)]|[.,:](?!\\d)|$)"
          + "| (?:on|at|in|for|from|until|till|with|please|we|i|but|because|as|could|can|is|are|and|would)\\b)";
  private static final Pattern NOT_BUT =
      Pattern.compile(
          "\\bnot (?!only\\b|just\\b)(?<out>[^.;!?\\n]{1,60}?),? (?<but>but (?!not\\b)(?!also\\b))");
  private static final Pattern RULED_OUT =
      Pattern.compile(
          "\\b(?:instead of|rather than|as opposed to|but not|except for"
              + "|(?:anyone|anybody|anything|someone|somebody|any \\w+) (?:but|except|other than|apart from)) (?<out>"
              + CHUNK
              + ")"
              + CHUNK_END
              + "|\\brather\\b[^.,;!?\\n]{1,40} than (?<than>"
              + CHUNK
              + ")"
              + CHUNK_END);
  private static final Pattern AND_NOT =
      Pattern.compile(
          "(?:^|[ \\n,(-] ?)not (?<out>(?:(?:on|at|in|for|from|with|until) )?(?:the )?(?<first>[\\p{L}\\d]+)"
              + "[^.,;!?\\n]{0,30}?)"
              + CHUNK_END);

  private static final String A_DAY_OR_TIME =
      "(?:it )?(?:on |at )?(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
          + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?::\\d{2})? ?(?:am|pm)|tomorrow|noon)(?: anymore| any more)?";
  private static final Pattern UNSUITABLE =
      Pattern.compile(
          "\\b(?<out>"
              + A_DAY_OR_TIME
              + ") (?:(?:doesn't|does not|won't|will not|wouldn't|no longer|isn't|is not|is no longer|is)(?: going to)?"
              + " (?:works?|working|suits?|fits?|possible|convenient|no good|not good|too (?:late|early)|bad|impossible)(?: (?:for|with) (?:us|me))?(?: any ?more)?)"
              + "|\\b(?:we |i )?(?:can't|cannot|can not|couldn't) (?:do|make|manage) (?<cannot>"
              + A_DAY_OR_TIME
              + ")\\b(?! (?:be|is|or)\\b)");

  private static final Pattern DROPPED =
      Pattern.compile(
          "(?<!don't )(?<!not )\\b(?:scrap|scratch|strike|forget|ignore|disregard|skip|drop|ditch)(?: about)?"
              + " (?:the|this|that|my|our) (?<out>[^.,;!?\\n]{1,30}?)"
              + CHUNK_END);
  private static final Pattern SOUND =
      Pattern.compile("\\b(?:h+m+|a+h+|o+h+|u+h+|u+m+|e+r+m*|well|ok|okay|so|hey|hi|and)\\b");

  /** More of them is no correction any more. */
  private static final int MOST = 8;

  private static final int LONGEST_CLAUSE = 240;

  private Corrections() {}

  /**
   * @param corrected the words that it takes back, as far as they are the last before it; null
   *     where it takes nothing back
   * @param earlier whether these were written in an earlier turn
   */
  public record Statement(Utterance words, @Nullable String corrected, boolean earlier) {}

  /**
   * The parts of a text, each of which counts more than those before it. What is ruled out is
   * hidden from all readers.
   *
   * @param before what the same person wrote before, which the first words may take back
   */
  public static List<Statement> in(Utterance text, @Nullable String before) {
    var starts = new TreeMap<Integer, @Nullable String>();
    for (var match : text.find(MARKER)) {
      starts.put(trails(text, match) ? clauseBefore(text, match.start()) : match.start(), "");
    }
    for (var match : text.find(NOT_BUT)) {
      starts.put(match.start("but"), match.group("out"));
      text.take(match.start("out"), match.end("out"));
    }
    ruleOut(text, starts);
    for (var start : List.copyOf(starts.keySet())) {
      nextLine(text, start).ifPresent(line -> starts.putIfAbsent(line, null));
    }
    while (starts.size() > MOST) {
      starts.pollFirstEntry();
    }
    var statements = new ArrayList<Statement>();
    var corrected = starts.remove(0);
    var start = 0;
    for (var next : starts.entrySet()) {
      var end = next.getKey();
      statements.add(statement(text, start, end, corrected, before));
      start = end;
      corrected = next.getValue();
    }
    statements.add(statement(text, start, text.all().length(), corrected, before));
    return statements;
  }

  /** Where the line ends in which something is taken back: what follows is said anew. */
  private static Optional<Integer> nextLine(Utterance text, int start) {
    var end = text.all().indexOf('\n', afterMarker(text, start, text.all().length()));
    return end > 0 && saysSomething(text, end) && end > start
        ? Optional.of(end + 1)
        : Optional.empty();
  }

  /**
   * @param out what is said to be replaced; blank where that is whatever was said last
   */
  private static Statement statement(
      Utterance text, int start, int end, @Nullable String out, @Nullable String before) {
    var words = text.part(afterSpace(text, afterMarker(text, start, end), end), end);
    if (out == null) {
      return new Statement(words, null, false);
    }
    var here =
        out.isBlank()
            ? lastClause(text.all().substring(Math.max(0, start - LONGEST_CLAUSE), start))
            : lastClause(out);
    return here.isEmpty()
        ? new Statement(words, before == null ? null : lastClause(before), true)
        : new Statement(words, here, false);
  }

  /** "Make it 8" is needed to read the hour, the other words say nothing more. */
  private static int afterMarker(Utterance text, int start, int end) {
    var marker = LEADING.matcher(text.all()).region(start, end);
    return marker.lookingAt() ? marker.end() : start;
  }

  private static int afterSpace(Utterance text, int start, int end) {
    return start < end && text.all().charAt(start) == ' ' ? start + 1 : start;
  }

  private static void ruleOut(Utterance text, Map<Integer, @Nullable String> starts) {
    for (var match : text.find(RULED_OUT)) {
      var than = match.group("than") != null;
      var group = than ? "than" : "out";
      var start =
          than || !saysSomething(text, match.start())
              ? match.start()
              : clauseBefore(text, match.start());
      starts.put(start, match.group(group));
      text.take(than ? match.start(group) : match.start(), match.end(group));
    }
    for (var match : text.find(UNSUITABLE)) {
      starts.put(match.end(), match.group(match.group("out") != null ? "out" : "cannot"));
      text.take(match.start(), match.end());
    }
    for (var match : text.find(DROPPED)) {
      starts.put(match.start(), match.group("out"));
      text.take(match.start(), match.end());
    }
    for (var match : text.find(AND_NOT)) {
      var first = text.written(match.start("first"), match.end("first"));
      var plain = match.group("first");
      if (Character.isUpperCase(first.charAt(0))
          || Character.isDigit(plain.charAt(0))
          || NumberWords.isNumber(plain)
          || Vocabulary.isCalendar(plain)
          || Zones.isCity(plain)) {
        if (text.all().startsWith(",", match.end("out"))) {
          starts.put(match.end("out") + 1, match.group("out"));
        }
        if (saysSomething(text, match.start()) || text.all().startsWith(",", match.start())) {
          starts.put(clauseBefore(text, match.start()), match.group("out"));
        }
        text.take(match.start("out") - "not ".length(), match.end("out"));
      }
    }
  }

  /** Whether something is said before a position in its clause. */
  private static boolean saysSomething(Utterance text, int position) {
    var clause = text.all().substring(lastEnd(text.all(), position), position);
    return SAYS_SOMETHING.matcher(SOUND.matcher(clause).replaceAll("")).find();
  }

  /** Whether it stands behind what is right: "Saturday instead". */
  private static boolean trails(Utterance text, MatchResult marker) {
    var rest = text.all().substring(marker.end());
    return saysSomething(text, marker.start())
        ? !text.all().startsWith("make", marker.start()) && TRAILS.matcher(rest).find()
        : ENDS.matcher(rest).lookingAt();
  }

  /** Where the clause begins that ends at a position. */
  private static int clauseBefore(Utterance text, int position) {
    var end = position;
    while (end > 0 && position - end < LONGEST_CLAUSE) {
      var start = lastEnd(text.all(), end);
      if (saysSomething(text, end)) {
        return start;
      }
      end = start == end ? start - 1 : start;
    }
    return 0;
  }

  private static int lastEnd(String text, int end) {
    var start = Math.max(0, end - LONGEST_CLAUSE);
    return CLAUSE_END
        .matcher(text)
        .region(start, end)
        .results()
        .mapToInt(MatchResult::end)
        .max()
        .orElse(start);
  }

  /** The last clause in which something is said, without the words that take something back. */
  private static String lastClause(String said) {
    var end = said.substring(Math.max(0, said.length() - LONGEST_CLAUSE));
    var rest =
        SOUND
            .matcher(MARKER.matcher(end).replaceAll(",").replaceAll("\\bnot\\b", ""))
            .replaceAll("");
    var clauses = CLAUSE_END.split(rest);
    for (var i = clauses.length - 1; i >= 0; i--) {
      if (SAYS_SOMETHING.matcher(clauses[i]).find()) {
        return clauses[i].strip();
      }
    }
    return "";
  }
}
