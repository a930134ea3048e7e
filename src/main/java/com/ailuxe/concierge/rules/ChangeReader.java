package com.ailuxe.concierge.rules;

import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Booking;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.concierge.reading.Asides;
import com.ailuxe.concierge.reading.NumberWords;
import com.ailuxe.concierge.reading.Shift;
import com.ailuxe.concierge.reading.TalentMatcher;
import com.ailuxe.concierge.reading.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which of the active bookings a turn is about, and what of it is to change. Whoever was
 * asked which one is meant said what to change before.
 */
final class ChangeReader {
  private static final Pattern MORE_OR_FEWER =
      Pattern.compile(
          "\\b(?:"
              + NumberWords.NUMBER
              + "|an?) (?:more|fewer|less|extra|additional)\\b"
              + "|(?:\\d|\\b(?:k|eur|euros?|dollars?|usd|pounds?)|\\p{Sc}) ?(?:more|extra|on top|additional(?:ly)?|less)\\b(?! than)"
              + "|\\badd(?:ing)? (?:another |up to |an extra )?(?:eur |\\p{Sc} ?)?\\d{3,9}\\b"
              + "|\\b(?:raise|increase|reduce|lower|cut) [^.?!\\n]{0,30}\\bby (?:eur |\\p{Sc} ?)?\\d");

  private final TurnContext turn;
  private final TalentMatcher talents;
  private final ReplyWriter replies;
  private final List<Line> asked;
  private final List<Line> said;

  ChangeReader(TurnContext turn, TalentMatcher talents, ReplyWriter replies) {
    this.turn = turn;
    this.talents = talents;
    this.replies = replies;
    this.asked =
        turn.transcript().reversed().stream()
            .takeWhile(line -> line.author() == Author.CONCIERGE)
            .toList();
    this.said = wasAsked(ReplyWriter.WHICH_BOOKING) ? withWish() : turn.messages();
  }

  /** Whether the last thing the contact heard was a question about a change. */
  boolean wasAsked() {
    return wasAsked(ReplyWriter.WHICH_BOOKING) || wasAsked(ReplyWriter.WHAT_TO_CHANGE);
  }

  private boolean wasAsked(String question) {
    return asked.stream().anyMatch(line -> line.text().contains(question));
  }

  /** What the contact wrote before the question, then the answer to it. */
  private List<Line> withWish() {
    var lines = new ArrayList<>(turn.messages());
    turn.transcript().reversed().stream()
        .skip(asked.size())
        .takeWhile(line -> line.author() == Author.CONTACT)
        .forEach(lines::addFirst);
    return lines;
  }

  private Utterance words() {
    return Utterance.of(said, turn.now().getZone());
  }

  /** Whether these words name a booking by its reference. */
  boolean namesReference() {
    return reference(words()).isPresent();
  }

  /** Whether a reference is named that is of none of the bookings. */
  boolean namesAnother() {
    return reference(words()).filter(named -> booking(named).isEmpty()).isPresent();
  }

  /** Whether words move something by an amount of time. */
  boolean shifts() {
    var words = words();
    Asides.hide(words, true);
    Asides.hideQuestions(words, talents);
    return Shift.isSaidIn(words);
  }

  /** Whether guests or money are counted from what is booked, which is not read. */
  boolean countsFromBooked() {
    return words().has(MORE_OR_FEWER) && !shifts();
  }

  /** The only booking, or the one that is named; null while that may be several. */
  @Nullable Booking booking() {
    if (turn.bookings().size() < 2) {
      return turn.bookings().isEmpty() ? null : turn.bookings().getFirst();
    }
    return reference(words())
        .or(() -> reference(Utterance.of(turn.quoted())))
        .or(this::askedAbout)
        .flatMap(this::booking)
        .or(this::byTalent)
        .orElse(null);
  }

  private Optional<String> askedAbout() {
    return asked.stream()
        .filter(line -> line.text().contains(ReplyWriter.WHAT_TO_CHANGE))
        .findFirst()
        .flatMap(line -> reference(Utterance.of(line.text())));
  }

  private Optional<Booking> booking(String reference) {
    return turn.bookings().stream()
        .filter(booking -> booking.reference().equalsIgnoreCase(reference))
        .findFirst();
  }

  private Optional<Booking> byTalent() {
    var words = words();
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

  /** What is to change about this booking. */
  BookingReader.Reading read(Booking booking) {
    var words = words();
    words.take(BookingReader.REFERENCE);
    return BookingReader.ofChanges(turn.about(booking), talents, replies).read(words);
  }

  private static Optional<String> reference(Utterance words) {
    return words.find(BookingReader.REFERENCE).stream().map(MatchResult::group).findFirst();
  }
}
