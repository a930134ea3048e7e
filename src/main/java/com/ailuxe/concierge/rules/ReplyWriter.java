package com.ailuxe.concierge.rules;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Disclosure;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.concierge.reading.Assumption;
import com.ailuxe.concierge.reading.Detail;
import com.ailuxe.concierge.reading.Problem;
import com.ailuxe.concierge.reading.TalentMatcher;
import com.ailuxe.concierge.reading.Utterance;
import com.ailuxe.concierge.reading.When;
import com.ailuxe.concierge.reading.Zones;
import com.ailuxe.rendering.Wording;
import com.ailuxe.shared.Letters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the rule-based concierge: warm, short, exact, and never more than is known. */
final class ReplyWriter {
  /** Asked when a change may be about several bookings. */
  static final String WHICH_BOOKING = "which of your bookings is meant";

  /** Asked when nothing is said that could be changed; the reference of the booking is near it. */
  static final String WHAT_TO_CHANGE = "you would like to change about your booking";

  private static final String NOTED = "I have noted: ";
  private static final String COURTESY = "With pleasure.";
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final int LONGEST = 4096;
  private static final int OFFERS_SHOWN = 8;
  private static final int DESCRIPTION_SHOWN = 300;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_24 =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_12 = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  private static final Wording ENGLISH = new Wording(Locale.ENGLISH);

  private final TurnContext turn;
  private final TalentMatcher talents;
  private final List<String> promises = new ArrayList<>();
  private final List<String> keptByPath = new ArrayList<>();
  private final List<String> saidByPath = new ArrayList<>();

  ReplyWriter(TurnContext turn, TalentMatcher talents) {
    this.turn = turn;
    this.talents = talents;
  }

  /** Puts the parts of an answer together, the greeting and the disclosure in front. */
  String write(boolean greet, List<String> parts) {
    var all = new ArrayList<String>();
    if (greet) {
      all.add(greeting());
    }
    if (turn.discloseAi()) {
      all.add(Disclosure.by(Disclosure.OF_THE_RULES, turn.agency().name()));
    }
    parts.stream().filter(part -> !part.isBlank()).forEach(all::add);
    var reply = String.join(" ", all).strip();
    return reply.length() <= LONGEST ? reply : Letters.beginning(reply, LONGEST - 3) + "...";
  }

  /** What the parts of the answer say that one of us will do; null where nothing. */
  @Nullable String promise() {
    return promises.isEmpty() ? null : String.join("\n", promises);
  }

  /** Those parts that promise something which follows by itself; null where none. */
  @Nullable String keptByPath() {
    return keptByPath.isEmpty() ? null : String.join("\n", keptByPath);
  }

  /**
   * Those parts that the notice of what came of it makes needless, a mere greeting too; null where
   * none.
   */
  @Nullable String saidByPath() {
    if (saidByPath.isEmpty()) {
      return null;
    }
    var greeting = turn.discloseAi() ? Stream.<String>empty() : Stream.of(greeting());
    return Stream.concat(greeting, saidByPath.stream()).collect(Collectors.joining("\n"));
  }

  /** Somebody has to do what these words say, and nothing but a task makes them. */
  String promise(String words) {
    promises.add(words);
    return words;
  }

  /**
   * What these words say follows by itself: a person decides it, or answers, in a task of its own.
   */
  private String keptByPath(String words) {
    keptByPath.add(words);
    return words;
  }

  /** These words promise what follows by itself at once, and a notice says that it did. */
  private String saidByPath(String words) {
    saidByPath.add(words);
    return keptByPath(words);
  }

  private String greeting() {
    var hour = turn.now().getHour();
    var part = hour < 5 || hour >= 18 ? "evening" : hour < 12 ? "morning" : "afternoon";
    var name = firstName();
    return "Good " + part + (name.isEmpty() ? "." : ", " + name + ".");
  }

  private String firstName() {
    var first = turn.contactName().strip().split("\\s+", 2)[0];
    return first.matches("\\p{L}[\\p{L}'-]{0,29}") ? first : "";
  }

  String offersHelp() {
    return "How may I help you? " + offersInALine();
  }

  String asksHowToHelp() {
    return "How may I help you? A line in English about what you have in mind is all I need.";
  }

