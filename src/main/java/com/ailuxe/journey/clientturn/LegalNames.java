package com.ailuxe.journey.clientturn;

import com.ailuxe.agency.Actor;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.LegalNameSource;
import com.ailuxe.conversation.AskedMessage;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.TurnContent;
import com.ailuxe.conversation.Turns;
import com.ailuxe.shared.LegalName;
import com.ailuxe.shared.Letters;
import com.ailuxe.shared.TurnId;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** Keeps the legal names that contacts give in the chat. */
@Component
class LegalNames {
  private final Turns turns;
  private final BookingWish wishes;
  private final Contacts contacts;

  LegalNames(Turns turns, BookingWish wishes, Contacts contacts) {
    this.turns = turns;
    this.wishes = wishes;
    this.contacts = contacts;
  }

  /**
   * Keeps the name that the answer to a turn takes note of, if it does; again changes nothing.
   *
   * @throws NoSuchElementException when there is no such turn
   */
  public void keep(TurnId id) {
    var turn = turns.content(id);
    wishes
        .legalName(turn.draft().map(DraftedReply::bookingFields).orElse(null))
        .ifPresent(name -> keep(turn, name));
  }

  private void keep(TurnContent turn, LegalName name) {
    var contact = contacts.profile(turn.conversation().contactId());
    contacts.giveLegalName(
        contact.id(),
        name,
        new LegalNameSource(Actor.named(contact.displayName()), saying(turn, name).id()));
  }

  private static AskedMessage saying(TurnContent turn, LegalName name) {
    var written = name.value().toLowerCase(Locale.ROOT);
    return turn.asked().reversed().stream()
        .filter(message -> Letters.plain(message.text()).toLowerCase(Locale.ROOT).contains(written))
        .findFirst()
        .orElseGet(() -> turn.asked().getLast());
  }
}
