package com.ailuxe.concierge.rules;

import com.ailuxe.concierge.BookingFields;
import com.ailuxe.concierge.Concierge;
import com.ailuxe.concierge.Draft;
import com.ailuxe.concierge.Intent;
import com.ailuxe.concierge.TurnContext;
import com.ailuxe.concierge.TurnContext.Author;
import com.ailuxe.concierge.TurnContext.Offer;
import com.ailuxe.concierge.reading.Asides;
import com.ailuxe.concierge.reading.Assumption;
import com.ailuxe.concierge.reading.Corrections;
import com.ailuxe.concierge.reading.Detail;
import com.ailuxe.concierge.reading.GuestReader;
import com.ailuxe.concierge.reading.MoneyReader;
import com.ailuxe.concierge.reading.Problem;
import com.ailuxe.concierge.reading.Shift;
import com.ailuxe.concierge.reading.TalentMatcher;
import com.ailuxe.concierge.reading.TimeReader;
import com.ailuxe.concierge.reading.Topic;
import com.ailuxe.concierge.reading.Utterance;
import com.ailuxe.concierge.rules.IntentReader.Wish;
import com.ailuxe.rendering.TemplateKind;
import com.ailuxe.rendering.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers without a language model: it reads plain English by rules, repeats what it understood,
 * asks for what is missing, and leaves to a person whatever it cannot read.
 */
public final class RuleBasedConcierge implements Concierge {
  private final Templates templates;

