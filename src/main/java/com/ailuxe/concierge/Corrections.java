package com.ailuxe.concierge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where words take back what was said before ("sorry, I meant", "no,", "not 4 but 6") and
 * cuts the text there, so that each part is read by itself and put on what the parts before it say.
 */
final class Corrections {
  /** Words by which people take something back. */
  static final Pattern MARKER =
      Pattern.compile(
          "\\b(?:sorry|pardon|apologies|i mean|i meant|meant to say|oops|ooops|correction|to correct"
              + "|actually|rather|instead|make (?:it|that|this)|(?:scratch|forget|ignore|disregard) (?:that|it)"
              + "|my (?:mistake|bad|fault|error)|on second thoughts?|wait(?=[,.!-]| no\\b)|nope|typo"
              + "|no(?= ?[,.:;!-]| sorry| wait| make | not | i mean)|let's (?:say|make|do)"
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
      "(?= ?(?:[;!?\\n)]|[.,](?!\\d)|$)"
          + "| (?:on|at|in|for|from|until|till|with|please|we|i|but|because|as|could|can|is|are|and|would)\\b)";
  private static final Pattern NOT_BUT =
      Pattern.compile(
          "\\bnot (?!only\\b|just\\b)(?<out>[^.;!?\\n]{1,60}?),? (?<but>but (?!not\\b)(?!also\\b))");
  private static final Pattern RULED_OUT =
      Pattern.compile(
          "\\b(?:instead of|rather than|as opposed to) (?<out>"
              + CHUNK
              + ")"
              + CHUNK_END
              + "|\\brather\\b[^.,;!?\\n]{1,40} than (?<than>"
              + CHUNK
              + ")"
              + CHUNK_END);
  private static final Pattern AND_NOT =
      Pattern.compile(
          "(?:, ?|\\(|- ?|\\band )not (?<out>(?:(?:on|at|in|for|from|with|until) )?(?:the )?(?<first>[\\p{L}\\d]+)"
              + "[^.,;!?\\n]{0,30}?)"
              + CHUNK_END);

  /** More of them is no correction any more. */
  private static final int MOST = 8;

  private static final int LONGEST_CLAUSE = 240;

  private Corrections() {}

  /**
   * @param corrected the words that it takes back, as far as they are the last before it; null
   *     where it takes nothing back
   */
  record Statement(Utterance words, @Nullable String corrected) {}

  /**
   * The parts of a text, each of which counts more than those before it. What is ruled out is
   * hidden from all readers.
   *
   * @param before what the same person wrote before, which the first words may take back
   */
  static List<Statement> in(Utterance text, @Nullable String before) {
    var starts = new TreeSet<Integer>();
    for (var match : text.find(MARKER)) {
      starts.add(trails(text, match) ? clauseBefore(text, match.start()) : match.start());
    }
    for (var match : text.find(NOT_BUT)) {
      text.take(match.start("out"), match.end("out"));
      starts.add(match.start("but"));
    }
    ruleOut(text, starts);
    starts.remove(0);
    while (starts.size() > MOST) {
      starts.pollFirst();
    }
    var statements = new ArrayList<Statement>();
    var isTakenBack = MARKER.matcher(text.all()).lookingAt();
    var start = 0;
    for (var end : starts) {
      statements.add(statement(text, start, end, isTakenBack ? before : null));
      start = end;
      isTakenBack = false;
    }
    statements.add(statement(text, start, text.all().length(), isTakenBack ? before : null));
    return statements;
  }

  private static Statement statement(Utterance text, int start, int end, @Nullable String before) {
    var said =
        start > 0 ? text.all().substring(Math.max(0, start - LONGEST_CLAUSE), start) : before;
    return new Statement(
        text.part(afterMarker(text, start, end), end), said == null ? null : lastClause(said));
  }

  /** "Make it 8" is needed to read the hour, the other words say nothing more. */
  private static int afterMarker(Utterance text, int start, int end) {
    var marker = LEADING.matcher(text.all()).region(start, end);
    return marker.lookingAt() ? marker.end() : start;
  }

  private static void ruleOut(Utterance text, Set<Integer> starts) {
    for (var match : text.find(RULED_OUT)) {
      var group = match.group("out") != null ? "out" : "than";
      text.take(match.start(group), match.end(group));
    }
    for (var match : text.find(AND_NOT)) {
      var first = text.written(match.start("first"), match.end("first"));
      var plain = match.group("first");
      if (Character.isUpperCase(first.charAt(0))
          || Character.isDigit(plain.charAt(0))
          || NumberWords.isNumber(plain)
          || Vocabulary.isCalendar(plain)
          || Zones.isCity(plain)) {
        text.take(match.start("out"), match.end("out"));
        starts.add(clauseBefore(text, match.start()));
      }
    }
  }

  /** Whether it stands behind what is right: "Saturday instead". */
  private static boolean trails(Utterance text, MatchResult marker) {
    var rest = text.all().substring(marker.end());
    var clause = text.all().substring(lastEnd(text.all(), marker.start()), marker.start());
    return SAYS_SOMETHING.matcher(clause).find()
        ? !text.all().startsWith("make", marker.start()) && TRAILS.matcher(rest).find()
        : ENDS.matcher(rest).lookingAt();
  }

  /** Where the clause begins that ends at a position. */
  private static int clauseBefore(Utterance text, int position) {
    var end = position;
    while (end > 0 && position - end < LONGEST_CLAUSE) {
      var start = lastEnd(text.all(), end);
      if (SAYS_SOMETHING.matcher(text.all().substring(start, end)).find()) {
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
    var rest = MARKER.matcher(end).replaceAll(",").replaceAll("\\bnot\\b", "");
    var clauses = CLAUSE_END.split(rest);
    for (var i = clauses.length - 1; i >= 0; i--) {
      if (SAYS_SOMETHING.matcher(clauses[i]).find()) {
        return clauses[i].strip();
      }
    }
    return "";
  }
}
