package com.ailuxe.journey.worker;

import com.ailuxe.agency.Agencies;
import com.ailuxe.booking.Refusal;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.TurnId;
import com.ailuxe.conversation.Turns;
import com.ailuxe.rendering.MessageTemplate;
import com.ailuxe.rendering.Templates;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fixed lines to the contact of a turn: each at most once per turn. */
@Component
class ContactLines {
  private final Turns turns;
  private final Agencies agencies;
  private final Contacts contacts;
  private final Templates templates;
  private final Outbox outbox;

  ContactLines(
      Turns turns, Agencies agencies, Contacts contacts, Templates templates, Outbox outbox) {
    this.turns = turns;
    this.agencies = agencies;
    this.contacts = contacts;
    this.templates = templates;
    this.outbox = outbox;
  }

  /** Says that a person will answer. */
  void hold(TurnId id) {
    var turn = turns.content(id);
    var wordless = turn.asked().stream().allMatch(AskedMessage::wordless);
    var template = wordless ? MessageTemplate.MEDIA_RECEIVED : MessageTemplate.HOLDING_LINE;
    outbox.queue(
        new QueuedMessage(
            turn.conversation().id(),
            Author.CONCIERGE,
            OutboundContent.text(text(turn.conversation(), template)),
            null,
            "holding/" + id));
  }

  /** Says that the turn's wish is carried out, unless a reply has said so already. */
  void confirm(TurnId id, MessageTemplate template) {
    turns.carriedOut(id, text(turns.content(id).conversation(), template), "confirmed/" + id);
  }

  /** Why a wish is not kept, a line for each reason. */
  String refusal(ConversationProfile conversation, List<Refusal> reasons) {
    var contact = contacts.profile(conversation.contactId());
    return RefusalLines.of(reasons, contact.locale(), templates);
  }

  /** Of these facts alone, in the contact's language where there is a text. */
  String text(ConversationProfile conversation, MessageTemplate template, Map<String, ?> facts) {
    return templates.message(template, contacts.profile(conversation.contactId()).locale(), facts);
  }

  /** In the contact's language where there is a text. */
  String text(ConversationProfile conversation, MessageTemplate template) {
    var contact = contacts.profile(conversation.contactId());
    return templates.message(
        template,
        contact.locale(),
        agencies.profile(conversation.agencyId()).name(),
        contact.displayName());
  }
}
