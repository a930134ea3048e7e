package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.Refusal;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.Turns;
import com.ailuxe.journey.notice.MessageTemplate;
import com.ailuxe.journey.notice.NoticeTexts;
import com.ailuxe.journey.notice.RefusalLines;
import com.ailuxe.shared.TurnId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fixed lines to the contact of a turn: each at most once per turn. */
@Component
class ContactLines {
  private final Turns turns;
  private final Agencies agencies;
  private final Contacts contacts;
  private final NoticeTexts texts;
  private final Clock clock;

  ContactLines(Turns turns, Agencies agencies, Contacts contacts, NoticeTexts texts, Clock clock) {
    this.turns = turns;
    this.agencies = agencies;
    this.contacts = contacts;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Says that a person will answer, and when they are there, unless that is said already or the
   * person who answers is in the chat.
   */
  void hold(TurnId id) {
    var turn = turns.content(id);
    turns.hold(id, discloses -> holdingLine(turn, discloses));
  }

  private String holdingLine(TurnContent turn, boolean discloses) {
    var conversation = turn.conversation();
    var agency = agencies.profile(conversation.agencyId());
    var contact = contacts.profile(conversation.contactId());
    var hours = agencies.officeHours(agency.id());
    var facts = new HashMap<String, Object>();
    facts.put("discloses", discloses);
    facts.put("open", hours.map(times -> times.areAt(clock.instant())).orElse(true));
    hours.ifPresent(times -> facts.put("officeHours", times));
    return texts.message(
        holdingLine(turn.asked()), contact.locale(), agency.name(), contact.displayName(), facts);
  }

  private static MessageTemplate holdingLine(List<AskedMessage> asked) {
    if (!asked.stream().allMatch(AskedMessage::wordless)) {
      return MessageTemplate.HOLDING_LINE;
    }
    return asked.stream().anyMatch(AskedMessage::withheld)
        ? MessageTemplate.MEDIA_UNREADABLE
        : MessageTemplate.MEDIA_RECEIVED;
  }

  /** Says that the turn's wish is carried out, unless a reply has said so already. */
  void confirm(TurnId id, MessageTemplate template) {
    turns.carriedOut(id, text(turns.content(id).conversation(), template), "confirmed/" + id);
  }

  /** Why a wish is not kept, a line for each reason. */
  String refusal(ConversationProfile conversation, List<Refusal> reasons) {
    var contact = contacts.profile(conversation.contactId());
    return RefusalLines.of(reasons, contact.locale(), texts);
  }

  /** The text made of these facts alone, in the contact's language where there is one. */
  String text(ConversationProfile conversation, MessageTemplate template, Map<String, ?> facts) {
    return texts.message(template, contacts.profile(conversation.contactId()).locale(), facts);
  }

  /** The title of a button about a booking, in the contact's language; it fits on the button. */
  String title(ConversationProfile conversation, MessageTemplate template, String reference) {
    return texts.buttonTitle(
        template, contacts.profile(conversation.contactId()).locale(), reference);
  }

  /** The words in the contact's language where there is a text. */
  String text(ConversationProfile conversation, MessageTemplate template) {
    var contact = contacts.profile(conversation.contactId());
    return texts.message(
        template,
        contact.locale(),
        agencies.profile(conversation.agencyId()).name(),
        contact.displayName());
  }
}
