package com.ailuxe.journey.newbooking;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.ConversationProfile;
import com.ailuxe.conversation.Conversations;
import com.ailuxe.journey.form.DeskInput.Unusable;
import com.ailuxe.shared.PhoneNumber;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts whom staff write to first, on WhatsApp. */
@Component
class NewContacts {
  private final Agencies agencies;
  private final Contacts contacts;
  private final Conversations conversations;

  NewContacts(Agencies agencies, Contacts contacts, Conversations conversations) {
    this.agencies = agencies;
    this.contacts = contacts;
    this.conversations = conversations;
  }

  /**
   * Begins a conversation with who has this number, or finds the one that there is.
   *
   * @param phone as people write it
   * @throws Unusable when it is no number, or the agency cannot write there
   */
  ConversationProfile reach(AgencyProfile agency, @Nullable String name, @Nullable String phone) {
    var number = number(phone);
    var account =
        agencies
            .account(agency.id(), Channel.WHATSAPP.name())
            .orElseThrow(() -> new Unusable(agency.name() + " has no WhatsApp number."));
    var identity = new Identity(IdentityKind.PHONE, number.e164());
    var contact = contacts.recognise(agency, List.of(identity), name, null);
    return conversations.profile(
        conversations.begin(agency.id(), contact.id(), Channel.WHATSAPP, account, identity));
  }

  private static PhoneNumber number(@Nullable String phone) {
    try {
      return PhoneNumber.parse(Objects.requireNonNullElse(phone, ""));
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          "This is no phone number: begin with + and the country, as in +33 6 12 34 56 78.");
    }
  }
}
