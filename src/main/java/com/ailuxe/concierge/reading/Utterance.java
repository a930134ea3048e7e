package com.ailuxe.concierge.reading;

import com.ailuxe.concierge.TurnContext.Line;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the contact wrote in one turn, for readers that each take their part of it. Patterns see it
 * in lower case, without accents, one space between words and one line break between lines. A part
 * that was taken is hidden from the readers that follow, so that "500 dollars" is never a time.
 */
public final class Utterance {
  /** Stands for every character of a part that was taken. */
  public static final char TAKEN = '\0';

  private final String written;
  private final String all;
  private final StringBuilder open;

  /** When it was written, by the position from which on that counts. */
  private final NavigableMap<Integer, ZonedDateTime> times;

  private final @Nullable Utterance whole;
  private final int offset;

  private Utterance(String written, NavigableMap<Integer, ZonedDateTime> times) {
    this.written = written;
    this.all = plain(written);
    this.open = new StringBuilder(all);
    this.times = times;
    this.whole = null;
    this.offset = 0;
  }

  private Utterance(Utterance whole, int start, int end) {
    this.written = whole.written.substring(start, end);
    this.all = whole.all.substring(start, end);
    this.open = new StringBuilder(whole.open.substring(start, end));
    this.times = new TreeMap<>();
    whole.times.forEach((from, at) -> times.put(Math.max(0, from - start), at));
    this.whole = whole;
    this.offset = start;
  }

  /** Several messages, each written at a time of its own, on the contact's clock. */
  public static Utterance of(List<Line> lines, ZoneId zone) {
    var text = new StringBuilder();
    var times = new TreeMap<Integer, ZonedDateTime>();
    for (var line : lines) {
      var tidy = tidy(line.text());
      if (!text.isEmpty() && !tidy.isEmpty()) {
        text.append('\n');
      }
      times.put(text.length(), line.at().atZone(zone));
      text.append(tidy);
    }
    return new Utterance(text.toString(), times);
  }

  /** Words of which it is not known when they were written. */
  public static Utterance of(String text) {
    return new Utterance(tidy(text), new TreeMap<>());
  }

  /**
   * A part of it to be read by itself; what is taken there is taken here.
   *
   * @param end exclusive
   */
  public Utterance part(int start, int end) {
    return new Utterance(this, start, end);
  }

  /** When the words at a position were written, from which "tomorrow" counts. */
  ZonedDateTime writtenAt(int position, ZonedDateTime otherwise) {
    var entry = times.floorEntry(position);
    return entry == null ? otherwise : entry.getValue();
  }

  /** Lower case, without accents; as long as the text. */
  public static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character > 127) {
        var decomposed = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD);
        character = decomposed.isEmpty() ? character : decomposed.charAt(0);
      }
      plain.append(Character.toLowerCase(character));
    }
    return plain.toString();
  }

  private static String tidy(String text) {
    var tidy = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var character =
          switch (text.charAt(i)) {
            case '\u2018', '\u2019', '\u00b4', '`' -> '\'';
            case '\u201c', '\u201d', '\u00ab', '\u00bb' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\r', '\n', '\u2028', '\u2029' -> '\n';
            case '\u2192' -> '-';
            case TAKEN -> ' ';
            default -> text.charAt(i);
          };
      var last = tidy.isEmpty() ? '\n' : tidy.charAt(tidy.length() - 1);
      if (character == '\n') {
        if (last == ' ') {
          tidy.setLength(tidy.length() - 1);
        }
        if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != '\n') {
          tidy.append('\n');
        }
      } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
        if (last != ' ' && last != '\n') {
          tidy.append(' ');
        }
      } else {
        tidy.append(character);
      }
    }
    return tidy.toString().strip();
  }

  /** Every match in what is still open. */
  public List<MatchResult> find(Pattern pattern) {
    return pattern.matcher(open.toString()).results().toList();
  }

  public boolean has(Pattern pattern) {
    return pattern.matcher(open).find();
  }

  /** Hides a part from the readers that follow. */
  public void take(int start, int end) {
    for (var i = start; i < end; i++) {
      open.setCharAt(i, TAKEN);
    }
    if (whole != null) {
      whole.take(offset + start, offset + end);
    }
  }

  public void take(Pattern pattern) {
    find(pattern).forEach(match -> take(match.start(), match.end()));
  }

  /** What is still open, as patterns see it. */
  public String open() {
    return open.toString();
  }

  /** The whole text as patterns see it, taken or not. */
  public String all() {
    return all;
  }

  /** A part as the contact wrote it. */
  String written(int start, int end) {
    return written.substring(start, end);
  }

  boolean isEmpty() {
    return written.isEmpty();
  }
}
