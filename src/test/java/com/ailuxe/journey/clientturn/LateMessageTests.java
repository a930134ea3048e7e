package com.ailuxe.journey.clientturn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.contact.Contacts;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LateMessageTests extends BookingChat {
  @Autowired Contacts contacts;

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 11);
  }

  @Test
  void aDayIsCountedFromTheTimeThatTheProviderSays() {
    var written = clock.instant().minus(Duration.ofHours(47));
    var wish = "I would like Aurelia in Monaco in three days from 2pm to 8pm, 6 people, 12000 EUR";
    inbox.accept(List.of(received(ada, new Content(MessageType.TEXT, wish, null, null), written)));

    var turn = collected();
    draft.handle(turn);

    var contact = conversations.profile(ConversationId.parse(conversation())).contactId();
    var day = written.atZone(contacts.profile(contact).zone()).toLocalDate().plusDays(3);
    assertThat(turns.content(TurnId.parse(turn)).draft().orElseThrow().bookingFields())
        .contains(day + "T14:00");
  }
}
