package com.ailuxe.console.bookings;

import com.ailuxe.board.BookingLine;
import com.ailuxe.board.ContractLine;
import com.ailuxe.booking.BookingState;
import com.ailuxe.reminder.LedgerRow;
import com.ailuxe.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A booking as a line of the list, and on top of its own page.
 *
 * @param hold until when the slot is kept; null where it is not held
 * @param price in words where there is no amount
 */
public record RowView(
    String reference,
    Words.Tag state,
    @Nullable String hold,
    String contact,
    String channel,
    @Nullable String talent,
    @Nullable String when,
    @Nullable String zone,
    @Nullable String place,
    @Nullable Integer guests,
    @Nullable Money budget,
    @Nullable Money price,
    String unpriced,
    @Nullable Money deposit,
    @Nullable Money received,
    List<Document> documents,
    List<Badge> badges) {

  /**
   * A document of the booking.
   *
   * @param preview the address of the PDF
   */
  public record Document(
      String number,
      String kind,
      Words.Tag state,
      String party,
      String issued,
      @Nullable String answered,
      @Nullable String because,
      String preview,
      String evidence) {
    static Document of(ContractLine contract, ZoneId zone) {
      var path = "/bookings/contracts/" + contract.id();
      return new Document(
          contract.number(),
          Words.kind(contract.kind()),
          Words.state(contract.state(), contract.delivery()),
          contract.party(),
          Words.at(contract.issuedAt(), zone),
          contract.answeredAt() == null ? null : Words.at(contract.answeredAt(), zone),
          contract.endReason() == null ? contract.declineReason() : contract.endReason(),
          path + "/document",
          path + "/evidence");
    }
  }

  /**
   * What became of a reminder.
   *
   * @param look the class that says whether all is well
   * @param detail all there is to know, when and why
   */
  public record Badge(String kind, String look, String state, String detail) {
    static Badge of(LedgerRow row, ZoneId zone) {
      var lines = new ArrayList<String>();
      lines.add("Due " + Words.at(row.dueAt(), zone));
      add(lines, "", row.shift());
      add(lines, "Because: ", row.reason());
      for (var step :
          Stream.of(
                  new Step("Accepted", row.acceptedAt()),
                  new Step("Sent", row.sentAt()),
                  new Step("Delivered", row.deliveredAt()),
                  new Step("Read", row.readAt()))
              .toList()) {
        add(lines, step.name + " ", step.at == null ? null : Words.at(step.at, zone));
      }
      return new Badge(
          row.kind().replaceFirst("([0-9])h", "$1 h"),
          Words.look(row.state()),
          Words.state(row.state()),
          String.join("\n", lines));
    }

    private record Step(String name, @Nullable Instant at) {}

    private static void add(List<String> lines, String before, @Nullable String text) {
      if (text != null) {
        lines.add(before + text);
      }
    }
  }

  /**
   * @param zone of the agency, for what happened here
   */
  static RowView of(BookingLine line, ZoneId zone) {
    var start = line.start();
    var hold = line.holdExpiresAt();
    return new RowView(
        line.reference(),
        Words.state(line.state()),
        hold == null || line.state() != BookingState.HELD ? null : Words.at(hold, zone),
        line.contactName(),
        Words.channel(line.channel()),
        line.talentName(),
        start == null ? null : Words.when(start, line.end()),
        start == null ? null : Words.zone(start.zone()),
        line.place(),
        line.guests(),
        line.budget(),
        line.total(),
        line.price() == null ? "not priced" : "on request",
        line.deposit(),
        line.depositReceived(),
        line.contracts().stream().map(contract -> Document.of(contract, zone)).toList(),
        line.reminders().stream().map(row -> Badge.of(row, zone)).toList());
  }
}
