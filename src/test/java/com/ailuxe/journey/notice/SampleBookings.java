package com.ailuxe.journey.notice;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The booking that every message is shown with: all values there, or only those that must be. */
final class SampleBookings {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private SampleBookings() {}

  static BookingSheet complete() {
    return new BookingSheet(
        "Maison Lumière",
        "Amélie Laurent",
        "B-7Q4K",
        "Captain Idris Vale",
        "Yacht day charter",
        time("2026-12-05T19:00"),
        time("2026-12-05T23:00"),
        "Quai d’Honneur, Port Hercule, Monaco",
        6,
        Money.of("12000", "EUR"),
        Money.of("11200", "EUR"),
        "The terrace is heated; a light coat is enough.",
        List.of("Captain Noor Haddad", "Captain Pierre Aubert"),
        "LUXE-2026-0001",
        time("2026-11-22T15:06"),
        null,
        Money.of("5600", "EUR"),
        false,
        time("2026-12-04T07:00"),
        Money.of("5600", "EUR"),
        true);
  }

  /** A booking before anyone decided, by a contact known by number only. */
  static BookingSheet bare() {
    var all = complete();
    return new BookingSheet(
        all.agencyName(),
        "+33612345678",
        all.reference(),
        all.talent(),
        all.service(),
        all.start(),
        all.end(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        false);
  }

  /** A booking with names as long as they get, in a year with many bookings. */
  static BookingSheet longest() {
    var all = complete();
    return new BookingSheet(
        "Maison Lumière de la Côte d’Azur, Monaco and Saint-Tropez",
        "Maximiliane-Alexandra von Hohenzollern-Sigmaringen",
        "BK-2026-123456",
        "Motor yacht Principessa Maria Vittoria di Montecarlo",
        "Yacht day charter with crew and chef",
        time("2026-09-23T19:00"),
        time("2026-09-24T23:00"),
        "Quai d’Honneur, Port Hercule, 98000 Monaco, beside the Yacht Club, second pontoon on the left",
        100,
        Money.of("1200000.50", "EUR"),
        Money.of("1200000.50", "EUR"),
        "x".repeat(500),
        List.of("Captain Noor Haddad", "Captain Pierre Aubert", "Captain Idris Vale"),
        "LUXE-2026-123456",
        time("2026-11-22T15:06"),
        null,
        Money.of("600000.25", "EUR"),
        false,
        time("2026-12-04T07:00"),
        Money.of("600000.25", "EUR"),
        true);
  }

  static BookingSheet declined(String reason) {
    var all = complete();
    return new BookingSheet(
        all.agencyName(),
        all.contactName(),
        all.reference(),
        all.talent(),
        all.service(),
        all.start(),
        all.end(),
        all.place(),
        all.guests(),
        all.budget(),
        all.price(),
        all.note(),
        all.alternatives(),
        all.contractNumber(),
        all.acceptedAt(),
        reason,
        all.cancellationFee(),
        all.feeWaived(),
        all.freeUntil(),
        all.declineFee(),
        all.partyKnown());
  }

  static EventTime time(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), PARIS);
  }
}
