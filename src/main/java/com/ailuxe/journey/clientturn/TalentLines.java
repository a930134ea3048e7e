package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.BookingFacts;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.Occupied;
import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.journey.form.FormText;
import com.ailuxe.journey.form.FormWords;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.talent.Rate;
import com.ailuxe.talent.TalentProfile;
import com.ailuxe.talent.Talents;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom a turn talks about, what they cost and when they are taken, as Markdown: what a person needs
 * to answer a question about them.
 */
@Component
class TalentLines {
  private static final Duration AHEAD = Duration.ofDays(60);
  private static final int SHOWN = 3;
  private static final int TIMES_SHOWN = 5;

  private final Talents talents;
  private final Bookings bookings;
  private final Clock clock;

  TalentLines(Talents talents, Bookings bookings, Clock clock) {
    this.talents = talents;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Empty where nobody is talked about. */
  String of(TurnContent turn) {
    var agency = turn.conversation().agencyId();
    var thread = turn.conversation().id();
    var wish = bookings.openInquiry(agency, thread);
    return talkedAbout(turn, agency, thread, wish).stream()
        .limit(SHOWN)
        .map(talent -> lines(agency, talent, wish.orElse(null)))
        .collect(Collectors.joining("\n\n"));
  }

  /** Whom these words name, else whom the wish is for, else whom the contact has booked. */
  private List<TalentProfile> talkedAbout(
      TurnContent turn, AgencyId agency, ConversationId thread, Optional<BookingDetails> wish) {
    var words =
        Stream.concat(
                turn.asked().stream().map(AskedMessage::text),
                turn.draft().map(DraftedReply::text).stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    var named =
        talents.active(agency).stream()
            .filter(talent -> words.contains(talent.name().toLowerCase(Locale.ROOT)))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    return wish.map(BookingDetails::talent)
        .or(
            () ->
                bookings.openBookings(agency, thread).stream()
                    .filter(BookingFacts::isActive)
                    .map(BookingFacts::talentName)
                    .findFirst())
        .map(talent -> talents.find(agency, talent))
        .orElse(List.of());
  }

  private String lines(AgencyId agency, TalentProfile talent, @Nullable BookingDetails wish) {
    var now = clock.instant();
    var day =
        wish == null || wish.start() == null
            ? LocalDate.ofInstant(now, talent.zone())
            : wish.start().toLocalDate();
    return "**%s** (%s, %s): %s\n%s"
        .formatted(
            FormText.line(talent.name()),
            FormText.line(talent.kind()),
            FormText.line(talent.city()),
            talents
                .rate(agency, talent.id(), day)
                .map(TalentLines::rate)
                .orElse("price on request"),
            taken(bookings.occupied(agency, talent.id(), now, now.plus(AHEAD))));
  }

  private static String rate(Rate rate) {
    var minimum = rate.minimumHours();
    return "%s %s%s"
        .formatted(
            rate.amount(),
            switch (rate.kind()) {
              case HOUR -> "an hour";
              case DAY -> "a day";
              case EVENT -> "for the event";
            },
            minimum == null ? "" : ", at least %s hours".formatted(plain(minimum)));
  }

  private static String plain(BigDecimal hours) {
    return hours.stripTrailingZeros().toPlainString();
  }

  private static String taken(List<Occupied> times) {
    if (times.isEmpty()) {
      return "Free for the next %d days".formatted(AHEAD.toDays());
    }
    var more = times.size() - TIMES_SHOWN;
    return "Taken: "
        + times.stream()
            .limit(TIMES_SHOWN)
            .map(
                time ->
                    "%s to %s (%s)"
                        .formatted(
                            FormWords.shortTime(time.start()),
                            FormWords.shortTime(time.end()),
                            time.confirmed() ? "confirmed" : "held"))
            .collect(Collectors.joining("; "))
        + (more > 0 ? "; and %d more".formatted(more) : "");
  }
}