  /** What the agency offers, in one line. */
  String offersInALine() {
    var offers = turn.agency().offers();
    if (offers.isEmpty()) {
      return "Tell me what you have in mind and I will pass it on to our team.";
    }
    return agency()
        + " arranges "
        + joined(offers.stream().limit(OFFERS_SHOWN).map(ReplyWriter::named).toList(), "and")
        + (offers.size() > OFFERS_SHOWN ? ", and more on request." : ".");
  }

  String describes(List<Offer> offers) {
    return offers.stream()
        .limit(OFFERS_SHOWN)
        .map(ReplyWriter::described)
        .collect(Collectors.joining(" "));
  }

  private static String described(Offer offer) {
    var description = offer.description().strip();
    if (description.length() > DESCRIPTION_SHOWN) {
      description = Letters.beginning(description, DESCRIPTION_SHOWN).strip() + "...";
    }
    var sentence = description.isEmpty() || description.matches("(?s).*[.!?]") ? "" : ".";
    return capitalised(named(offer))
        + (description.isEmpty() ? "." : ": " + description + sentence);
  }

  static String named(Offer offer) {
    var name = offer.name();
    var kind = offer.kind().toLowerCase(Locale.ROOT);
    var plainName = Utterance.plain(name);
    var title = plainName.contains(Utterance.plain(kind)) ? name : name + " (" + kind + ")";
    return plainName.contains(Utterance.plain(offer.city()))
        ? title
        : title + " in " + offer.city();
  }

  String saysWhoAnswers() {
    return turn.discloseAi()
        ? "So yes, this is an automatic service, not a person. If you prefer to talk to a person, just say so."
        : "I am the automatic concierge of "
            + agency()
            + ", not a person. If you prefer to talk to a person, just say so and one of our team will answer.";
  }

  String handsOver() {
    return keptByPath(
        "Of course. A person from our team takes over and will answer you here as soon as possible.");
  }

  String starts() {
    return "With pleasure: reminders and news from "
        + agency()
        + " will reach you here again. To end them, simply reply STOP.";
  }

  String stops() {
    return "You will receive no more messages from us. Should you wish to hear from "
        + agency()
        + " again, simply reply START.";
  }

  String takesUpChange() {
    return takesUp("change your booking");
  }

  String asksWhichToChange() {
    return "Of course. To be sure "
        + WHICH_BOOKING
        + ", please press its button in the message that follows, or write its reference; until then"
        + " nothing is altered.";
  }

  String asksWhatToChange(TurnContext.Booking booking) {
    return "May I ask what " + named(booking) + "? Until then nothing is altered.";
  }

  /**
   * Follows a question about the change itself, and says that nothing changes before the answer.
   */
  String altersNothingYet(TurnContext.Booking booking) {
    return "Until I know what " + named(booking) + ", nothing is altered.";
  }

  /**
   * @param vague a hint that is no day yet; null where the day is known and its hours are not
   */
  String asksWhen(@Nullable String vague) {
    return vague == null
        ? "With pleasure; may I ask from when until when?"
        : "With pleasure; may I ask for which date (you said " + vague + ")?";
  }

  private String named(TurnContext.Booking booking) {
    return WHAT_TO_CHANGE + " " + booking.reference() + " (" + summary(booking.details()) + ")";
  }

  /**
   * @param details of the booking with the change in them
   * @param needsApproval whether another time or talent is wanted
   */
  String changes(TurnContext.Booking booking, BookingFields details, boolean needsApproval) {
    var wish = "your booking " + booking.reference() + ": " + summary(details) + ". ";
    if (!booking.confirmed()) {
      return saidByPath(
          "I move "
              + wish
              + "It still waits for our team, who will see the new details. If the time is free it moves at"
              + " once, and I tell you here in a moment; if not, it stays as it was.");
    }
    return needsApproval
        ? keptByPath(
            "I pass on your wish to change "
                + wish
                + "Until our team has agreed it stays as it was; you will have their answer here.")
        : "I note this for " + wish + "A new agreement follows here in a moment.";
  }

  String isThatWay(TurnContext.Booking booking) {
    return "Your booking "
        + booking.reference()
        + " is that way already: "
        + summary(booking.details())
        + ".";
  }

  private String summary(BookingFields details) {
    return summary(details, When.of(details.start(), details.end()));
  }

  String takesUpCancel() {
    return takesUp("cancel");
  }

  private String takesUp(String wish) {
    return promise(
        "I have noted that you wish to "
            + wish
            + ". A colleague takes this up and will answer you here; until then nothing is altered.");
  }

