package com.ailuxe.past;

import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.concierge.Intent;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.past.Plan.Ending;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stories of bookings, from a wish to what comes of it, in the chat and at the desk. */
@Component
class BookingStories {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Timeline timeline;
  private final Moment moment;
  private final Talks talks;
  private final Phones phones;
  private final House house;
  private final Desk desk;
  private final NoticeTexts notices;
  private final Texts texts = new Texts();

  BookingStories(
      Timeline timeline,
      Moment moment,
      Talks talks,
      Phones phones,
      House house,
      Desk desk,
      NoticeTexts notices) {
    this.timeline = timeline;
    this.moment = moment;
    this.talks = talks;
    this.phones = phones;
    this.house = house;
    this.desk = desk;
    this.notices = notices;
  }

  void tell(Plan plan) {
    var story = new Story(plan);
    switch (plan.ending()) {
      case REQUEST_LAPSED, REQUEST_CANCELLED -> story.asksVaguely();
      default -> story.wishes();
    }
  }

  /** One booking. */
  private final class Story {
    private final Plan plan;
    private final Person person;
    private @Nullable BookingId known;

    Story(Plan plan) {
      this.plan = plan;
      this.person = plan.person();
    }

    private BookingId booking() {
      if (known == null) {
        throw new IllegalStateException("There is no booking yet");
      }
      return known;
    }

    void wishes() {
      var facts = facts();
      talks.at(
          plan.wishedAt(),
          person,
          () -> phones.says(person, texts.of(person, variant("wish", 3), facts)),
          SOON.plusSeconds(plan.number() % 20),
          () -> {
            var noted = texts.of(person, "noted", facts);
            var turn =
                plan.number() % 4 == 0
                    ? house.answersAfterReview(person, Intent.BOOK, noted, noted, Staff.MARGAUX)
                    : house.answers(person, Intent.BOOK, noted);
            known = desk.record(person, turn, details());
            timeline.at(moment.in(Duration.ofSeconds(2)), this::holds);
          });
    }

    private void holds() {
      var expiry = desk.hold(booking());
      desk.price(booking(), null);
      if (!desk.knowsName(booking())) {
        talks.at(
            moment.in(Duration.ofMinutes(6)),
            person,
            () -> phones.says(person, texts.of(person, "name", facts())),
            SOON,
            () -> {
              var turn =
                  house.answers(person, Intent.BOOK, texts.of(person, "name.noted", facts()));
              desk.giveName(booking(), person, house.firstOf(turn));
            });
      }
      if (plan.ending() == Ending.HOLD_EXPIRED) {
        timeline.at(expiry, () -> desk.expireHold(booking(), expiry));
      }
      timeline.at(moment.in(plan.decidedAfter()), this::isDecided);
    }

    private void isDecided() {
      switch (plan.ending()) {
        case DECLINED, HOLD_EXPIRED -> {
          desk.decline(booking(), approver(), "The house is closed for works that week.");
          talks.at(
              moment.in(Duration.ofMinutes(25)),
              person,
              () -> phones.says(person, texts.of(person, "declined", facts())),
              SOON,
              () ->
                  house.answers(
                      person, Intent.QUESTION, texts.of(person, "declined.answer", facts())));
        }
        default -> {
          desk.approve(
              booking(),
              approver(),
              plan.number() % 7 == 0 ? "With a bottle of champagne from the house." : null);
          timeline.at(
              moment.in(Duration.ofSeconds(5)), () -> document(desk.documents(booking()), 0));
        }
      }
    }

