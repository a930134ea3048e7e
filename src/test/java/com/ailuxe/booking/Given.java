package com.ailuxe.booking;

import com.ailuxe.agency.Actor;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import com.ailuxe.talent.TalentId;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what a test starts from. */
public class Given {
  private final JdbcClient jdbc;
  private final Bookings bookings;

  Given(JdbcClient jdbc, Bookings bookings) {
    this.jdbc = jdbc;
    this.bookings = bookings;
  }

  /** An agency in Paris. */
  public AgencyId agency() {
    var id = AgencyId.random();
    jdbc.sql(
            """
            insert into agency
              (id, slug, name, legal_name, address, time_zone, locale, currency, created_at)
            values (?, ?, 'Maison', 'Maison SA', 'Paris', 'Europe/Paris', 'en', 'EUR', now())""")
        .params(id.value(), id.toString())
        .update();
    return id;
  }

  /** A contact whose legal name is known. */
  public ContactId contact(AgencyId agency) {
    var id = ContactId.random();
    jdbc.sql(
            """
            insert into contact
              (id, agency_id, display_name, locale, time_zone, created_at, legal_name,
               legal_name_given_at, legal_name_given_by)
            values (?, ?, 'Ada Private', 'en', 'Europe/Paris', now(), 'Ada Private', now(),
              'Ada Private')""")
        .params(id.value(), agency.value())
        .update();
    return id;
  }

  public ConversationId conversation(AgencyId agency, ContactId contact) {
    var id = new ConversationId(UUID.randomUUID());
    jdbc.sql(
            """
            insert into conversation
              (id, agency_id, contact_id, channel, account_id, recipient_kind, recipient_value,
               handler, created_at, version)
            values (?, ?, ?, 'WHATSAPP', ?, 'PHONE', '+33100000000', 'CONCIERGE', now(), 0)""")
        .params(id.value(), agency.value(), contact.value(), id.toString())
        .update();
    return id;
  }

  /** A talent in Paris, at EUR 100.00 an hour. */
  public TalentId talent(AgencyId agency, String name, String kind) {
    return talent(agency, name, kind, "Paris", "Europe/Paris");
  }

  public TalentId talent(AgencyId agency, String name, String kind, String city, String zone) {
    var id = TalentId.random();
    jdbc.sql(
            """
            insert into talent
              (id, agency_id, name, kind, city, zone, description, active)
            values (?, ?, ?, ?, ?, ?, 'Best in town', true)""")
        .params(id.value(), agency.value(), name, kind, city, zone)
        .update();
    rate(agency, id, "HOUR", "100", "EUR", null, "2026-01-01", null);
    return id;
  }

  public void rate(
      AgencyId agency,
      TalentId talent,
      String kind,
      String amount,
      String currency,
      @Nullable Integer minimumHours,
      String from,
      @Nullable String to) {
    jdbc.sql(
            """
            insert into talent_rate
              (id, agency_id, talent_id, kind, amount, currency, minimum_hours, valid_from, valid_to)
            values
              (gen_random_uuid(), ?, ?, ?, ?::numeric, ?, ?::numeric, ?::date, ?::date)""")
        .params(
            Arrays.asList(
                agency.value(), talent.value(), kind, amount, currency, minimumHours, from, to))
        .update();
  }

  public void withoutRate(TalentId talent) {
    jdbc.sql("delete from talent_rate where talent_id = ?").param(talent.value()).update();
  }

  public void retired(TalentId talent) {
    jdbc.sql("update talent set active = false where id = ?").param(talent.value()).update();
  }

  /** Somebody new in this agency who has asked for this talent with all details. */
  public BookingId inquiry(AgencyId agency, String talent, String start, String end) {
    var contact = contact(agency);
    return inquiry(agency, contact, conversation(agency, contact), talent, start, end);
  }

  public BookingId inquiry(
      AgencyId agency,
      ContactId contact,
      ConversationId conversation,
      String talent,
      String start,
      String end) {
    return bookings
        .recordDetails(
            new DetailsGiven(agency, contact, conversation, turn(), details(talent, start, end)))
        .bookingId();
  }

  public BookingId held(AgencyId agency, String talent, String start, String end) {
    var id = inquiry(agency, talent, start, end);
    bookings.hold(id);
    return id;
  }

  public BookingId confirmed(AgencyId agency, String talent, String start, String end) {
    var id = held(agency, talent, start, end);
    bookings.decide(id, true, Actor.named("Olivia"), null, null);
    return id;
  }

  public static TurnId turn() {
    return new TurnId(UUID.randomUUID());
  }

  static Refusal refusal(Refusal.Reason reason, String reference) {
    return new Refusal(reason, null, null, null, null, List.of(), reference);
  }

  public static EventTime inParis(String wallTime) {
    return new EventTime(LocalDateTime.parse(wallTime), ZoneId.of("Europe/Paris"));
  }

  /** All that is needed but the zone, which is the talent's. */
  public static BookingDetails details(String talent, String start, String end) {
    return new BookingDetails(
        talent,
        LocalDateTime.parse(start),
        LocalDateTime.parse(end),
        null,
        "Ritz, Paris",
        2,
        Money.of("900", "EUR"));
  }
}
