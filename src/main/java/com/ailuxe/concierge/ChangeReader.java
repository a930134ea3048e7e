package com.ailuxe.concierge;

import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Booking;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.concierge.TurnContext.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which of the bookings that stand a turn is about, and what of it is to be otherwise.
 * Whoever was asked which one is meant said what to change before.
 */
final class ChangeReader {
  private static final Pattern REFERENCE = Pattern.compile("\\bbk-\\d{4}-\\d{1,9}\\b");
  private static final Pattern MORE_OR_FEWER =
      Pattern.compile(
          "\\b(?:" + NumberWords.NUMBER + "|an?) (?:more|fewer|less|extra|additional)\\b");

  private final TurnContext turn;
  private final TalentMatcher talents;
  private final ReplyWriter replies;
  private final List<Line> asked;
  private final String text;

  ChangeReader(TurnContext turn, TalentMatcher talents, ReplyWriter replies) {
    this.turn = turn;
    this.talents = talents;
    this.replies = replies;
    this.asked =
        turn.transcript().reversed().stream()
            .takeWhile(line -> line.author() == Author.CONCIERGE)
            .toList();
    this.text =
        String.join("\n", wasAsked(ReplyWriter.WHICH_BOOKING) ? withWish() : turn.messages());
  }

  /** Whether the last thing the contact heard was a question about a change. */
  boolean wasAsked() {
    return wasAsked(ReplyWriter.WHICH_BOOKING) || wasAsked(ReplyWriter.WHAT_TO_CHANGE);
  }

  private boolean wasAsked(String question) {
    return asked.stream().anyMatch(line -> line.text().contains(question));
  }

  /** What the contact wrote before the question, then the answer to it. */
  private List<String> withWish() {
    var lines = new ArrayList<String>(turn.messages());
    turn.transcript().reversed().stream()
        .skip(asked.size())
        .takeWhile(line -> line.author() == Author.CONTACT)
        .map(Line::text)
        .forEach(lines::addFirst);
    return lines;
  }

  /** Whether these words name a booking by its reference. */
  boolean namesReference() {
    return reference(text).isPresent();
  }

  /** Whether a reference is named that is of none of the bookings. */
  boolean namesAnother() {
    return reference(text).filter(named -> booking(named).isEmpty()).isPresent();
  }

  /** Whether words move something by an amount of time. */
  boolean shifts() {
    return Shift.isSaidIn(Utterance.of(text));
  }

  /** Whether guests are counted from those that are booked, which is not read. */
  boolean countsFromBooked() {
    return Utterance.of(text).has(MORE_OR_FEWER) && !shifts();
  }

  /** The only booking, or the one that is named; null while that may be several. */
  @Nullable Booking booking() {
    if (turn.bookings().size() == 1) {
      return turn.bookings().getFirst();
    }
    return reference(text)
        .or(this::askedAbout)
        .flatMap(this::booking)
        .or(this::byTalent)
        .orElse(null);
  }

  private Optional<String> askedAbout() {
    return asked.stream()
        .filter(line -> line.text().contains(ReplyWriter.WHAT_TO_CHANGE))
        .findFirst()
        .flatMap(line -> reference(line.text()));
  }

  private Optional<Booking> booking(String reference) {
    return turn.bookings().stream()
        .filter(booking -> booking.reference().equalsIgnoreCase(reference))
        .findFirst();
  }

  private Optional<Booking> byTalent() {
    var words = Utterance.of(text);
    var exact = talents.read(words, null);
    var named = exact.says() ? exact : talents.guess(words);
    var names =
        (named.talent() == null ? named.candidates() : talents.offersOf(named.talent()))
            .stream().map(Offer::name).toList();
    var booked =
        turn.bookings().stream()
            .filter(booking -> names.contains(booking.details().talent()))
            .toList();
    return booked.size() == 1 ? Optional.of(booked.getFirst()) : Optional.empty();
  }

  /** What is to be otherwise about this booking. */
  BookingReader.Reading read(Booking booking) {
    var words = Utterance.of(text);
    words.take(REFERENCE);
    return BookingReader.ofChanges(turn.about(booking), talents, replies).read(words);
  }

  private static Optional<String> reference(String text) {
    return Utterance.of(text).find(REFERENCE).stream().map(MatchResult::group).findFirst();
  }
}
