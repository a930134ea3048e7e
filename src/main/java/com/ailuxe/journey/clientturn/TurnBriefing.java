package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Bookings;
import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Line;
import com.ailuxe.concierge.TurnContext.LostTimes;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contract.Contracts;
import com.ailuxe.contract.OpenContract;
import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.TranscriptLine;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.talent.Talents;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers for the concierge all that the answer to a turn may rest on. */
@Component
class TurnBriefing {
  private final Agencies agencies;
  private final Contacts contacts;
  private final Talents talents;
  private final Bookings bookings;
  private final Contracts contracts;
  private final Clock clock;

  TurnBriefing(
      Agencies agencies,
      Contacts contacts,
      Talents talents,
      Bookings bookings,
      Contracts contracts,
      Clock clock) {
    this.agencies = agencies;
    this.contacts = contacts;
    this.talents = talents;
    this.bookings = bookings;
    this.contracts = contracts;
    this.clock = clock;
  }

  /**
   * @param context what the concierge reads
   * @param openContract the contract that waits for this contact's answer
   */
  public record Briefing(TurnContext context, Optional<OpenContract> openContract) {}

  @Transactional(readOnly = true)
  public Briefing of(TurnContent turn) {
    var conversation = turn.conversation();
    var agency = agencies.profile(conversation.agencyId());
    var contact = contacts.profile(conversation.contactId());
    var thread = conversation.id();
    var open = bookings.openBookings(agency.id(), thread);
    var openContract = contracts.openFor(agency.id(), thread);
    var context =
        new TurnContext(
            offered(agency),
            contact.displayName(),
            contact.locale(),
            ZonedDateTime.ofInstant(clock.instant(), contact.zone()),
            turn.asked().stream().map(TurnBriefing::asked).toList(),
            turn.before().stream()
                .filter(line -> !line.takenBack())
                .map(TurnBriefing::before)
                .toList(),
            bookings
                .openInquiry(agency.id(), thread)
                .map(TurnBriefing::known)
                .orElse(BookingFields.NONE),
            lost(open),
            open.stream().filter(BookingFacts::isActive).map(TurnBriefing::active).toList(),
            openContract.map(OpenContract::number).orElse(null),
            !conversation.aiDisclosed(),
            new TurnContext.Party(
                contact.legalName(), contact.legalName() == null && contact.legalNameAsked()));
    return new Briefing(context, openContract);
  }

  private TurnContext.Agency offered(AgencyProfile agency) {
    return new TurnContext.Agency(
        agency.name(),
        agency.currency(),
        talents.active(agency.id()).stream()
            .map(
                talent ->
                    new Offer(talent.name(), talent.kind(), talent.city(), talent.description()))
            .toList());
  }

  private static Line asked(AskedMessage message) {
    var quotes = message.quotes();
    return new Line(
        TurnContext.Author.CONTACT,
        message.words(),
        message.at(),
        quotes == null ? null : quotes.text(),
        message.corrects(),
        false);
  }

  private static Line before(TranscriptLine line) {
    return new Line(author(line.author()), line.text(), line.at(), null, false, line.closes());
  }

  private static TurnContext.Author author(Author author) {
    return switch (author) {
      case CONTACT -> TurnContext.Author.CONTACT;
      case CONCIERGE, NOTICE -> TurnContext.Author.CONCIERGE;
      case PERSON -> TurnContext.Author.PERSON;
    };
  }

  /** The times that the request lost which is being made, the latest one. */
  private static @Nullable LostTimes lost(List<BookingFacts> open) {
    return open.stream()
        .filter(booking -> booking.state() == BookingState.INQUIRY)
        .findFirst()
        .filter(BookingFacts::slotLost)
        .map(
            request ->
                new LostTimes(
                    Objects.requireNonNull(request.start()).wallTime(),
                    Objects.requireNonNull(request.end()).wallTime()))
        .orElse(null);
  }

  private static BookingFields known(BookingDetails details) {
    return new BookingFields(
        details.talent(),
        details.start(),
        details.end(),
        details.zone(),
        details.place(),
        details.guests(),
        details.budget());
  }

  private static TurnContext.Booking active(BookingFacts booking) {
    var start = Objects.requireNonNull(booking.start());
    var end = Objects.requireNonNull(booking.end());
    var confirmed = booking.state() == BookingState.CONFIRMED;
    var state =
        confirmed
            ? "Booking %s of %s is confirmed"
            : "Booking %s of %s is held and waits for the team's confirmation";
    return new TurnContext.Booking(
        booking.reference(),
        state.formatted(booking.reference(), booking.talentName()),
        confirmed,
        new BookingFields(
            booking.talentName(),
            start.wallTime(),
            end.wallTime(),
            start.zone(),
            booking.place(),
            booking.guests(),
            booking.budget()));
  }
}
