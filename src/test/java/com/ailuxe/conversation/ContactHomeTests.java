package com.ailuxe.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.contact.ContactProfile;
import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Sender;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact is answered in their own language and reminded by their own clock. */
@ConversationModuleTest
class ContactHomeTests {
  @Autowired Inbox inbox;
  @Autowired Conversations conversations;
  @Autowired Contacts contacts;
  @Autowired JdbcClient jdbc;

  private String number = "";
  private Inbound ada = new Inbound();

  @BeforeEach
  void aNewContact() {
    number = "+1212" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    ada = new Inbound().as(number);
  }

  @Test
  void theNumberTellsTheClockAndTheLanguage() {
    says("Hello");

    assertThat(profile().zone().getId()).isEqualTo("America/New_York");
    assertThat(profile().locale().toLanguageTag()).isEqualTo("en-US");
  }

  @Test
  void whatIsWrittenTellsTheLanguageAndTheChangeIsKept() {
    says("Bonsoir");
    assertThat(profile().locale().getLanguage()).isEqualTo("en");

    says("Je voudrais un chauffeur à Paris pour deux personnes");
    assertThat(profile().locale().toLanguageTag()).isEqualTo("fr-US");

    says("Merci");
    assertThat(profile().locale().toLanguageTag()).isEqualTo("fr-US");
  }

  @Test
  void aLanguageThatSomebodyChoseStays() {
    says("Hello");
    jdbc.sql("update contact set locale = 'de', time_zone = 'Europe/Berlin' where id = ?")
        .param(profile().id().value())
        .update();

    says("I would like to have the yacht for two people on Friday");

    assertThat(profile().locale().toLanguageTag()).isEqualTo("de");
    assertThat(profile().zone().getId()).isEqualTo("Europe/Berlin");
  }

  private void says(String text) {
    var message = ada.says(text);
    inbox.accept(
        List.of(
            new MessageReceived(
                message.origin(),
                new Sender(message.sender().identities(), "Ada", null),
                message.content(),
                message.sentAt())));
  }

  private ContactProfile profile() {
    return contacts.profile(
        conversations.profile(ConversationRows.ofRecipient(jdbc, number)).contactId());
  }
}
