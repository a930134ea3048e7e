package com.ailuxe.console.bookings;

import com.ailuxe.board.BookingStory;
import com.ailuxe.board.BookingStory.ChangeLine;
import com.ailuxe.board.BookingStory.Happening;
import com.ailuxe.booking.DeskRequest;
import com.ailuxe.booking.PriceLine;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Excerpts.Excerpt;
import com.ailuxe.conversation.FileState;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A booking's page.
 *
 * @param news the topic by which the page learns that it has changed
 * @param open whether it can be called off
 * @param movable whether it can be changed
 * @param plans the reminders of plans of before, which were replaced
 */
public record StoryView(
    RowView booking,
    String news,
    boolean open,
    boolean movable,
    List<Event> events,
    List<Change> changes,
    List<RowView.Document> documents,
    List<RowView.Badge> plans,
    List<Part> price,
    @Nullable Charge charge,
    List<Line> lines,
    List<Waiting> waiting) {

  /** Something that was done. */
  public record Event(String at, String who, String what, @Nullable String detail) {}

  /** What somebody wanted it to be instead. */
  public record Change(
      String at, String who, String state, List<String> wished, @Nullable String decided) {}

  /** A line of the price. */
  public record Part(String text, Money amount, boolean less) {}

  /** What is owed for calling it off. */
  public record Charge(Money amount, String percent, String reason, @Nullable String waived) {}

  /**
   * A message.
   *
   * @param ours whether it went out
   * @param link where its file is; null for none, or one that is not there
   */
  public record Line(
      boolean ours,
      String who,
      String at,
      String text,
      @Nullable String quotes,
      boolean takenBack,
      @Nullable String state,
      @Nullable String reason,
      @Nullable String file,
      @Nullable String link) {}

  /** What was asked of the desk and is not carried out yet. */
  public record Waiting(String path, String who, String what, String at, boolean begun) {}

  static StoryView of(BookingStory story, ZoneId zone) {
    var booking = story.booking();
    var price = booking.price();
    var charge = story.charge();
    var current = booking.reminders();
    return new StoryView(
        RowView.of(booking, zone),
        "booking:" + booking.id(),
        story.isOpen(),
        story.isMovable(),
        story.history().stream().map(done -> event(done, zone)).toList(),
        story.changes().stream().map(change -> change(change, zone)).toList(),
        story.contracts().stream().map(one -> RowView.Document.of(one, zone)).toList(),
        story.reminders().stream()
            .filter(row -> !current.contains(row))
            .map(row -> RowView.Badge.of(row, zone))
            .toList(),
        price == null
            ? List.of()
            : price.lines().stream().map(line -> part(line, price.currency())).toList(),
        charge == null
            ? null
            : new Charge(
                charge.amount(),
                percent(charge.percent()),
                charge.reason(),
                charge.waivedBecause()),
        story.messages().stream().map(said -> line(said, booking.contactName(), zone)).toList(),
        story.waiting().stream().map(request -> waiting(request, zone)).toList());
  }

  static String percent(BigDecimal percent) {
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  private static Event event(Happening done, ZoneId zone) {
    var what = done.action().replaceFirst("^[a-z]+\\.", "").replace('-', ' ');
    return new Event(
        Words.at(done.at(), zone),
        done.actor(),
        done.contract() == null ? what : "contract " + done.contract() + " " + what,
        done.detail());
  }

  private static Change change(ChangeLine change, ZoneId zone) {
    var wished = new ArrayList<String>();
    Stream.of(
            change.talentName(),
            change.start() == null ? null : Words.when(change.start(), change.end()),
            change.place(),
            change.guests() == null ? null : change.guests() + " guests",
            change.budget() == null ? null : "budget " + change.budget())
        .forEach(
            text -> {
              if (text != null) {
                wished.add(text);
              }
            });
    var decided = change.decidedAt();
    return new Change(
        Words.at(change.requestedAt(), zone),
        change.requestedBy(),
        change.state().toLowerCase(Locale.ROOT).replace('_', ' '),
        wished,
        decided == null
            ? null
            : "%s, %s%s"
                .formatted(
                    change.decidedBy(),
                    Words.at(decided, zone),
                    change.note() == null ? "" : ": " + change.note()));
  }

  private static Part part(PriceLine line, Currency currency) {
    return new Part(line.text(), Money.ofMinor(Math.abs(line.minor()), currency), line.minor() < 0);
  }

  private static Line line(Excerpt said, String contact, ZoneId zone) {
    var line = said.line().line();
    var quotes = line.quotes();
    var file = said.file();
    var there = file != null && file.state() == FileState.STORED && !file.document();
    var state = said.line().state();
    return new Line(
        line.author() != Author.CONTACT,
        line.author() == Author.CONTACT ? contact : line.author().name().toLowerCase(Locale.ROOT),
        Words.at(line.at(), zone),
        line.text(),
        quotes == null ? null : quotes.text(),
        line.takenBack(),
        state == null ? null : state.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        said.line().reason(),
        file == null ? null : file.name() == null ? "file" : file.name(),
        there ? "/api/media/" + said.id() : null);
  }

  private static Waiting waiting(DeskRequest request, ZoneId zone) {
    return new Waiting(
        "/bookings/requests/" + request.id(),
        request.filedByName(),
        Words.wish(request.wish()),
        Words.at(request.filedAt(), zone),
        request.begun());
  }
}
