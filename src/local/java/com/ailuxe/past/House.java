package com.ailuxe.past;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Agencies;
import com.ailuxe.concierge.Intent;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.ClaimedTurn;
import com.ailuxe.conversation.CollectedTurn.ButtonPressed;
import com.ailuxe.conversation.CollectedTurn.Nothing;
import com.ailuxe.conversation.CollectedTurn.ToAnswer;
import com.ailuxe.conversation.CollectedTurn.ToPerson;
import com.ailuxe.conversation.CollectedTurn.Wordless;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.NextStep;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Promises;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.shared.MessageId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the agency answers, by the concierge and by its people. */
@Component
class House {
  private final Turns turns;
  private final Handovers handovers;
  private final Promises promises;
  private final Conversations conversations;
  private final Contacts contacts;
  private final Agencies agencies;
  private final NoticeTexts texts;
  private final Phones phones;

  House(
      Turns turns,
      Handovers handovers,
      Promises promises,
      Conversations conversations,
      Contacts contacts,
      Agencies agencies,
      NoticeTexts texts,
      Phones phones) {
    this.turns = turns;
    this.handovers = handovers;
    this.promises = promises;
    this.conversations = conversations;
    this.contacts = contacts;
    this.agencies = agencies;
    this.texts = texts;
    this.phones = phones;
  }

  /** The concierge answers by itself. */
  TurnId answers(Person person, Intent intent, String text) {
    var turn = collect(person);
    turns.drafted(turn, draft(intent, text, null, null));
    send(turn, intent);
    return turn;
  }

  /** The concierge promises that one of the staff will do something. */
  TurnId promises(Person person, String text) {
    var turn = collect(person);
    turns.drafted(turn, draft(Intent.QUESTION, text, null, text));
    send(turn, Intent.QUESTION);
    return turn;
  }

  /** One of the staff looks at the draft first, and may give it other words. */
  TurnId answersAfterReview(
      Person person, Intent intent, String draft, String text, Staff reviewer) {
    var turn = collect(person);
    turns.drafted(turn, draft(intent, draft, "A question about a booking", null));
    turns.approve(turn, text, false, reviewer.actor());
    send(turn, intent);
    return turn;
  }

  void discards(Person person, String draft, Staff reviewer) {
    var turn = collect(person);
    turns.drafted(turn, draft(Intent.QUESTION, draft, "The concierge is not sure", null));
    turns.discardDraft(turn, reviewer.actor());
  }

  void answersByHand(Person person, String text, Staff staff) {
    var turn = collect(person);
    turns.leaveToPerson(turn, "See what was sent");
    turns.answerByHand(turn, text, AnsweredBy.CONCIERGE, staff.actor(), "past/hand/" + turn);
  }

  void carriesOut(TurnId turn, String confirmation) {
    turns.carriedOut(turn, confirmation, "past/done/" + turn);
  }

  /** The word by which reminders stop is confirmed. */
  void confirmsStop(Person person) {
    var conversation = conversations.profile(phones.conversation(person));
    var contact = contacts.profile(conversation.contactId());
    carriesOut(
        collect(person),
        texts.message(
            MessageTemplate.OPTED_OUT,
            contact.locale(),
            agencies.profile(DemoAgency.ID).name(),
            contact.displayName()));
  }

  void takesOver(Person person, Staff staff) {
    handovers.takeOver(DemoAgency.ID, phones.conversation(person), staff.fullName());
  }

  /** The one who took over writes. */
  void writes(Person person, Staff staff, String text) {
    var conversation = conversations.profile(phones.conversation(person));
    handovers.write(
        DemoAgency.ID,
        conversation.id(),
        staff.fullName(),
        OutboundContent.text(text),
        conversation.epoch(),
        "past/" + conversation.epoch());
  }

  void handsBack(Person person, Staff staff) {
    var conversation = conversations.profile(phones.conversation(person));
    handovers.handBack(DemoAgency.ID, conversation.id(), staff.fullName(), conversation.epoch());
  }

  /** What was promised to this person is done by writing to them. */
  void keepsPromise(Person person, String text, Staff staff) {
    var conversation = phones.conversation(person);
    promises.owedFor(Duration.ZERO, Integer.MAX_VALUE).stream()
        .filter(promise -> promise.conversationId().equals(conversation))
        .forEach(
            promise ->
                promises.answer(promise.id(), text, staff.actor(), "past/promise/" + promise.id()));
  }

  /** The first message of a turn. */
  MessageId firstOf(TurnId turn) {
    return turns.content(turn).asked().getFirst().id();
  }

  /** The turn of what this person has written and nobody has answered. */
  TurnId collect(Person person) {
    return claimed(person).id();
  }

  private ClaimedTurn claimed(Person person) {
    return switch (turns.collect(phones.conversation(person), 0)) {
      case ToAnswer answer -> answer.turn();
      case ToPerson answer -> answer.turn();
      case Wordless answer -> answer.turn();
      case ButtonPressed press -> press.turn();
      case Nothing nothing ->
          throw new IllegalStateException("Nothing to answer of " + person.name());
    };
  }

  private void send(TurnId turn, Intent intent) {
    var next =
        switch (intent) {
          case QUESTION -> NextStep.NOTHING;
          case HUMAN -> NextStep.PERSON;
          default -> NextStep.ACT;
        };
    if (!turns.send(turn, next, "past/reply/" + turn)) {
      throw new IllegalStateException("The reply is void: " + turn);
    }
  }

  private static DraftedReply draft(
      Intent intent, String text, @Nullable String reason, @Nullable String promise) {
    return new DraftedReply(
        text,
        intent.code(),
        null,
        reason == null ? 0.94 : 0.55,
        reason != null,
        reason,
        null,
        promise,
        promise == null ? text : null,
        null);
  }
}
