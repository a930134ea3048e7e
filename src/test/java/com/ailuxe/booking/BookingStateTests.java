package com.ailuxe.booking;

import static com.ailuxe.booking.BookingState.CANCELLED;
import static com.ailuxe.booking.BookingState.COMPLETED;
import static com.ailuxe.booking.BookingState.CONFIRMED;
import static com.ailuxe.booking.BookingState.DECLINED;
import static com.ailuxe.booking.BookingState.HELD;
import static com.ailuxe.booking.BookingState.INQUIRY;
import static com.ailuxe.booking.BookingState.LAPSED;
import static com.ailuxe.booking.BookingState.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.agency.Signature;
import com.ailuxe.contact.ContactId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.talent.TalentId;
import com.ailuxe.talent.TalentProfile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BookingStateTests {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final Map<BookingState, Set<BookingState>> LEGAL =
      Map.of(
          INQUIRY, Set.of(HELD, RELEASED, CANCELLED),
          HELD, Set.of(CONFIRMED, DECLINED, LAPSED, CANCELLED),
          LAPSED, Set.of(HELD, CONFIRMED, DECLINED, CANCELLED),
          CONFIRMED, Set.of(RELEASED, COMPLETED, CANCELLED),
          DECLINED, Set.of(),
          RELEASED, Set.of(),
          CANCELLED, Set.of(),
          COMPLETED, Set.of());

  private static final Signature OLIVIA = new Signature("Olivia", null);

  private static final Map<BookingState, Consumer<Booking>> VERBS =
      Map.of(
          HELD, booking -> booking.hold(NOW),
          LAPSED, Booking::lapse,
          CONFIRMED, booking -> booking.confirm(OLIVIA, null, NOW),
          DECLINED, booking -> booking.decline(OLIVIA, null, NOW),
          RELEASED, booking -> booking.release("contract declined"),
          CANCELLED, booking -> booking.cancel(CancelledBy.CONTACT, null),
          COMPLETED, Booking::complete);

  @ParameterizedTest
  @MethodSource("transitions")
  void verbsGoWhereTheTableSaysAndNowhereElse(BookingState from, BookingState to) {
    var booking = bookingIn(from);

    if (mayFollow(from).contains(to)) {
      assertThatCode(() -> become(booking, to)).doesNotThrowAnyException();
      assertThat(booking.state()).isEqualTo(to);
    } else {
      assertThatThrownBy(() -> become(booking, to))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("BK-2026-0001 is " + from + " and cannot become " + to);
      assertThat(booking.state()).isEqualTo(from);
    }
  }

  @Test
  void stateFromWhichNothingFollowsIsFinal() {
    for (var state : BookingState.values()) {
      assertThat(state.isFinal()).as(state.name()).isEqualTo(mayFollow(state).isEmpty());
    }
  }

  @Test
  void bookingThatIsHeldTakesNoDetails() {
    assertThatThrownBy(() -> describe(bookingIn(HELD)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("takes no details");
  }

  @Test
  void bookingThatIsHeldCannotLoseItsSlot() {
    var booking = bookingIn(HELD);

    assertThatThrownBy(booking::loseSlot).isInstanceOf(IllegalStateException.class);
    assertThat(booking.slot()).isNotNull();
  }

  private static Set<BookingState> mayFollow(BookingState state) {
    return Objects.requireNonNull(LEGAL.get(state));
  }

  private static void become(Booking booking, BookingState state) {
    Objects.requireNonNull(VERBS.get(state)).accept(booking);
  }

  private static Stream<Arguments> transitions() {
    return Arrays.stream(BookingState.values())
        .flatMap(from -> VERBS.keySet().stream().map(to -> Arguments.of(from, to)));
  }

  private static Booking bookingIn(BookingState state) {
    var booking =
        Booking.inquiry(
            new DetailsGiven(
                AgencyId.random(),
                ContactId.random(),
                new ConversationId(UUID.randomUUID()),
                Given.turn(),
                BookingDetails.NONE),
            "BK-2026-0001",
            NOW);
    describe(booking);
    wayTo(state).forEach(step -> become(booking, step));
    return booking;
  }

  private static List<BookingState> wayTo(BookingState state) {
    return switch (state) {
      case INQUIRY -> List.of();
      case HELD -> List.of(HELD);
      case CANCELLED -> List.of(CANCELLED);
      case LAPSED, CONFIRMED, DECLINED -> List.of(HELD, state);
      case RELEASED, COMPLETED -> List.of(HELD, CONFIRMED, state);
    };
  }

  private static void describe(Booking booking) {
    booking.describe(
        new CheckedDetails(
            Given.details("Paul", "2026-12-01T10:00", "2026-12-01T12:00"),
            new TalentProfile(TalentId.random(), "Paul", "chauffeur", "Paris", PARIS, "", true),
            PARIS,
            List.of()));
  }
}
