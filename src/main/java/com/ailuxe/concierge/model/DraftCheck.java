package com.ailuxe.concierge.model;

import static java.util.stream.Collectors.joining;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Disclosure;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Booking;
import com.ailuxe.concierge.reading.GuestReader;
import com.ailuxe.concierge.reading.NameReader;
import com.ailuxe.concierge.reading.TalentMatcher;
import com.ailuxe.concierge.reading.When;
import com.ailuxe.concierge.reading.Zones;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Letters;
import com.ailuxe.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * Makes a draft of what the language model answered. What cannot be (a past date, an end before the
 * start, a talent that is not in the list, a negative amount) is left out, and a person is asked to
 * look.
 */
public final class DraftCheck {
  private static final int LONGEST_REPLY = 4096;
  private static final int LONGEST_PLACE = 120;

  private final TurnContext turn;
  private final List<String> reasons = new ArrayList<>();

  public DraftCheck(TurnContext turn) {
    this.turn = turn;
  }

  /**
   * @throws UnusableAnswer when there is no reply, no known intent or no possible confidence
   */
  public Draft draft(ModelAnswer answer) {
    var reply = reply(answer.reply());
    var said = answer.booking() == null ? ModelAnswer.Booking.NOTHING : answer.booking();
    var changed = changed(said.reference());
    var intent = possible(intent(answer.intent()), said, changed);
    var confidence = answer.confidence() == null ? 0.5 : answer.confidence();
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new UnusableAnswer("confidence is not between 0 and 1");
    }
    if (Boolean.TRUE.equals(answer.needsPerson())) {
      var reason = answer.reason();
      reasons.addFirst(
          reason == null || reason.isBlank()
              ? "The language model asks for a person"
              : reason.strip());
    }
    var fields = fields(intent, changed, said);
    return new Draft(
        reply,
        intent,
        fields,
        intent == Intent.CHANGE && changed != null ? changed.reference() : null,
        legalName(answer.legalName()),
        confidence,
        !reasons.isEmpty(),
        reasons.isEmpty() ? null : String.join("; ", reasons),
        promise(intent, answer),
        isSeenTo(intent, changed, fields) ? reply : null,
        null);
  }

  /** Where the model asks for a person, something is left for one to do. */
  private static @Nullable String promise(Intent intent, ModelAnswer answer) {
    if (!Boolean.TRUE.equals(answer.needsPerson()) || intent == Intent.HUMAN) {
      return null;
    }
    var reason = answer.reason();
    return reason == null || reason.isBlank() ? "Asked for by the language model" : reason.strip();
  }

  /** Whether a person decides, or answers, in a task that follows by itself. */
  private boolean isSeenTo(Intent intent, @Nullable Booking changed, BookingFields fields) {
    return switch (intent) {
      case HUMAN, ACCEPT_CONTRACT, DECLINE_CONTRACT -> true;
      case CHANGE -> changed != null && !fields.equals(BookingFields.NONE);
      case BOOK -> turn.known().with(fields).isComplete();
      default -> false;
    };
  }

  /** The legal name if the contact wrote it in this turn and it may be a name. */
  private @Nullable LegalName legalName(@Nullable String said) {
    if (!isSaid(said)) {
      return null;
    }
    var written =
        Letters.plain(turn.messages().stream().map(TurnContext.Line::text).collect(joining(" ")));
    var name =
        LegalName.of(said)
            .filter(NameReader::isName)
            .filter(usable -> onlyWords(written).contains(onlyWords(usable.value())));
    if (name.isEmpty()) {
      reasons.add("Reads a legal name that the contact did not write");
    } else if (!NameReader.isReadable(name.get())) {
      reasons.add("A contract cannot be written in the letters of this name: " + name.get());
    }
    return name.filter(NameReader::isReadable).orElse(null);
  }

  private static String onlyWords(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\d]+", " ").strip() + " ";
  }

  private String reply(@Nullable String reply) {
    if (reply == null || reply.isBlank()) {
      throw new UnusableAnswer("reply is empty");
    }
    var disclosed =
        turn.discloseAi()
            ? Disclosure.by(Disclosure.OF_THE_MODEL, turn.agency().name()) + "\n\n" + reply.strip()
            : reply.strip();
    if (disclosed.length() > LONGEST_REPLY) {
      throw new UnusableAnswer("reply is too long");
    }
    return disclosed;
  }

  private static Intent intent(@Nullable String code) {
    try {
      return Intent.ofCode(Objects.requireNonNullElse(code, "").strip());
    } catch (IllegalArgumentException e) {
      throw new UnusableAnswer("intent is none of the list");
    }
  }

  private Intent possible(Intent intent, ModelAnswer.Booking said, @Nullable Booking changed) {
    var aboutContract = intent == Intent.ACCEPT_CONTRACT || intent == Intent.DECLINE_CONTRACT;
    if (aboutContract && turn.contractNumber() == null) {
      reasons.add("Answers a contract, but none is open");
      return Intent.QUESTION;
    }
    if (intent == Intent.CANCEL && !turn.hasBooking()) {
      reasons.add("Wants to cancel, but has no open booking");
    }
    if (intent == Intent.CHANGE && !turn.hasBooking()) {
      reasons.add("Wants to change a booking, but has none");
    }
    if (intent == Intent.CHANGE
        && !turn.bookings().isEmpty()
        && changed == null
        && isSaid(said.reference())) {
      reasons.add("Wants to change a booking that is not active: " + said.reference());
      return Intent.QUESTION;
    }
    return intent;
  }

  /** The active booking that is meant; null where it may be several, and where there is none. */
  private @Nullable Booking changed(@Nullable String reference) {
    return turn.bookings().stream()
        .filter(
            booking ->
                isSaid(reference)
                    ? booking.reference().equalsIgnoreCase(reference.strip())
                    : turn.bookings().size() == 1)
        .findFirst()
        .orElse(null);
  }

  @Contract("null -> false")
  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private BookingFields fields(Intent intent, @Nullable Booking changed, ModelAnswer.Booking said) {
    return switch (intent) {
      case BOOK -> fields(turn.known(), said);
      case CHANGE -> changed == null ? inTheMaking(said) : changes(changed, said);
      default -> BookingFields.NONE;
    };
  }

  /** Nothing while it is asked which of several bookings is meant. */
  private BookingFields inTheMaking(ModelAnswer.Booking said) {
    return turn.bookings().isEmpty() ? fields(turn.known(), said) : BookingFields.NONE;
  }

  /**
   * The fields that are new; an end that was said to stay is among them, or a new start would move
   * it.
   */
  private BookingFields changes(Booking booking, ModelAnswer.Booking said) {
    var fields = fields(booking.details(), said);
    var endStays = fields.start() != null && fields.end() == null && said.end() != null;
    return endStays ? fields.until(booking.details().end()) : fields;
  }

  private BookingFields fields(BookingFields known, ModelAnswer.Booking said) {
    var talent = talent(said.talent());
    var place = place(said.place());
    var zone = zone(known, said.zone(), place);
    var when = when(known, time("start", said.start()), time("end", said.end()), zone);
    var startsAnew = !Objects.equals(when.start(), known.start());
    return new BookingFields(
        talent,
        startsAnew ? when.start() : null,
        Objects.equals(when.end(zone), known.end()) ? null : when.end(zone),
        when.start() == null || zone.equals(known.zone()) ? null : zone,
        place,
        guests(said.guests()),
        budget(said.budgetAmount(), said.budgetCurrency()));
  }

  private @Nullable String talent(@Nullable String talent) {
    if (talent == null || talent.isBlank()) {
      return null;
    }
    var matches = new TalentMatcher(turn.agency().offers()).offersOf(talent.strip());
    if (matches.isEmpty()) {
      reasons.add("Unknown talent: " + talent.strip());
      return null;
    }
    var first = matches.getFirst();
    return first.name().equalsIgnoreCase(talent.strip()) ? first.name() : first.kind();
  }

  private static @Nullable String place(@Nullable String place) {
    if (place == null || place.isBlank()) {
      return null;
    }
    var tidy = place.strip().replaceAll("\\s+", " ");
    return Letters.beginning(tidy, LONGEST_PLACE).strip();
  }

  private ZoneId zone(BookingFields before, @Nullable String zone, @Nullable String place) {
    if (zone != null && !zone.isBlank()) {
      try {
        return ZoneId.of(zone.strip());
      } catch (DateTimeException e) {
        reasons.add("Unknown time zone: " + zone.strip());
      }
    }
    var known = before.zone();
    var otherwise = known != null ? known : turn.now().getZone();
    return place == null ? otherwise : Zones.ofPlace(place).orElse(otherwise);
  }

  private @Nullable LocalDateTime time(String what, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.strip().replace(' ', 'T'));
    } catch (DateTimeParseException e) {
      reasons.add("Unreadable " + what + ": " + text.strip());
      return null;
    }
  }

  private @Nullable LocalDateTime onClock(@Nullable LocalDateTime time, ZoneId zone) {
    if (time == null || !Zones.isSkipped(time, zone)) {
      return time;
    }
    reasons.add("The clocks skip this time that night: " + time + " " + zone);
    return null;
  }

  private When when(
      BookingFields before,
      @Nullable LocalDateTime start,
      @Nullable LocalDateTime end,
      ZoneId zone) {
    var known = When.of(before.start(), before.end());
    var isPast = start != null && start.atZone(zone).toInstant().isBefore(turn.now().toInstant());
    if (isPast) {
      reasons.add("The start is past: " + start);
    }
    var when = known.then(When.of(isPast ? null : onClock(start, zone), onClock(end, zone)), zone);
    var begin = when.start();
    var until = when.end(zone);
    var earliest = begin != null ? begin : turn.now().withZoneSameInstant(zone).toLocalDateTime();
    if (until != null && !until.isAfter(earliest)) {
      reasons.add("The end is before the start: " + until);
      return When.of(
          begin, before.end() != null && before.end().isAfter(earliest) ? before.end() : null);
    }
    return when;
  }

  private @Nullable Integer guests(@Nullable Integer guests) {
    if (guests == null) {
      return null;
    }
    if (guests < 1 || guests > GuestReader.MOST) {
      reasons.add("Impossible number of guests: " + guests);
      return null;
    }
    return guests;
  }

  private @Nullable Money budget(@Nullable BigDecimal amount, @Nullable String currency) {
    if (amount == null) {
      return null;
    }
    var money = money(amount, currency);
    if (money.isEmpty()) {
      reasons.add("Impossible budget: " + amount.toPlainString() + " " + currency);
    }
    return money.orElse(null);
  }

  private Optional<Money> money(BigDecimal amount, @Nullable String currency) {
    try {
      return Optional.of(
              new Money(
                  amount,
                  isSaid(currency)
                      ? Currency.getInstance(currency.strip())
                      : turn.agency().currency()))
          .filter(money -> money.amount().signum() > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