  String asksToConfirmCancel() {
    return saidByPath(
        "I understand that you wish to cancel. To be sure, please press the button of the booking"
            + " in the message that follows; until then nothing is altered.");
  }

  String takesUpSecond() {
    return promise(
        "I have noted that you wish to book something more. A colleague takes it up with you here,"
            + " so that it is not mixed with your first request.");
  }

  String takesUpSeveral() {
    return promise(
        "You have more than one booking in mind. A colleague takes them up with you here, so that"
            + " nothing is mixed.");
  }

  String isHere() {
    return "I am here.";
  }

  String isWell() {
    return "Very well, thank you.";
  }

  String contractAccepted(String number) {
    return saidByPath("Thank you. I pass on your acceptance of contract " + number + ".");
  }

  String contractDeclined(String number) {
    return saidByPath(
        "Thank you for letting us know. I pass on that you decline contract " + number + ".");
  }

  String asksForContractAnswer(String number) {
    return "Contract "
        + number
        + " is waiting for your answer: reply ACCEPT to accept it or DECLINE to decline it.";
  }

  String answersWithCondition(String number) {
    return promise(
        "I have passed on what you say about contract "
            + number
            + "; a colleague will answer you here. The contract stays open until you reply ACCEPT or DECLINE.");
  }

  String noContract() {
    return "There is no contract waiting for your answer at the moment. How may I help you?";
  }

  String colleagueAnswers() {
    return promise("I would rather not guess here: a colleague will answer you shortly.");
  }

  /** Says who answers a question that was asked beside what was noted. */
  String colleagueAnswersBesides() {
    return promise("Your question goes to a colleague, who will answer you here.");
  }

  String staysAsItIs() {
    return "Of course: nothing is cancelled, and your booking stays as it is.";
  }

  String isSorry() {
    return promise(
        "I am very sorry to hear that. I am passing it to a colleague at once, who will answer you here in person.");
  }

  String priceByColleague(List<Offer> offers) {
    return promise(
        "The price depends on the details, so a colleague will quote it for you"
            + (offers.size() == 1 ? " for " + offers.getFirst().name() : "")
            + ".");
  }

  String notUnderstood() {
    return "I am sorry, I could not read that. " + asksHowToHelp();
  }

  String welcome() {
    return "You are most welcome.";
  }

  String status(String booking) {
    return "About your booking: " + booking.strip() + (booking.strip().endsWith(".") ? "" : ".");
  }

  String noBooking() {
    return "I see no open booking of yours at the moment. Would you like to make one?";
  }

  String notOffered(String wanted) {
    return promise(
        "I do not see a "
            + wanted
            + " among what we offer at present; a colleague will look whether one can be arranged.");
  }

  String oneAtATime() {
    return promise("I note one here; a colleague will see to the others.");
  }

  String withoutLimit() {
    return promise("I understand that there is no fixed budget; a colleague will propose a price.");
  }

  String notSure() {
    return "I am not sure I understood that.";
  }

  String invites() {
    return "If you would like to book, tell me the day, the time and the number of guests.";
  }

  String asksWhatToCorrect() {
    return "Of course. What may I correct?";
  }

  /**
   * Asks for what would be right after something that cannot be so, unless a problem asks already.
   */
  String asksHowItShallBe(List<Problem> problems) {
    return problems.stream().anyMatch(problem -> sentence(problem).endsWith("?"))
        ? ""
        : "How would you like it to be?";
  }

  /** Says that what lasts so long ends in an hour that comes again. */
  String endsInSecondHour(LocalDateTime end, ZoneId zone) {
    var first = time(end.toLocalTime());
    var after = zone.getRules().getTransition(end).getDateTimeBefore();
    return first
        + " comes twice that night, as the clocks go back ("
        + Zones.name(zone)
        + "), and counted in hours it would end the second time. Shall it end the first time, at "
        + first
        + ", or at "
        + time(after.toLocalTime())
        + "?";
  }

  /** The problems, each in a sentence. */
  List<String> problems(List<Problem> problems) {
    return problems.stream().distinct().map(ReplyWriter::sentence).toList();
  }

