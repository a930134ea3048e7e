package com.ailuxe.concierge.rules;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Agency;
import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Booking;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.rendering.Templates;
import com.ailuxe.shared.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation as the application would lead it: it keeps the transcript and what is known. */
public final class Dialogue {
  /** A Monday, in Paris. */
  public static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-12-14T10:00:00+01:00[Europe/Paris]");

  public static final Agency AGENCY =
      new Agency(
          "Maison Aurelia",
          Currency.getInstance("EUR"),
          List.of(
              new Offer("Sea Breeze", "yacht", "Monaco", "A 38 m motor yacht for 12 guests."),
              new Offer("Lady Aurora", "yacht", "Cannes", "A 30 m sailing yacht."),
              new Offer(
                  "Villa Azur", "villa", "Saint-Tropez", "Six bedrooms, from 4,000 EUR a day."),
              new Offer("Isabella Rossi", "model", "Milan", "Runway and editorial."),
              new Offer(
                  "Marcel Dupont",
                  "chauffeur",
                  "Paris",
                  "A black S-Class, ten years of service.")));

  private final Concierge concierge;
  private Agency agency = AGENCY;
  private final List<Line> transcript = new ArrayList<>();
  private ZonedDateTime now = NOW;
  private Locale locale = Locale.UK;
  private BookingFields known = BookingFields.NONE;
  private final List<Booking> bookings = new ArrayList<>();
  private TurnContext.@Nullable LostTimes lost;
  private @Nullable String contract;
  private boolean disclose;
  private @Nullable Instant written;
  private TurnContext.Party party = new TurnContext.Party(null, false);

  public Dialogue() {
    this(new RuleBasedConcierge(new Templates()));
  }

  public Dialogue(Concierge concierge) {
    this.concierge = concierge;
  }

  public Dialogue offering(Offer... offers) {
    this.agency = new Agency(AGENCY.name(), AGENCY.currency(), List.of(offers));
    return this;
  }

  public Dialogue in(Locale locale) {
    this.locale = locale;
    return this;
  }

  public Dialogue named(TurnContext.Party party) {
    this.party = party;
    return this;
  }

  public Dialogue at(String now) {
    this.now = ZonedDateTime.parse(now);
    return this;
  }

  public Dialogue knowing(BookingFields known) {
    this.known = known;
    return this;
  }

  /** Held: Sea Breeze on a Friday in Monaco, from 19:00 to 23:00, for 4 guests. */
  public Dialogue withBooking(String state) {
    return withBooking("BK-2026-0001", state, "Sea Breeze", false);
  }

  /** Adds a booking of this talent on a Friday in Monaco, from 19:00 to 23:00, for 4 guests. */
  public Dialogue withBooking(String reference, String state, String talent, boolean confirmed) {
    bookings.add(
        new Booking(
            reference,
            state,
            confirmed,
            new BookingFields(
                talent,
                LocalDateTime.parse("2026-12-18T19:00"),
                LocalDateTime.parse("2026-12-18T23:00"),
                ZoneId.of("Europe/Monaco"),
                "Port Hercule, Monaco",
                4,
                Money.of("9000", "EUR"))));
    return this;
  }

  /** Somebody else has the time that was wished for, as the contact was told. */
  public Dialogue losing(BookingFields asked) {
    this.lost =
        new TurnContext.LostTimes(
            Objects.requireNonNull(asked.start()), Objects.requireNonNull(asked.end()));
    this.known =
        new BookingFields(
            asked.talent(),
            null,
            null,
            asked.zone(),
            asked.place(),
            asked.guests(),
            asked.budget());
    return this;
  }

  public Dialogue withContract(String contract) {
    this.contract = contract;
    return this;
  }

  public Dialogue disclosing() {
    this.disclose = true;
    return this;
  }

  public BookingFields known() {
    return known;
  }

  public TurnContext turn(String... messages) {
    return new TurnContext(
        agency,
        "Anna Keller",
        locale,
        now,
        Stream.of(messages).map(this::line).toList(),
        transcript,
        known,
        lost,
        bookings,
        contract,
        disclose,
        party);
  }

  private Line line(String message) {
    return new Line(Author.CONTACT, message, written == null ? now.toInstant() : written);
  }

  /** What is written from now on reaches us late. */
  public Dialogue writtenAt(String at) {
    this.written = ZonedDateTime.parse(at).toInstant();
    return this;
  }

  /** Writes one turn, keeps what a booking needs, and lets two minutes pass. */
  public Draft write(String... messages) {
    var draft = concierge.draft(turn(messages));
    for (var message : messages) {
      transcript.add(line(message));
    }
    transcript.add(
        new Line(
            Author.CONCIERGE,
            draft.reply(),
            now.plusMinutes(1).toInstant(),
            null,
            false,
            draft.pathSays() != null));
    if (draft.intent() == Intent.BOOK) {
      known = known.with(draft.booking());
    }
    disclose = false;
    now = now.plusMinutes(2);
    return draft;
  }
}
