package com.ailuxe.journey.form;

import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.TranscriptLine;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.UnknownSend;
import com.ailuxe.shared.Letters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last lines of a conversation, as a person reads them in a box of a form, the newest first.
 * Every message begins with an arrow, towards us or away from us, that no message can hold, and
 * goes on indented: nothing that is written looks like a line of somebody else.
 */
public final class Transcript {
  private static final int LAST_LINES = 8;

  /**
   * The longest message and the longest transcript, in UTF-16 units: with more than an engine takes
   * at once there would be no task. Messengers let people write 4096 at once; the conversation
   * itself has the rest.
   */
  private static final int LONGEST = 6_000;

  private static final int MOST = 60_000;
  private static final String IN = "← ";
  private static final String OUT = "→ ";
  private static final Pattern ARROWS =
      Pattern.compile("[\\p{InArrows}\\u27F0-\\u27FF\\u2900-\\u297F]");
  private static final String NEXT_LINE = "\n      ";

  /** Names that are ours. */
  private static final Pattern OURS =
      Pattern.compile("concierge|colleague|notice", Pattern.CASE_INSENSITIVE);

  private record Line(Instant at, String text) {}

  /** Our own lines since the contact's first message of the turn stand between the contact's. */
  public static String of(TurnContent turn, String contactName) {
    var before = turn.before();
    var earlier =
        before.subList(Math.max(0, before.size() - LAST_LINES), before.size()).stream()
            .map(line -> new Line(line.at(), said(line, contactName)));
    return newestFirst(
        Stream.concat(earlier, asked(turn, contactName))
            .sorted(Comparator.comparing(Line::at))
            .map(Line::text)
            .toList());
  }

  /** The last of these lines, which come oldest first. */
  public static String of(List<TranscriptLine> lines, String contactName) {
    return newestFirst(
        lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
            .map(line -> said(line, contactName))
            .toList());
  }

  /** What the contact wrote in the turn, the newest first. */
  public static String question(TurnContent turn, String contactName) {
    return newestFirst(asked(turn, contactName).map(Line::text).toList());
  }

  /** The send in question is marked between what was said before and since. */
  public static String of(UnknownSend send, String contactName) {
    return newestFirst(
        Stream.of(
                send.before().stream().map(line -> said(line, contactName)),
                Stream.of("? " + said(send.message(), contactName)),
                send.since().stream().map(line -> said(line, contactName)))
            .flatMap(lines -> lines)
            .toList());
  }

  private static String newestFirst(List<String> lines) {
    var shown = new ArrayList<String>();
    var length = 0;
    for (var line : lines.reversed()) {
      length += line.length();
      if (length > MOST) {
        shown.add("… and %d more before these".formatted(lines.size() - shown.size()));
        break;
      }
      shown.add(line);
    }
    return String.join("\n", shown);
  }

  private static Stream<Line> asked(TurnContent turn, String contactName) {
    return turn.asked().stream()
        .map(message -> new Line(message.at(), line(IN, named(contactName), message.shown())));
  }

  private static String said(TranscriptLine line, String contactName) {
    return line.author() == Author.CONTACT
        ? line(IN, named(contactName), line.shown())
        : line(OUT, ours(line.author()), line.shown());
  }

  private static String line(String arrow, String name, String words) {
    return arrow
        + name
        + ": "
        + FormText.plainLines(shortened(words)).stream()
            .map(text -> ARROWS.matcher(text).replaceAll("-"))
            .collect(Collectors.joining(NEXT_LINE));
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST ? words : Letters.beginning(words, LONGEST) + " … [cut]";
  }

  /** A contact who uses a name of ours gets another one here, so that the lines stay distinct. */
  private static String named(String contactName) {
    var name = ARROWS.matcher(FormText.plainLine(contactName)).replaceAll("-").replace(':', ' ');
    return OURS.matcher(name).find() ? "contact “" + name + "”" : name;
  }

  private static String ours(Author author) {
    return switch (author) {
      case CONTACT -> throw new IllegalArgumentException("A contact is not ours");
      case CONCIERGE -> "Concierge";
      case PERSON -> "Colleague";
      case NOTICE -> "Notice";
    };
  }

  private Transcript() {}
}