  private static String sentence(Problem problem) {
    var text = problem.text();
    return switch (problem.kind()) {
      case PAST -> text + " is already past.";
      case FAR_AWAY -> text + " is further ahead than we can plan.";
      case NO_SUCH_TIME -> text;
      case NO_SUCH_DATE -> "I cannot find \"" + text + "\" in the calendar.";
      case WEEKDAY_MISMATCH -> "The day and the date do not agree: " + text + ".";
      case END_BEFORE_START -> "The end (" + text + ") would be before the start.";
      case SEVERAL_DAYS -> "You mention several days, and I am not sure which one is meant.";
      case SEVERAL_TIMES -> "You mention several times, and I am not sure which one is the start.";
      case BARE_NUMBER -> "Do you mean " + text + " o'clock, or " + text + " guests?";
      case CREW_AMONG_GUESTS -> "How many guests are there without the crew or staff?";
      case NO_GUESTS -> "It takes at least one guest.";
      case TOO_MANY_GUESTS -> text + " guests are more than I can note.";
      case IMPOSSIBLE_AMOUNT -> "I could not note \"" + text + "\" as an amount.";
      case RATE -> "I read \"" + text + "\" as a rate; for the booking I note the total.";
      case SEVERAL_TALENTS -> "More than one could be meant.";
      case OTHER_TALENT ->
          "If you would rather have " + text + ", simply write the name, as I may have misread it.";
    };
  }

  /** What is known of the booking, to be confirmed by the contact. */
  String summary(BookingFields fields, When when) {
    var parts = new ArrayList<String>();
    if (fields.talent() != null) {
      parts.add(talent(fields.talent()));
    }
    var time = time(fields, when);
    if (!time.isEmpty()) {
      parts.add(time);
    }
    if (fields.place() != null) {
      parts.add("place: " + fields.place());
    }
    if (fields.guests() != null) {
      parts.add(fields.guests() + (fields.guests() == 1 ? " guest" : " guests"));
    }
    if (fields.budget() != null) {
      parts.add("budget " + ENGLISH.write(fields.budget()));
    }
    return String.join("; ", parts);
  }

  private String talent(String talent) {
    var offers = talents.offersOf(talent);
    return offers.size() == 1 ? named(offers.getFirst()) : talent.toLowerCase(Locale.ROOT);
  }

  private String time(BookingFields fields, When when) {
    var start = fields.start();
    var end = fields.end();
    var zone = fields.zone() == null ? "" : " (" + Zones.name(fields.zone()) + ")";
    if (start == null) {
      return partOfTime(when);
    }
    if (end == null) {
      return DATE.format(start) + ", from " + time(start.toLocalTime()) + zone;
    }
    if (end.toLocalDate().equals(start.toLocalDate())) {
      return DATE.format(start)
          + ", from "
          + time(start.toLocalTime())
          + " to "
          + time(end.toLocalTime())
          + zone;
    }
    return "from "
        + DATE.format(start)
        + " at "
        + time(start.toLocalTime())
        + " to "
        + DATE.format(end)
        + " at "
        + time(end.toLocalTime())
        + zone;
  }

  /** The end alone, as far as it is known. */
  String end(When when) {
    var day = when.endDay() == null ? "" : DATE.format(when.endDay());
    var time = when.endTime() == null ? "" : time(when.endTime());
    return (day + " " + time).strip();
  }

  private String partOfTime(When when) {
    var parts = new ArrayList<String>();
    if (when.startDay() != null) {
      parts.add(DATE.format(when.startDay()));
    }
    if (when.endDay() != null && !when.endDay().equals(when.startDay())) {
      parts.add("to " + DATE.format(when.endDay()));
    }
    if (when.startTime() != null) {
      parts.add("from " + time(when.startTime()));
    }
    if (when.endTime() != null) {
      parts.add("until " + time(when.endTime()));
    }
    return String.join(" ", parts);
  }

  String date(LocalDate day) {
    return DATE.format(day);
  }

  String date(LocalDateTime time) {
    return DATE.format(time) + " at " + time(time.toLocalTime());
  }

  private String time(LocalTime time) {
    return turn.locale().getCountry().equals("US") ? TIME_12.format(time) : TIME_24.format(time);
  }