  public RuleBasedConcierge(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Draft draft(TurnContext turn) {
    return new Answer(turn, templates).draft();
  }

  /** The answer to one turn. */
  private static final class Answer {
    private static final Pattern ANOTHER =
        Pattern.compile(
            "\\b(?:another(?! (?:date|day|time|hour|place|slot)\\b)|a second|additional(?:ly)?(?! (?:minute|hour|day))|one more(?! (?:minute|hour|day))|new booking)\\b");
    private static final Pattern ALSO = Pattern.compile("\\b(?:also|as well|too)\\b");
    private static final Pattern INSTEAD =
        Pattern.compile(
            "\\b(?:instead|rather than|(?:i|we)(?:'d| would)? (?:rather|prefer)|scrap|scratch|strike|forget (?:that|it|the|about)|change of plans?)\\b");
    private static final Pattern TAKES_BACK =
        Pattern.compile(
            "^\\W*(?:" + Corrections.MARKER.pattern() + ")|\\bnot (?:in |at |from )?\\w");

    /** Asks how it is, which is no wish to change it. */
    private static final Pattern ASKS =
        Pattern.compile(
            "(?:^|[.!\\n])\\W*(?:and |so |but )?(?!(?:how|what) about|what if we|why not|why don't|is it (?:possible|ok|okay|fine))"
                + "(?:what|how|who|why|when|where|which|is (?:it|this|that|the|there|my|our)|are (?:there|you|we)"
                + "|do (?:you|we|i)|does|did|was|were|will (?:you (?:be|have) |(?!you|we|i\\b))|should (?:we|i) (?!say|make|do|start|begin|move|push|shift|change))\\b[^!\\n]*\\?|\\b(?:right|correct|confirmed) ?\\?");

    /** What a description of the talent answers by chance at most. */
    private static final Pattern YES_OR_NO =
        Pattern.compile(
            "(?:^|[.!,;\\n]) ?(?:(?:and|but|also|so|please|hi|hello|oh) )*"
                + "(?:may|can|could|is|are|do|does|will|would|shall|should|must|have|has|am)\\b"
                + "(?![^?]*\\b(?:tell|describe|show|explain|about|have|know|offer|info\\w*|details?)\\b)[^?]*\\?");

    private static final Pattern BOOKS_PLAINLY =
        Pattern.compile("\\b(?:book|booking|reserve|reservation|rent|hire|charter)\\b");

    /** The length, in characters, beyond which rules cannot say what belongs together. */
    private static final int LONGEST_WISH = 1500;

    private static final Pattern OF_WHAT_IS_BOOKED =
        Pattern.compile("\\b(?:need|want|like|love|prefer|have) (?:it|this|that)\\b");

    private static final Pattern CLAUSE = Pattern.compile("[.,;!?\\n]|\\b(?:and|plus)\\b");
    private static final Pattern ONE_MORE_KIND =
        Pattern.compile(
            "\\b(?:and|plus|&|\\+)(?: also)?(?: for)? (?:an?|one) (?<kind>\\w{3,20}(?: \\w{3,20})?)\\b");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]{2,400}[.!?\\n]?");
    private static final Pattern ASKED =
        Pattern.compile(
            "\\b(?:what|how|who|where|when|which|why|may|can|could|is|are|do|does|did|will|would|should|must|have|has)\\b");

    /** Asks for the booking itself, or is answered in another way. */
    private static final Pattern ABOUT_THE_BOOKING =
        Pattern.compile(
            "\\b(?:possible|available|availability|free|ok|okay|fine|works?|doable|feasible|book|booked|reserve|arrange|organi[sz]e|help|confirm"
                + "|right|correct|price|prices|cost|costs|much|quote|how are you|hold|charter|rent|hire|interested|do (?:you|we) have|what (?:do|can|else)|instead"
                + "|change|move|make it|start|begin|finish|end|and you|you there|anybody|anyone)\\b");

    private static final Pattern PICKS_UP =
        Pattern.compile(
            "\\b(?:pick(?:ed)?[ -]?(?:me |us )?up|collect(?:ed)? (?:me|us)|board(?:ing)? (?:at|in)|(?:place|venue|location|address) (?:is|will be|should be))\\b");
    private static final MoneyReader.Reading NO_MONEY =
        new MoneyReader.Reading(null, false, Set.of(), List.of());

    private final TurnContext turn;
    private final Templates templates;
    private final Utterance text;
    private final IntentReader wishes;
    private final TalentMatcher talents;
    private final ReplyWriter replies;
    private final ChangeReader change;
    private final BookingReader.Reading booking;
    private final List<String> parts = new ArrayList<>();
    private @Nullable String reason;

    Answer(TurnContext turn, Templates templates) {
      this.turn = turn;
      this.templates = templates;
      this.text = Utterance.of(turn.messages(), turn.now().getZone());
      this.wishes = new IntentReader(text);
      this.talents = new TalentMatcher(turn.agency().offers());
      this.replies = new ReplyWriter(turn, talents);
      this.change = new ChangeReader(turn, talents, replies);
      this.booking = new BookingReader(turn, talents, replies).read(text);
    }

    Draft draft() {
      if (wishes.says(Wish.EMPTY)) {
        return wordless();
      }
      if (wishes.says(Wish.STOP)) {
        return answer(Intent.STOP, 0.98, replies.stops());
      }
      if (wishes.says(Wish.START)) {
        return answer(Intent.START, 0.98, replies.starts());
      }
      if (wishes.says(Wish.HUMAN)) {
        return answer(Intent.HUMAN, 0.95, replies.handsOver());
      }
      if (wishes.says(Wish.FOREIGN)) {
        return inTheirLanguage();
      }
      if (wishes.says(Wish.WHO_ANSWERS)) {
        parts.add(replies.saysWhoAnswers());
        if (!booking.details()) {
          return answer(Intent.QUESTION, 0.95);
        }
      }
      var contract = turn.contractNumber();
      if (contract != null) {
        var answered = answerToContract(contract);
        if (answered != null) {
          return answered;
        }
      }
      if (wishes.says(Wish.CANCEL) || callsOff()) {
        return cancel();
      }
      if (wishes.says(Wish.KEEP) && !turn.bookings().isEmpty() && !booking.details()) {
        return answer(Intent.QUESTION, 0.85, replies.staysAsItIs());
      }
      if (wishes.says(Wish.COMPLAINT) && !(wishes.says(Wish.BOOK) && booking.details())) {
        reason = "A complaint";
        return answer(Intent.QUESTION, 0.3, replies.isSorry());
      }
      if (isChange()) {
        return change();
      }
      if (wantsSeveralBookings()) {
        reason = "Wants several bookings at once";
        return answer(Intent.QUESTION, 0.6, replies.takesUpSeveral());
      }
      if (isSecondBooking()) {
        reason = "Wants a second booking while the first is being checked";
        return answer(Intent.QUESTION, 0.6, replies.takesUpSecond());
      }
      if (wishes.says(Wish.UNREADABLE) && !booking.saysSomething()) {
        reason = "The message cannot be read";
        return answer(Intent.QUESTION, 0.2, replies.notUnderstood());
      }
      return isBooking() ? book() : question();
    }

    private Draft wordless() {
      var contract = turn.contractNumber();
      if (contract != null && !isCollecting()) {
        return answer(Intent.QUESTION, 0.5, replies.asksForContractAnswer(contract));
      }
      if (isCollecting()) {
        return answer(Intent.QUESTION, 0.4, asks());
      }
      return answer(Intent.QUESTION, 0.5, replies.asksHowToHelp());
    }

    private @Nullable Draft answerToContract(String contract) {
      var other = namesOtherContract(contract);
      var accepts = wishes.says(Wish.ACCEPT);
      var declines = wishes.says(Wish.DECLINE);
      if ((accepts || declines) && other) {
        reason = "Answers a contract, but names another number than " + contract;
        return answer(Intent.QUESTION, 0.5, replies.asksForContractAnswer(contract));
      }
      var plainly = !booking.details();
      if (accepts && plainly) {
        return answer(Intent.ACCEPT_CONTRACT, 0.95, replies.contractAccepted(contract));
      }
      if (declines && plainly) {
        return answer(Intent.DECLINE_CONTRACT, 0.95, replies.contractDeclined(contract));
      }
      if (accepts || declines || wishes.says(Wish.ANSWER_WITH_CONDITION)) {
        reason = "Answers contract " + contract + " with a condition or a question";
        return answer(Intent.QUESTION, 0.6, replies.answersWithCondition(contract));
      }
      if (isCollecting() || booking.details()) {
        return null;
      }
      if (wishes.says(Wish.YES) && !wishes.says(Wish.QUESTION)) {
        return wishes.weakYes()
            ? answer(Intent.QUESTION, 0.6, replies.asksForContractAnswer(contract))
            : answer(Intent.ACCEPT_CONTRACT, 0.8, replies.contractAccepted(contract));
      }
      return wishes.says(Wish.NO)
          ? answer(Intent.DECLINE_CONTRACT, 0.7, replies.contractDeclined(contract))
          : null;
    }

    /** Whether a number of the same series is named, but not this one. */
    private boolean namesOtherContract(String contract) {
      var number = Utterance.plain(contract);
      var series = number.substring(0, Math.max(0, number.indexOf('-')));
      return !series.isEmpty()
          && Pattern.compile("\\b" + Pattern.quote(series) + "-[\\d-]{2,20}\\b")
              .matcher(text.all())
              .results()
              .anyMatch(match -> !match.group().equals(number));
    }

    /** Whether details of a booking are being gathered. */
    private boolean isCollecting() {
      return !turn.known().equals(BookingFields.NONE) && !turn.known().isComplete();
    }

    /** "We can't make it", about an active booking, with nothing of it that could change. */
    private boolean callsOff() {
      return wishes.says(Wish.CALLS_OFF)
          && !turn.bookings().isEmpty()
          && !booking.details()
          && !wishes.says(Wish.CHANGE)
          && !text.has(INSTEAD)
          && !namesAnother(change.booking());
    }

    private Draft cancel() {
      if (turn.hasBooking()) {
        return answer(Intent.CANCEL, 0.9, replies.asksToConfirmCancel());
      }
      reason = "Wants to cancel, but has no open booking";
      return answer(Intent.CANCEL, 0.9, replies.takesUpCancel());
    }

    private boolean isChange() {
      var settled = !turn.bookings().isEmpty() && (!isCollecting() || change.namesReference());
      if (!settled || text.has(ANOTHER)) {
        return false;
      }
      if (wishes.says(Wish.CHANGE)
          || (change.shifts() && !onlyAsks() && !asksPrice() && !namesAnother(change.booking()))
          || turn.isCorrection() && booking.saysSomething()) {
        return true;
      }
      return change.wasAsked()
          ? booking.saysSomething() || change.namesReference()
          : !text.has(ALSO) && altersSomething();
    }

    private Draft change() {
      var meant = change.booking();
      if (change.namesAnother()) {
        reason = "Wants to change a booking that is not active";
        return answer(Intent.QUESTION, 0.6, replies.takesUpChange());
      }
      if (meant == null) {
        return answer(Intent.CHANGE, 0.9, replies.asksWhichToChange());
      }
      if (change.countsFromBooked()) {
        reason = "Counts from what is booked";
        return drafted(Intent.CHANGE, BookingFields.NONE, meant, 0.5, replies.takesUpChange());
      }
      return change(meant, change.read(meant));
    }

    private Draft change(TurnContext.Booking meant, BookingReader.Reading read) {
      if (read.wanted() != null && read.said().equals(BookingFields.NONE)) {
        reason = "Asks for something that is not offered: " + read.wanted();
        return answer(Intent.QUESTION, 0.6, replies.notOffered(read.wanted()));
      }
      parts.addAll(replies.problems(read.problems()));
      if (!read.problems().isEmpty() || !read.saysSomething()) {
        var asks =
            parts.stream().anyMatch(part -> part.endsWith("?"))
                ? replies.altersNothingYet(meant)
                : replies.asksWhatToChange(meant);
        return drafted(Intent.CHANGE, BookingFields.NONE, meant, 0.85, asks);
      }
      if (read.said().equals(BookingFields.NONE)) {
        return isLeftOpen(read)
            ? drafted(
                Intent.CHANGE,
                BookingFields.NONE,
                meant,
                0.85,
                replies.asksWhen(read.vague()),
                replies.altersNothingYet(meant))
            : answer(Intent.QUESTION, 0.8, replies.isThatWay(meant));
      }
      answerBesides();
      var said = read.said().start() == null ? read.said() : read.said().until(read.all().end());
      var needsApproval = said.talent() != null || said.start() != null || said.end() != null;
      parts.add(replies.changes(meant, meant.details().with(said), needsApproval));
      var confidence = Math.round((0.92 - 0.06 * read.assumptions().size()) * 100) / 100.0;
      return drafted(
          Intent.CHANGE,
          said,
          meant,
          confidence,
          replies.assumptions(read.assumptions(), read.all(), read.when()).toArray(String[]::new));
    }

    /** Whether another time is wished for, but not said to the day or the hour. */
    private boolean isLeftOpen(BookingReader.Reading read) {
      return read.vague() != null || TimeReader.saysWholeDay(text);
    }

    /** A question about something else than the booking is not lost beside it. */
    private void answerBesides() {
      if (asksBesides()) {
        parts.add(replies.colleagueAnswersBesides());
      }
    }

    private boolean asksBesides() {
      return SENTENCE
          .matcher(text.all())
          .results()
          .anyMatch(
              sentence ->
                  sentence.group().endsWith("?")
                      && (isOfOthers(sentence.group())
                          || (isUnread(sentence)
                              && ASKED.matcher(sentence.group()).find()
                              && !Shift.isSaidIn(Utterance.of(sentence.group()))
                              && !ABOUT_THE_BOOKING.matcher(sentence.group()).find())));
    }

    private boolean isUnread(MatchResult sentence) {
      return text.open().substring(sentence.start(), sentence.end()).indexOf(Utterance.TAKEN) < 0;
    }

    /** While a booking is active, a question about others is read as nothing of it. */
    private boolean isOfOthers(String sentence) {
      return !turn.bookings().isEmpty() && Asides.asksOfOthers(sentence, talents);
    }

    private boolean asksOfOthers() {
      return Asides.asksOfOthers(text.all(), talents)
          || (Shift.isSaidIn(Utterance.of(text.all())) && YES_OR_NO.matcher(text.all()).find());
    }

    /** A time or a number on its own, while a booking is active, is about that booking. */
    private boolean altersSomething() {
      var meant = change.booking();
      var said = meant == null ? booking : change.read(meant);
      if (INSTEAD.matcher(text.all()).find()) {
        return said.saysSomething() || booking.saysSomething();
      }
      var wantsAnother =
          wishes.says(Wish.BOOK)
              && !text.has(OF_WHAT_IS_BOOKED)
              && (text.has(BOOKS_PLAINLY)
                  || namesTalent()
                  || booking.talentOrPlace()
                  || booking.wanted() != null
                  || booking.when().startDay() != null);
      if (wantsAnother || wishes.says(Wish.OFFERS)) {
        return false;
      }
      if (onlyAsks() || asksPrice()) {
        return false;
      }
      return TAKES_BACK.matcher(text.all()).find()
          ? said.saysSomething()
          : (!namesTalent() || namesBooked(meant))
              && (said.details() || isPlaceOfWhatIsBooked(said));
    }

    /** Whether a talent is named that is none of what is booked. */
    private boolean namesAnother(TurnContext.@Nullable Booking meant) {
      return meant != null
          && namesTalent()
          && booking.candidates().stream()
              .noneMatch(offer -> offer.name().equals(meant.details().talent()));
    }

    /** Whoever names what is booked, and no other day, speaks of that booking. */
    private boolean namesBooked(TurnContext.@Nullable Booking meant) {
      var talent = booking.said().talent();
      return meant != null
          && talent != null
          && talent.equals(meant.details().talent())
          && booking.when().startDay() == null;
    }

    private boolean asksPrice() {
      return wishes.says(Wish.PRICE) && wishes.says(Wish.QUESTION);
    }

    private boolean onlyAsks() {
      return ASKS.matcher(text.all()).find();
    }

    /** A place is said for many reasons; where to be picked up is one of the booking's own. */
    private boolean isPlaceOfWhatIsBooked(BookingReader.Reading said) {
      return said.topics().contains(Topic.PLACE) && PICKS_UP.matcher(text.all()).find();
    }

    /** A slip of the finger does not tell one booking from another. */
    private boolean namesTalent() {
      return !booking.assumptions().contains(Assumption.SPELLING)
          && (booking.said().talent() != null || !booking.candidates().isEmpty());
    }

    /** Whether two are wished for at different times: none may get what was said of the other. */
    private boolean wantsSeveralBookings() {
      var unclear =
          booking.problems().stream()
              .anyMatch(
                  problem ->
                      problem.kind() == Problem.Kind.SEVERAL_DAYS
                          || problem.kind() == Problem.Kind.SEVERAL_TIMES);
      if ((!unclear && !countsApart())
          || isCollecting()
          || text.all().length() > LONGEST_WISH
          || Corrections.MARKER.matcher(text.all()).find()) {
        return false;
      }
      var named =
          CLAUSE
              .splitAsStream(text.all())
              .map(clause -> talents.read(Utterance.of(clause), null).candidates())
              .filter(offers -> !offers.isEmpty())
              .toList();
      return named.stream()
          .anyMatch(one -> named.stream().anyMatch(other -> Collections.disjoint(one, other)));
    }

    /** "A yacht and a car": the one that was read, and one of another kind beside it. */
    private boolean wantsAnotherKind() {
      return ONE_MORE_KIND
          .matcher(text.all())
          .results()
          .map(match -> talents.read(Utterance.of(match.group("kind")), null).candidates())
          .anyMatch(
              offers ->
                  !offers.isEmpty()
                      && !booking.candidates().isEmpty()
                      && Collections.disjoint(offers, booking.candidates()));
    }

    /** "Yacht: 5 people, car: 3 people". */
    private boolean countsApart() {
      return CLAUSE
              .splitAsStream(text.all())
              .map(Utterance::of)
              .filter(clause -> !talents.read(clause, null).candidates().isEmpty())
              .map(clause -> new GuestReader().read(clause, false).guests())
              .filter(Objects::nonNull)
              .distinct()
              .count()
          > 1;
    }

    /** What is known must not be mixed with what is wished besides. */
    private boolean isSecondBooking() {
      return turn.known().isComplete()
          && (text.has(ANOTHER) || text.has(ALSO))
          && (wishes.says(Wish.BOOK) || booking.saysSomething());
    }

    /** Whether nothing is left to be said about what was wished for. */
    private boolean isSettled() {
      return turn.known().isComplete() || (!turn.bookings().isEmpty() && !isCollecting());
    }

    private boolean isBooking() {
      if (isSettled()
          && (onlyAsks() || asksOfOthers() || (asksPrice() && !namesTalent()))
          && !isAnotherWish()
          && !wishes.says(Wish.BOOK)) {
        return false;
      }
      if (booking.details() || isAnotherWish()) {
        return true;
      }
      var asksPrice = wishes.says(Wish.PRICE);
      var asksOffers = wishes.says(Wish.OFFERS);
      var wantsToBook = wantsToBook();
      if (wishes.says(Wish.STATUS) || asksPrice) {
        return false;
      }
      if (asksOffers && !(wantsToBook && booking.talentOrPlace())) {
        return false;
      }
      if (wishes.says(Wish.QUESTION)) {
        return wantsToBook;
      }
      var isOnlyPlace = booking.topics().equals(Set.of(Topic.PLACE));
      if (isOnlyPlace && !turn.bookings().isEmpty() && !isCollecting()) {
        return wantsToBook;
      }
      return wantsToBook || booking.talentOrPlace() || (isCollecting() && wishes.says(Wish.YES));
    }

    /** Whoever has a booking and needs or would like something may mean something about it. */
    private boolean wantsToBook() {
      return wishes.says(Wish.BOOK)
          && (booking.saysSomething()
              || turn.bookings().isEmpty()
              || isCollecting()
              || text.has(BOOKS_PLAINLY));
    }

    /** Something else than what was wished for before. */
    private boolean isAnotherWish() {
      return !turn.known().equals(BookingFields.NONE)
          && INSTEAD.matcher(text.all()).find()
          && booking.saysSomething();
    }

    private Draft book() {
      if (asksPrice()) {
        answerPrice();
      }
      var wanted = booking.wanted();
      if (wanted != null && booking.all().talent() == null) {
        parts.add(replies.notOffered(wanted));
        reason = "Asks for something that is not offered: " + wanted;
      }
      if (booking.several() || wantsAnotherKind()) {
        parts.add(replies.oneAtATime());
        reason = "Wants more than one at a time";
      }
      answerBesides();
      parts.addAll(replies.problems(booking.problems()));
      var missing = toAskFor();
      var summary = replies.summary(booking.all(), booking.when());
      if (booking.missing().isEmpty() && booking.problems().isEmpty()) {
        if (booking.said().equals(BookingFields.NONE)) {
          return answer(Intent.QUESTION, 0.8, replies.allIsNoted());
        }
        parts.add(replies.notesAll());
        parts.addAll(assumptions());
        return answer(Intent.BOOK, confidence(), replies.willCheck());
      }
      parts.add(replies.notes(summary, parts.isEmpty()));
      parts.addAll(assumptions());
      if (missing.isEmpty() && !booking.missing().isEmpty()) {
        reason = "All is known but the budget, which the contact leaves open";
        return answer(Intent.BOOK, confidence(), replies.withoutLimit());
      }
      parts.add(missing.isEmpty() ? replies.asksHowItShallBe(booking.problems()) : asks());
      return answer(Intent.BOOK, confidence());
    }

    private List<String> assumptions() {
      return replies.assumptions(booking.assumptions(), booking.all(), booking.when());
    }

    private List<Detail> toAskFor() {
      return booking.missing().stream()
          .filter(detail -> detail != Detail.BUDGET || !booking.openBudget())
          .toList();
    }

    private String asks() {
      return replies.asksFor(toAskFor(), booking.when(), booking.vague(), booking.candidates());
    }

    private double confidence() {
      var nothingRead = !booking.saysSomething();
      var doubt =
          0.08 * booking.assumptions().size()
              + (booking.problems().isEmpty() ? 0 : 0.2)
              + (nothingRead ? 0.25 : 0);
      return Math.max(0.2, Math.round((0.95 - doubt) * 100) / 100.0);
    }

    private Draft question() {
      var greets = wishes.says(Wish.GREETING);
      if (wishes.says(Wish.STATUS)) {
        return answer(
            Intent.QUESTION,
            0.85,
            turn.bookings().isEmpty()
                ? replies.noBooking()
                : replies.status(turn.bookings().getFirst().state()));
      }
      if (wishes.says(Wish.PRICE)) {
        answerPrice();
        return continued(reason == null ? 0.85 : 0.6);
      }
      if (wishes.says(Wish.OFFERS)
          || (wishes.says(Wish.QUESTION)
              && !booking.candidates().isEmpty()
              && !YES_OR_NO.matcher(text.all()).find()
              && !Shift.isSaidIn(Utterance.of(text.all())))) {
        return answerOffers();
      }
      var contract = turn.contractNumber();
      if (wishes.onlyGreets()) {
        return isCollecting() ? continued(0.9) : answer(Intent.QUESTION, 0.9, replies.offersHelp());
      }
      if (wishes.says(Wish.SMALL_TALK)) {
        parts.add(wishes.asksWhetherAnyoneIsThere() ? replies.isHere() : replies.isWell());
        return isCollecting()
            ? continued(0.85)
            : answer(Intent.QUESTION, 0.85, replies.offersHelp());
      }
      if (wishes.says(Wish.QUESTION)) {
        reason = "A question that the list of offers does not answer";
        parts.add(replies.colleagueAnswers());
        return continued(0.3);
      }
      if (contract == null && (wishes.says(Wish.ACCEPT) || wishes.says(Wish.DECLINE))) {
        return answer(Intent.QUESTION, 0.7, replies.noContract());
      }
      if (isCollecting() && wishes.says(Wish.NO)) {
        return answer(Intent.QUESTION, 0.7, replies.asksWhatToCorrect());
      }
      if (wishes.says(Wish.THANKS)) {
        parts.add(replies.welcome());
        return continued(0.85);
      }
      if (wishes.says(Wish.YES) || wishes.says(Wish.NO) || wishes.says(Wish.FAREWELL)) {
        return answer(Intent.QUESTION, 0.7, replies.isThere());
      }
      if (isCollecting() && !wasNotUnderstood()) {
        parts.add(replies.notSure());
        return continued(0.35);
      }
      if (greets && text.all().length() < 40) {
        return answer(Intent.QUESTION, 0.6, replies.offersHelp());
      }
      reason = "The message cannot be read by rules";
      return answer(Intent.QUESTION, 0.3, replies.colleagueAnswers());
    }

    private boolean wasNotUnderstood() {
      return turn.transcript().reversed().stream()
          .filter(line -> line.author() == Author.CONCIERGE)
          .findFirst()
          .filter(line -> line.text().contains(replies.notSure()))
          .isPresent();
    }

    /** A question on the way does not end the gathering of details. */
    private Draft continued(double confidence) {
      if (isCollecting() && !toAskFor().isEmpty()) {
        parts.add(asks());
      }
      return answer(Intent.QUESTION, confidence);
    }

    private void answerPrice() {
      var meant = meantOffers();
      var priced = meant.stream().filter(this::namesPrice).toList();
      if (!meant.isEmpty() && priced.size() == meant.size()) {
        parts.add(replies.describes(priced));
        return;
      }
      reason = "Asks for a price that is not in the list of offers";
      parts.add(replies.priceByColleague(meant));
    }

    private List<Offer> meantOffers() {
      if (!booking.candidates().isEmpty()) {
        return booking.candidates();
      }
      var talent = booking.all().talent();
      return talent == null ? List.of() : talents.offersOf(talent);
    }

    private boolean namesPrice(Offer offer) {
      var read =
          new MoneyReader(turn.agency().currency()).read(Utterance.of(offer.description()), false);
      return !read.equals(NO_MONEY);
    }

    /** Not a word of English is in it; it says itself what answers. */
    private Draft inTheirLanguage() {
      var words =
          templates.render(
              TemplateKind.REPLY,
              ReplyTemplate.OTHER_LANGUAGE.stem(),
              wishes.language().orElse(turn.locale()),
              Map.of());
      return new Draft(
          words,
          Intent.QUESTION,
          BookingFields.NONE,
          null,
          null,
          0.2,
          true,
          "Not written in English",
          replies.promise(words),
          null,
          null);
    }

    private Draft answerOffers() {
      var wanted = booking.wanted();
      if (booking.candidates().isEmpty() && wanted != null) {
        reason = "Asks for something that is not offered: " + wanted;
        parts.add(replies.notOffered(wanted));
        parts.add(replies.offersInALine());
        return continued(0.6);
      }
      if (turn.agency().offers().isEmpty()) {
        reason = "Asks for the offers, and there is none in the list";
        parts.add(replies.colleagueAnswers());
        return continued(0.4);
      }
      if (booking.candidates().isEmpty() && !wishes.asksForAnything()) {
        reason = "Asks for something that the list of offers does not answer";
        parts.add(replies.colleagueAnswers());
        return continued(0.4);
      }
      parts.add(
          booking.candidates().isEmpty()
              ? replies.offersInALine()
              : replies.describes(booking.candidates()));
      if (!isCollecting()) {
        parts.add(replies.invites());
      }
      return continued(0.85);
    }

    private Draft answer(Intent intent, double confidence, String... more) {
      var fields = intent == Intent.BOOK ? booking.said() : BookingFields.NONE;
      return drafted(intent, fields, null, confidence, more);
    }

    private Draft drafted(
        Intent intent,
        BookingFields fields,
        TurnContext.@Nullable Booking changed,
        double confidence,
        String... more) {
      parts.addAll(List.of(more));
      var greet = wishes.says(Wish.GREETING) && intent != Intent.STOP;
      return new Draft(
          replies.write(greet, parts),
          intent,
          fields,
          changed == null ? null : changed.reference(),
          null,
          confidence,
          reason != null,
          reason,
          replies.promise(),
          replies.keptByPath(),
          replies.saidByPath());
    }
  }
}