    /** The documents are sent one after the other, each once the one before is accepted. */
    private void document(List<String> kinds, int next) {
      if (next == kinds.size()) {
        isAccepted();
        return;
      }
      var contract = desk.sendContract(booking(), kinds.get(next));
      switch (plan.ending()) {
        case CONTRACT_EXPIRED -> {
          timeline.at(moment.in(Duration.ofHours(24)), () -> desk.nudge(contract));
          timeline.at(
              moment.in(Duration.ofHours(72)), () -> desk.expireContract(booking(), contract));
        }
        case CONTRACT_DECLINED -> timeline.at(moment.in(plan.answeredAfter()), declines(contract));
        default ->
            timeline.at(
                moment.in(plan.answeredAfter()),
                () -> {
                  desk.answer(person, contract, true, title(MessageTemplate.ACCEPT_BUTTON));
                  timeline.at(moment.in(Duration.ofSeconds(4)), () -> document(kinds, next + 1));
                });
      }
    }

    private Runnable declines(ContractId contract) {
      return () -> {
        desk.answer(person, contract, false, title(MessageTemplate.DECLINE_BUTTON));
        desk.release(booking(), "contract-declined", MessageTemplate.CONTRACT_DECLINED);
        talks.at(
            moment.in(Duration.ofMinutes(4)),
            person,
            () -> phones.replies(person, texts.of(person, "decline.reason", facts())),
            Duration.ofMinutes(12),
            () ->
                house.answersAfterReview(
                    person,
                    Intent.QUESTION,
                    texts.of(person, "thanks.answer1", facts()),
                    texts.of(person, "cancel.noted", facts()),
                    Staff.MARGAUX));
      };
    }

    private void isAccepted() {
      desk.tell(booking(), MessageTemplate.CONTRACT_ACCEPTED);
      for (var reminder : desk.planReminders(booking())) {
        timeline.at(Instant.parse(reminder.dueAt()), () -> desk.remind(reminder));
      }
      smallTalk(
          moment.in(Duration.ofMinutes(10)), variant("thanks", 3), "thanks.answer" + alternate());
      if (plan.stops()) {
        talks.at(
            moment.in(Duration.ofHours(1)),
            person,
            () -> phones.says(person, "STOP"),
            SOON,
            () -> house.confirmsStop(person));
      }
      var start = desk.facts(booking()).start();
      var startsAt = start == null ? plan.start().instant() : start.instant();
      switch (plan.ending()) {
        case CANCELLED_BY_CONTACT -> cancels(moment.in(Duration.ofHours(5)));
        case CANCELLED_LATE -> cancels(startsAt.minus(Duration.ofHours(9)));
        case CANCELLED_BY_AGENCY ->
            isCalledOff(
                startsAt.minus(Duration.ofHours(50)),
                CancelledBy.AGENCY,
                "A leak in the house. We are very sorry.");
        case CANCELLED_BY_TALENT ->
            isCalledOff(
                startsAt.minus(Duration.ofHours(30)),
                CancelledBy.TALENT,
                "Taken ill. We are very sorry.");
        case MOVED -> {
          if (startsAt.equals(plan.start().instant())) {
            wantsAnotherHour(moment.in(Duration.ofHours(3)));
          } else {
            takesPlace(startsAt);
          }
        }
        default -> takesPlace(startsAt);
      }
    }

    private void takesPlace(Instant startsAt) {
      if (plan.number() % 2 == 0) {
        asks(startsAt.minus(Duration.ofHours(26 + plan.number() % 5)));
      }
      if (plan.number() % 5 == 1) {
        smallTalk(startsAt.minus(Duration.ofMinutes(20)), "late", "late.answer");
      }
      var length = Duration.between(plan.start().instant(), plan.end().instant());
      timeline.at(startsAt.plus(length), () -> desk.complete(booking()));
      if (plan.number() % 3 != 2) {
        smallTalk(
            startsAt.plus(length).plus(Duration.ofHours(2 + plan.number() % 11)),
            "praise",
            "praise.answer");
      }
    }

    private void asks(Instant at) {
      var question = variant("ask", 4);
      var answer = "ask.answer" + question.substring(question.length() - 1);
      talks.at(
          at,
          person,
          () -> phones.replies(person, texts.of(person, question, facts())),
          Duration.ofMinutes(3 + plan.number() % 9),
          () ->
              house.answersAfterReview(
                  person,
                  Intent.QUESTION,
                  texts.of(person, "thanks.answer1", facts()),
                  texts.of(person, answer, facts()),
                  plan.number() % 3 == 0 ? Staff.CAMILLE : Staff.MARGAUX));
    }

