package com.ailuxe.journey.worker;

import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.TranscriptLine;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.UnknownSend;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines of a conversation, as a person reads them in a form. */
final class Transcript {
  private static final int LAST_LINES = 8;

  private record Line(Instant at, String text) {}

  /** Our own lines since the contact's first message of the turn stand between the contact's. */
  static String of(TurnContent turn, String contactName) {
    var before = turn.before();
    var earlier =
        before.subList(Math.max(0, before.size() - LAST_LINES), before.size()).stream()
            .map(line -> new Line(line.at(), said(line, contactName)));
    var asked =
        turn.asked().stream()
            .map(message -> new Line(message.at(), contactName + ": " + shown(message)));
    return Stream.concat(earlier, asked)
        .sorted(Comparator.comparing(Line::at))
        .map(Line::text)
        .collect(Collectors.joining("\n"));
  }

  /** The send in question is marked between what was said before and since. */
  static String of(UnknownSend send, String contactName) {
    return Stream.of(
            send.before().stream().map(line -> said(line, contactName)),
            Stream.of("? " + said(send.message(), contactName)),
            send.since().stream().map(line -> said(line, contactName)))
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private static String said(TranscriptLine line, String contactName) {
    return name(line.author(), contactName) + ": " + line.text();
  }

  private static String shown(AskedMessage message) {
    return message.withFile() && !message.wordless()
        ? "[%s] %s".formatted(kind(message), message.text())
        : message.text();
  }

  private static String kind(AskedMessage message) {
    return message.type().name().toLowerCase(Locale.ROOT);
  }

  private static String name(Author author, String contactName) {
    return switch (author) {
      case CONTACT -> contactName;
      case CONCIERGE -> "Concierge";
      case PERSON -> "Colleague";
      case NOTICE -> "Notice";
    };
  }

  private Transcript() {}
}