  /** Says which reading was chosen where another was possible. */
  List<String> assumptions(Set<Assumption> assumptions, BookingFields fields, When when) {
    return assumptions.stream()
        .sorted()
        .map(assumption -> sentence(assumption, fields, when))
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private String sentence(Assumption assumption, BookingFields fields, When when) {
    return switch (assumption) {
      case EVENING_HOUR ->
          isAfternoon(when) ? "I took the time as afternoon." : "I took the time as evening.";
      case DAYTIME_HOURS -> "I took the time as daytime.";
      case MIDNIGHT_AFTER_THE_DAY -> "I took it as the night that follows.";
      case CLOCK_TWICE -> comesTwice(fields);
      case CURRENCY ->
          fields.budget() == null
              ? ""
              : "I took the amount in " + fields.budget().currency().getCurrencyCode() + ".";
      case LARGER_NUMBER -> "I noted the larger number of guests.";
      case CONTACT_ZONE, DAY_OR_MONTH_FIRST, WEEKDAY, ONE_OF_SEVERAL_AMOUNTS, SPELLING -> "";
    };
  }

  private static boolean isAfternoon(When when) {
    var time = when.startTime() != null ? when.startTime() : when.endTime();
    return time != null && time.isBefore(EVENING) && !time.isBefore(LocalTime.NOON);
  }

  /** Says that the clocks jump over a time, in a sentence. */
  String skipped(LocalDateTime time, ZoneId zone) {
    var jump = zone.getRules().getTransition(time);
    return time(time.toLocalTime())
        + " does not exist on "
        + DATE.format(time)
        + " ("
        + Zones.name(zone)
        + "): that night the clocks go forward from "
        + time(jump.getDateTimeBefore().toLocalTime())
        + " to "
        + time(jump.getDateTimeAfter().toLocalTime())
        + ". Which time would you like instead?";
  }

  private String comesTwice(BookingFields fields) {
    var zone = fields.zone();
    if (zone == null) {
      return "";
    }
    return Stream.of(fields.start(), fields.end())
        .filter(Objects::nonNull)
        .filter(time -> zone.getRules().getValidOffsets(time).size() > 1)
        .findFirst()
        .map(
            time ->
                time(time.toLocalTime())
                    + " comes twice that night, as the clocks go back; I took the first one.")
        .orElse("");
  }

  /**
   * What is known so far; the first time with a courtesy.
   *
   * @param opens whether nothing is said before it
   */
  String notes(String summary, boolean opens) {
    var noted = summary.isEmpty() ? "" : NOTED + summary + ".";
    var isFirst =
        turn.known().equals(BookingFields.NONE)
            && turn.transcript().stream().noneMatch(line -> line.text().contains(NOTED));
    return isFirst && opens ? (COURTESY + " " + noted).strip() : noted;
  }

  /** What was noted is in the notice that says that it is held, or that it cannot be. */
  String notesAll() {
    return saidByPath("Thank you, that is all I need.");
  }

  String willCheck() {
    return saidByPath(
        "I will check availability with the team and come back to you here. If anything should be"
            + " different, simply tell me.");
  }

  String allIsNoted() {
    return keptByPath("All is noted. You will hear from us here.");
  }

  String isThere() {
    return "If there is anything else, simply write to me here.";
  }

  /** One question for at most two things. */
  String asksFor(List<Detail> missing, When when, @Nullable String vague, List<Offer> candidates) {
    var asked =
        missing.stream().limit(2).map(detail -> question(detail, when, vague, candidates)).toList();
    return "May I ask " + String.join(", and ", asked) + "?";
  }

  private String question(
      Detail detail, When when, @Nullable String vague, List<Offer> candidates) {
    return switch (detail) {
      case TALENT -> {
        var offers = candidates.isEmpty() ? turn.agency().offers() : candidates;
        yield "which one you would like"
            + (offers.isEmpty()
                ? ""
                : " ("
                    + joined(
                        offers.stream().limit(OFFERS_SHOWN).map(ReplyWriter::named).toList(), "or")
                    + ")");
      }
      case DAY ->
          "on which day"
              + (vague == null ? " it will be" : " exactly it will be (you said " + vague + ")");
      case START_TIME -> "at what time it begins";
      case END ->
          when.endDay() != null && when.endTime() == null
              ? "at what time it ends on " + DATE.format(when.endDay())
              : "until when it lasts";
      case PLACE -> "where it takes place";
      case GUESTS -> "how many guests there will be";
      case BUDGET -> "which budget you have in mind";
    };
  }

  private String agency() {
    return turn.agency().name();
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String joined(List<String> items, String word) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + word
        + " "
        + items.getLast();
  }
}