    private void smallTalk(Instant at, String words, String answer) {
      talks.at(
          at,
          person,
          () -> phones.says(person, texts.of(person, words, facts())),
          SOON.plusSeconds(plan.number() % 13),
          () -> house.answers(person, Intent.QUESTION, texts.of(person, answer, facts())));
    }

    private void cancels(Instant at) {
      talks.at(
          at,
          person,
          () -> phones.says(person, texts.of(person, "cancel", facts())),
          SOON,
          () -> {
            house.answers(person, Intent.CANCEL, texts.of(person, "cancel.noted", facts()));
            desk.cancel(booking(), CancelledBy.CONTACT, Actor.named(person.name()), null);
          });
    }

    private void isCalledOff(Instant at, CancelledBy side, String note) {
      timeline.at(at, () -> desk.cancel(booking(), side, Staff.ELISE.actor(), note));
    }

    private void wantsAnotherHour(Instant at) {
      var later = plan.start().wallTime().plusHours(1);
      var facts = facts(later);
      talks.at(
          at,
          person,
          () -> phones.says(person, texts.of(person, "move", facts)),
          SOON,
          () -> {
            var turn = house.answers(person, Intent.CHANGE, texts.of(person, "move.noted", facts));
            var change = desk.wantsChange(booking(), person, turn, startingAt(later));
            timeline.at(
                moment.in(Duration.ofMinutes(50)),
                () -> {
                  desk.approveChange(booking(), change, approver());
                  document(desk.documents(booking()), 0);
                });
          });
    }

    /** The wish lacks a day, which may never come. */
    void asksVaguely() {
      talks.at(
          plan.wishedAt(),
          person,
          () -> phones.says(person, texts.of(person, "vague", facts())),
          Duration.ofMinutes(2),
          () -> {
            TurnId turn =
                house.answers(person, Intent.BOOK, texts.of(person, "vague.answer", facts()));
            known =
                desk.record(
                    person,
                    turn,
                    new BookingDetails(plan.talent(), null, null, null, null, null, null));
            if (plan.ending() == Ending.REQUEST_LAPSED) {
              timeline.at(moment.in(Duration.ofDays(14)), () -> desk.lapse(booking()));
            } else {
              cancels(moment.in(Duration.ofHours(30)));
            }
          });
    }

    private BookingDetails details() {
      return new BookingDetails(
          plan.talent(),
          plan.start().wallTime(),
          plan.end().wallTime(),
          plan.start().zone(),
          plan.place(),
          plan.guests(),
          Money.of(Integer.toString(plan.budget()), "EUR"));
    }

    private static BookingDetails startingAt(LocalDateTime start) {
      return new BookingDetails(null, start, null, null, null, null, null);
    }

    private Map<String, String> facts() {
      return facts(plan.start().wallTime());
    }

    private Map<String, String> facts(LocalDateTime start) {
      return Map.of(
          "talent", plan.talent(),
          "day", DateTimeFormatter.ofPattern("EEEE d MMMM", person.locale()).format(start),
          "time", HOUR.format(start),
          "place", plan.place(),
          "guests", Integer.toString(plan.guests()),
          "budget", plan.budget() + " EUR",
          "legal", person.legalName(),
          "reference", known == null ? "" : desk.facts(known).reference());
    }

    private String title(MessageTemplate button) {
      return notices.message(button, person.locale(), "Maison Luxe", person.name());
    }

    private String variant(String key, int several) {
      return key + (plan.number() % several + 1);
    }

    private int alternate() {
      return plan.number() % 2 + 1;
    }

    private Staff approver() {
      return plan.number() % 5 == 0 ? Staff.CAMILLE : Staff.JULIEN;
    }
  }
}
