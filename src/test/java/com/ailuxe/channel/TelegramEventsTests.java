package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.Quote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramEventsTests {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Sender ANA =
      new Sender(List.of(new Identity(IdentityKind.TELEGRAM_USER, "5550001")), "Ana Lima", "pt-br");

  private final TelegramEvents events =
      new TelegramEvents(
          new TelegramSettings(
              TelegramSettings.Mode.POLLING,
              URI.create("https://api.telegram.org"),
              new Secret(ChannelSlice.BOT_TOKEN),
              null,
              null,
              Duration.ofSeconds(25)),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void textTellsWhoWroteWhatAndWhen() {
    var message = (MessageReceived) events.read(Samples.bytes("telegram-text.json")).getFirst();

    assertThat(message.origin().channel()).isEqualTo(Channel.TELEGRAM);
    assertThat(message.origin().accountId()).isEqualTo("7000000001");
    assertThat(message.origin().eventId()).isEqualTo("872000001");
    assertThat(message.origin().payload()).contains("\"update_id\":872000001");
    assertThat(message.sender()).isEqualTo(ANA);
    assertThat(message.content())
        .isEqualTo(new Content(MessageType.TEXT, "Olá, is the villa free on Friday?", null, null));
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1749416383));
  }

  @Test
  void everyKindOfPrivateMessageIsKept() throws IOException {
    var updates = updates();

    assertThat(updates.subList(0, 12))
        .filteredOn(MessageReceived.class::isInstance)
        .hasSize(11)
        .allMatch(event -> ((MessageReceived) event).sender().equals(ANA))
        .extracting(event -> ((MessageReceived) event).content())
        .containsExactly(
            new Content(MessageType.TEXT, "Olá", null, null),
            new Content(
                MessageType.IMAGE,
                "this one",
                null,
                new SentFile("LARGE", MediaKind.IMAGE, null, null, null)),
            new Content(
                MessageType.DOCUMENT,
                "as asked",
                null,
                new SentFile("DOC", MediaKind.DOCUMENT, "application/pdf", null, "passport.pdf")),
            new Content(
                MessageType.AUDIO,
                null,
                null,
                new SentFile("VOICE", MediaKind.AUDIO, "audio/ogg", null, null)),
            new Content(
                MessageType.AUDIO,
                null,
                null,
                new SentFile("AUDIO", MediaKind.AUDIO, null, null, null)),
            new Content(
                MessageType.VIDEO,
                null,
                null,
                new SentFile("VIDEO", MediaKind.VIDEO, null, null, null)),
            new Content(
                MessageType.STICKER,
                null,
                null,
                new SentFile("STICKER", MediaKind.STICKER, null, null, null)),
            new Content(MessageType.LOCATION, "43.7384 7.4246", null, null),
            new Content(MessageType.CONTACTS, "Anna Smith +49301234567", null, null),
            new Content(MessageType.BUTTON_REPLY, "Decline", "decline/1", null),
            new Content(MessageType.OTHER, "emoji: 🎲; value: 3", null, null));
    assertThat(updates.get(9))
        .isInstanceOfSatisfying(
            MessageEdited.class,
            edit -> {
              assertThat(edit.messageId()).isEqualTo("10");
              assertThat(edit.sender()).isEqualTo(ANA);
              assertThat(edit.content())
                  .isEqualTo(new Content(MessageType.TEXT, "Olá again", null, null));
              assertThat(edit.sentAt()).isEqualTo(Instant.ofEpochSecond(1749416400));
            });
    assertThat(((MessageReceived) updates.get(10)).sentAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "reply_to_message":{"message_id":41,"text":"Aurelia is free"} | 41 | Aurelia is free
          "reply_to_message":{"message_id":41,"text":"Aurelia or Marco"},"quote":{"text":"Aurelia","position":0} | 41 | Aurelia
          "reply_to_message":{"message_id":41,"photo":[],"caption":"Aurelia at sea"} | 41 | Aurelia at sea
          "reply_to_message":{"message_id":41} | 41 |
          "external_reply":{"origin":{}},"quote":{"text":"Aurelia"} | | Aurelia
          "date":1749416383 | |
          """)
  void whatIsQuotedIsKept(String fields, String messageId, String words) {
    var content = ((MessageReceived) events.read(inPrivate(fields)).getFirst()).content();

    assertThat(content.text()).isEqualTo("this one");
    assertThat(content.quote())
        .isEqualTo(messageId == null && words == null ? null : new Quote(messageId, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POLL | "poll":{"id":"1","question":"Which day?","options":[{"text":"Friday","voter_count":0},{"text":"Saturday"}]} | Which day? / Friday / Saturday
          LOCATION | "location":{"latitude":40.0,"longitude":-7.4},"venue":{"title":"Ritz","address":"Paris"} | Ritz, Paris, 40 -7.4
          CONTACTS | "contact":{"phone_number":"+39 393 000 0000","first_name":"Maria","last_name":"Rossi","vcard":"BEGIN:VCARD\\nVERSION:3.0\\nFN:Maria\\nTEL;TYPE=CELL:+393930000000\\r\\nitem1.TEL:+39 06 1234\\nEMAIL;TYPE=HOME:maria@example.com\\nORG:Fendi;Press\\nEND:VCARD"} | Maria Rossi +39 393 000 0000, +39 06 1234, maria@example.com, Fendi Press
          CONTACTS | "contact":{"phone_number":"+39 393","first_name":"Leo","vcard":"no card"} | Leo +39 393
          OTHER | "story":{"chat":{"id":5},"id":7} | id: 5; id: 7
          OTHER | "paid_media":{"star_count":5} | star count: 5
          OTHER | "checklist":{"title":"For Friday","tasks":[{"id":1,"text":"Champagne"}]} | title: For Friday; id: 1; text: Champagne
          UNSUPPORTED | "entities":[] |
          SYSTEM | "pinned_message":{"message_id":3,"text":"Hello"} |
          SYSTEM | "message_auto_delete_timer_changed":{"message_auto_delete_time":86400} |
          SYSTEM | "message_thread_id":4,"is_topic_message":true,"forum_topic_created":{"name":"Trip","icon_color":1} |
          """)
  void whatHasNoWordsIsKeptSoThatAPersonCanReadIt(
      MessageType type, String fields, String readable) {
    var update =
        new String(inPrivate(fields), StandardCharsets.UTF_8).replace("\"text\":\"this one\",", "");

    assertThat(events.read(update.getBytes(StandardCharsets.UTF_8)))
        .singleElement(as(type(MessageReceived.class)))
        .extracting(MessageReceived::content)
        .isEqualTo(new Content(type, readable, null, null));
  }

  private static byte[] inPrivate(String fields) {
    return """
        {"update_id":7,"message":{"message_id":42,"from":{"id":5550001,"first_name":"Ana"},\
        "chat":{"id":5550001,"type":"private"},"text":"this one",%s}}"""
        .formatted(fields)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatNoPersonWroteInPrivateIsKeptWithTheReason() throws IOException {
    assertThat(updates().subList(12, 17))
        .allMatch(NotForUs.class::isInstance)
        .extracting(event -> ((NotForUs) event).reason())
        .containsExactly(
            "group chat",
            "an update of another kind: my_chat_member",
            "an update of another kind: channel_post",
            "written by a bot",
            "a button without data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"update_id\":\"x\",\"message\":{}}", "{\"message\":7}"})
  void objectThatSaysNothingToUsIsKept(String update) {
    assertThat(events.read(update.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .isInstanceOf(NotForUs.class);
  }

  @Test
  void aPrivateChatTellsWhoWrote() {
    var update =
        "{\"update_id\":1,\"message\":{\"chat\":{\"type\":\"private\",\"id\":77},\"text\":\"Olá\"}}";

    assertThat(events.read(update.getBytes(StandardCharsets.UTF_8)))
        .singleElement(as(type(MessageReceived.class)))
        .satisfies(
            message ->
                assertThat(message.sender().identities())
                    .containsExactly(new Identity(IdentityKind.TELEGRAM_USER, "77")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\u0000", "LONG", "@durov", "-1001", "0", "77 ", "7e7"})
  void somebodyWithoutAUsableIdIsNobody(String userId) {
    var update =
        """
        {"update_id":1,"message":{"chat":{"type":"private"},"from":{"id":"%s"},"text":"Olá"}}"""
            .formatted(userId.replace("LONG", "1".repeat(20)));

    assertThat(events.read(update.getBytes(StandardCharsets.UTF_8)))
        .singleElement(as(type(NotForUs.class)))
        .extracting(NotForUs::reason)
        .isEqualTo("a message that does not tell who wrote it");
  }

  @ParameterizedTest
  @CsvSource({
    "\"date\":1749416383, 1749416383",
    "\"date\":4102444799, 1795348800",
    "\"date\":-5, 1795348800",
    "\"date\":99999999999999, 1795348800"
  })
  void aTimeThatCannotBeMeantIsTheTimeOfArrival(String date, long sentAt) {
    assertThat(events.read(inPrivate(date)))
        .singleElement(as(type(MessageReceived.class)))
        .extracting(MessageReceived::sentAt)
        .isEqualTo(Instant.ofEpochSecond(sentAt));
  }

  @Test
  void charactersThatTheDatabaseRefusesAreTakenOutOfTheReason() {
    var update = "{\"update_id\":1,\"a\\u0000b\":{}}";

    assertThat(events.read(update.getBytes(StandardCharsets.UTF_8)))
        .singleElement(as(type(NotForUs.class)))
        .extracting(NotForUs::reason)
        .isEqualTo("an update of another kind: ab");
  }

  @Test
  void bodyThatIsNoJsonObjectIsRefused() {
    assertThatThrownBy(() -> events.read("[]".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(WebhookRefused.class);
  }

  private List<InboundEvent> updates() throws IOException {
    var updates = new ArrayList<JsonNode>();
    new ObjectMapper().readTree(Samples.bytes("telegram-updates.json")).forEach(updates::add);
    return events.readAll(updates);
  }
}
