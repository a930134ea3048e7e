package com.ailuxe.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ailuxe.contact.Consent;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.conversation.InboundEvent;
import com.ailuxe.conversation.InboundEvent.ConsentStated;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.DeliveryReported;
import com.ailuxe.conversation.InboundEvent.MessageEdited;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.MessageTakenBack;
import com.ailuxe.conversation.InboundEvent.NotForUs;
import com.ailuxe.conversation.InboundEvent.PersonTookBack;
import com.ailuxe.conversation.InboundEvent.PersonWrote;
import com.ailuxe.conversation.InboundEvent.Quote;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppEventsTests {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Identity SHEENA_PHONE = new Identity(IdentityKind.PHONE, "+4915112345678");
  private static final Identity SHEENA_USER =
      new Identity(IdentityKind.WHATSAPP_USER, "DE.13491208655302741918");

  private final WhatsAppEvents events = new WhatsAppEvents(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void textTellsWhoWroteWhatAndWhen() {
    var message = (MessageReceived) read("whatsapp-text.json").getFirst();

    assertThat(message.origin().channel()).isEqualTo(Channel.WHATSAPP);
    assertThat(message.origin().accountId()).isEqualTo("106540352242922");
    assertThat(message.origin().eventId())
        .isEqualTo("wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=");
    assertThat(message.origin().payload()).startsWith("{").contains("\"type\":\"text\"");
    assertThat(message.sender())
        .isEqualTo(new Sender(List.of(SHEENA_PHONE, SHEENA_USER), "Sheena Nelson", null));
    assertThat(message.content())
        .isEqualTo(
            new Content(MessageType.TEXT, "Do you have a yacht for Saturday? 🛥️", null, null));
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochSecond(1749416383));
  }

  @Test
  void everyMessageAndStatusOfEveryChangeOfEveryEntryIsRead() {
    var batch = read("whatsapp-batch.json");

    assertThat(batch)
        .extracting(event -> event.origin().eventId())
        .containsExactly(
            "wamid.A1",
            "wamid.B1",
            "wamid.A2",
            "wamid.OUT1:sent",
            "wamid.OUT1:delivered",
            "wamid.A3");
    assertThat(((MessageReceived) batch.get(1)).sender())
        .isEqualTo(
            new Sender(
                List.of(new Identity(IdentityKind.PHONE, "+34600111222")), "Tomás Vega", null));
  }

  @Test
  void everyTypeOfMessageIsKept() {
    assertThat(read("whatsapp-types.json"))
        .allMatch(MessageReceived.class::isInstance)
        .extracting(event -> ((MessageReceived) event).content())
        .containsExactly(
            new Content(MessageType.TEXT, "Hello", null, null),
            new Content(
                MessageType.IMAGE,
                "the yacht I mean",
                null,
                new SentFile("1003383421387256", MediaKind.IMAGE, "image/jpeg", "sha=", null)),
            new Content(
                MessageType.VIDEO,
                null,
                null,
                new SentFile("1003383421387257", MediaKind.VIDEO, "video/mp4", "sha=", null)),
            new Content(
                MessageType.AUDIO,
                null,
                null,
                new SentFile(
                    "1003383421387258", MediaKind.AUDIO, "audio/ogg; codecs=opus", "sha=", null)),
            new Content(
                MessageType.DOCUMENT,
                "as asked",
                null,
                new SentFile(
                    "1003383421387259",
                    MediaKind.DOCUMENT,
                    "application/pdf",
                    "sha=",
                    "passport.pdf")),
            new Content(
                MessageType.STICKER,
                null,
                null,
                new SentFile("1003383421387260", MediaKind.STICKER, "image/webp", "sha=", null)),
            new Content(MessageType.LOCATION, "Port Hercule, Monaco, 43.7384 7.4246", null, null),
            new Content(MessageType.CONTACTS, "Anna Smith, +49 30 1234567", null, null),
            new Content(MessageType.REACTION, "👍", null, null, new Quote("wamid.OUT1", null)),
            new Content(MessageType.BUTTON_REPLY, "Accept", "accept/1", null),
            new Content(MessageType.BUTTON_REPLY, "Decline", "decline/1", null),
            new Content(MessageType.BUTTON_REPLY, "Friday", "slot/3", null),
            new Content(MessageType.FORM, "name: flow; body: Sent; response json: {}", null, null),
            new Content(MessageType.ORDER, "two please", null, null),
            new Content(
                MessageType.UNSUPPORTED,
                "131051 Message type unknown Message type is currently not supported.",
                null,
                null),
            new Content(MessageType.OTHER, "depth: 3", null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FORM | "interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\\"flow_token\\":\\"t\\",\\"screen_0_Arrival_0\\":\\"1_Nice airport\\",\\"guests\\":4}"}} | Arrival: Nice airport; guests: 4
          FORM | "interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{\\"screen_0_Extras_1\\":[\\"0_Champagne\\",\\"2_Two_roses\\"]}"}} | Extras: Champagne; Extras: Two roses
          FORM | "interactive","interactive":{"type":"nfm_reply","nfm_reply":{"body":"Sent","response_json":"broken"}} | body: Sent; response json: broken
          OTHER | "interactive","interactive":{"type":"payment","payment":{"amount":"900.00"}} | type: payment; amount: 900.00
          ORDER | "order","order":{"catalog_id":"1","text":"for Friday","product_items":[{"product_retailer_id":"CHAMPAGNE-1","quantity":"2","item_price":150.0,"currency":"EUR"},{"product_retailer_id":"ROSES","quantity":1}]} | 2 × CHAMPAGNE-1 at 150 EUR; 1 × ROSES; for Friday
          CONTACTS | "contacts","contacts":[{"name":{"formatted_name":"Maria Assistant"},"phones":[{"phone":"+39 393 000 0000"},{"wa_id":"393930000001"}],"emails":[{"email":"maria@example.com"}]},{"name":{"formatted_name":"Leo"}}] | Maria Assistant, +39 393 000 0000, 393930000001, maria@example.com; Leo
          POLL | "poll","poll":{"question":"Which day?","options":[{"name":"Friday"},{"name":"Saturday"}]} | question: Which day?; name: Friday; name: Saturday
          OTHER | "event","event":{"name":"Dinner","start":"2027-03-19"} | name: Dinner; start: 2027-03-19
          ORDER | "order","order":{"product_items":[{"quantity":"\\u00002","item_price":"9\\u0000","product_retailer_id":7},{"quantity":1e999999999,"item_price":1e-999999999},{}]} | 2 × 7 at 9; 1E+999999999 × ? at 1E-999999999; 1 × ?
          FORM | "interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{\\"guests\\":1e999999999,\\"a\\u0000\\":\\"\\ud83d\\"}"}} | guests: 1E+999999999; a: ?
          FORM | "interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"[1,2]"}} | response json: [1,2]
          CONTACTS | "contacts","contacts":[{"name":{"first_name":"Maria","last_name":"Rossi"},"phones":[{}],"addresses":[{"street":"Via Roma 1","city":"Sanremo"}]}] | Maria Rossi, Via Roma 1, Sanremo
          LOCATION | "location","location":{"latitude":"43.7","longitude":"7.4"} | latitude: 43.7; longitude: 7.4
          LOCATION | "location","location":{"latitude":1e999999999,"longitude":7.4,"name":" "} | 1E+999999999 7.4
          OTHER | "text","text":{"body":{"deep":"words"}} | deep: words
          OTHER | "text","text":{"body":["a","b"]} | body: a; body: b
          UNSUPPORTED | "text","text":{} |
          OTHER | "text","text":"words" | words
          UNSUPPORTED | "unsupported","errors":[{"code":131060,"title":"This message is unavailable"}] | 131060 This message is unavailable
          UNSUPPORTED | "unsupported","unsupported":{"type":"video_note"},"errors":[{"code":131051,"title":"Message type unknown"}] | video_note: 131051 Message type unknown
          UNSUPPORTED | "unsupported","unsupported":{"type":"edit"} | edit
          UNSUPPORTED | "ephemeral" |
          UNSUPPORTED | "interactive" |
          SYSTEM | "request_welcome" |
          UNSUPPORTED | "hologram" |
          """)
  void whatHasNoWordsIsKeptSoThatAPersonCanReadIt(
      MessageType type, String fields, String readable) {
    assertThat(ofType(fields).content()).isEqualTo(new Content(type, readable, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"from":"4930","id":"wamid.OUT1"} | wamid.OUT1 |
          {"from":"4930","id":"wamid.OUT1","referred_product":{"catalog_id":"7","product_retailer_id":"AURELIA"}} | wamid.OUT1 | catalog id: 7; product retailer id: AURELIA
          {"forwarded":true} | |
          {"id":17} | 17 |
          {},"referral":{"headline":"Aurelia for a day","body":"From 9000 EUR","source_url":"https://fb.me/1"} | | Aurelia for a day: From 9000 EUR
          {},"referral":{"source_type":"ad","source_url":"https://fb.me/1"} | | https://fb.me/1
          """)
  void whatIsQuotedIsKept(String context, String messageId, String words) {
    var said = ofType("\"text\",\"context\":" + context + ",\"text\":{\"body\":\"this one\"}");

    assertThat(said.content().text()).isEqualTo("this one");
    assertThat(said.content().quote())
        .isEqualTo(messageId == null && words == null ? null : new Quote(messageId, words));
  }

  @Test
  void anEditIsOfTheMessageThatItNames() {
    var edit =
        (MessageEdited)
            event(
                """
                "edit","edit":{"original_message_id":"wamid.A1","message":{"type":"text",\
                "text":{"body":"on 25 February"}}}""");

    assertThat(edit.messageId()).isEqualTo("wamid.A1");
    assertThat(edit.origin().eventId()).isEqualTo("wamid.NEW");
    assertThat(edit.content())
        .isEqualTo(new Content(MessageType.TEXT, "on 25 February", null, null));
  }

  @Test
  void aMessageThatIsTakenBackIsNamed() {
    assertThat(event("\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.A1\"}"))
        .isInstanceOfSatisfying(
            MessageTakenBack.class, gone -> assertThat(gone.messageId()).isEqualTo("wamid.A1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"edit\"",
        "\"edit\",\"edit\":{}",
        "\"revoke\",\"revoke\":{\"original_message_id\":\"\"}"
      })
  void aChangeOfNothingIsKeptWithTheReason(String fields) {
    assertThat(event(fields))
        .isInstanceOfSatisfying(
            NotForUs.class,
            ignored ->
                assertThat(ignored.reason()).isEqualTo("a change that does not name its message"));
  }

  @Test
  void whatIsSaidByAnEditThatNamesNoMessageIsAMessage() {
    assertThat(
            ofType(
                "\"edit\",\"edit\":{\"message\":{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}}"))
        .satisfies(message -> assertThat(message.content().text()).isEqualTo("Hi"));
  }

  @Test
  void aReactionTellsWhatItIsAbout() {
    var reaction =
        ofType("\"reaction\",\"reaction\":{\"message_id\":\"wamid.OUT1\",\"emoji\":\"👍\"}")
            .content();

    assertThat(reaction.text()).isEqualTo("👍");
    assertThat(reaction.quote()).isEqualTo(new Quote("wamid.OUT1", null));
  }

  /** Nothing that people wrote is dropped for want of a name. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\"id\":null,", "\"id\":\"\",", "\"id\":{},", "\"id\":true,"})
  void aMessageWithoutANameIsKept(String id) {
    var json =
        "{\"from\":\"4915112345678\",%s\"timestamp\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}"
            .formatted(id);

    var message = (MessageReceived) readMessage(json);

    assertThat(message.content().text()).isEqualTo("Hi");
    assertThat(message.messageId()).startsWith("sha256:").isEqualTo(message.origin().eventId());
  }

  private static MessageReceived ofType(String fields) {
    return (MessageReceived) event(fields);
  }

  /**
   * @param fields from the type on
   */
  private static InboundEvent event(String fields) {
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",\
        "value":{"metadata":{"phone_number_id":"100"},"messages":[{"from":"4915112345678",\
        "id":"wamid.NEW","timestamp":"1749416383","type":%s}]}}]}]}"""
            .formatted(fields);
    return new WhatsAppEvents(Clock.systemUTC())
        .read(body.getBytes(StandardCharsets.UTF_8))
        .getFirst();
  }

  @Test
  void statusesTellHowFarAMessageOfOursGot() {
    var reports = read("whatsapp-statuses.json");

    assertThat(reports.subList(0, 4))
        .extracting(event -> ((DeliveryReported) event).state())
        .containsExactly(
            DeliveryState.SENT, DeliveryState.READ, DeliveryState.FAILED, DeliveryState.READ);
    var failed = (DeliveryReported) reports.get(2);
    assertThat(failed.providerMessageId()).isEqualTo("wamid.OUT2");
    assertThat(failed.callbackData()).isEqualTo("7a1b9d53-3a9c-4f0e-8b7c-5d1a6a2f4e10");
    assertThat(failed.at()).isEqualTo(Instant.ofEpochSecond(1749416392));
    assertThat(failed.error())
        .isEqualTo(
            "131047 Re-engagement message More than 24 hours have passed since the recipient last"
                + " replied.");
    assertThat(((DeliveryReported) reports.get(1)).error()).isNull();
    assertThat(reports.get(4))
        .isInstanceOfSatisfying(
            NotForUs.class, it -> assertThat(it.reason()).contains("teleported"));
  }

  @Test
  void personWithoutPhoneNumberIsKnownByTheirUserId() {
    var message = (MessageReceived) read("whatsapp-bsuid-only.json").getFirst();

    assertThat(message.sender())
        .isEqualTo(
            new Sender(
                List.of(new Identity(IdentityKind.WHATSAPP_USER, "AE.98765432109876543210")),
                "Noor",
                null));
  }

  @Test
  void changedNumberNamesTheNewOneFirstAndTheOldOneToo() {
    var message = (MessageReceived) read("whatsapp-number-changed.json").getFirst();

    assertThat(message.content().type()).isEqualTo(MessageType.SYSTEM);
    assertThat(message.sender().identities())
        .containsExactly(new Identity(IdentityKind.PHONE, "+447700900123"), SHEENA_PHONE);
  }

  @Test
  void otherChangesAreKeptWithTheReason() {
    assertThat(read("whatsapp-other-fields.json"))
        .allMatch(NotForUs.class::isInstance)
        .extracting(event -> ((NotForUs) event).reason())
        .containsExactly(
            "a change of account_update",
            "an error of the account: 130429 Rate limit hit",
            "carries no event");
  }

  @Test
  void echoesAreWhatAPersonWroteOnTheAgencysPhone() {
    var events = read("whatsapp-echoes.json");

    assertThat(events)
        .filteredOn(PersonWrote.class::isInstance)
        .map(PersonWrote.class::cast)
        .extracting(
            echo -> echo.recipient().identities().getFirst(),
            echo -> echo.content().type(),
            echo -> echo.content().text(),
            echo -> echo.content().file() == null ? null : echo.content().file().providerId())
        .containsExactly(
            tuple(
                new Identity(IdentityKind.PHONE, "+4915112345678"),
                MessageType.TEXT,
                "I take over",
                null),
            tuple(
                new Identity(IdentityKind.PHONE, "+4915112345678"),
                MessageType.IMAGE,
                "The deck",
                "media-9"),
            tuple(
                new Identity(IdentityKind.WHATSAPP_USER, "DE.1349"),
                MessageType.TEXT,
                "Hello",
                null),
            tuple(
                new Identity(IdentityKind.PHONE, "+4915112345678"),
                MessageType.TEXT,
                "No id",
                null));
    assertThat(events)
        .filteredOn(PersonTookBack.class::isInstance)
        .singleElement()
        .satisfies(gone -> assertThat(((PersonTookBack) gone).messageId()).isEqualTo("wamid.ECHO"));
    assertThat(events)
        .filteredOn(NotForUs.class::isInstance)
        .extracting(event -> ((NotForUs) event).reason())
        .containsExactly(
            "our own reaction in the phone app", "an event that does not tell who it is from");
    assertThat(events.getFirst().origin().accountId()).isEqualTo("106540352242922");
    assertThat(((PersonWrote) events.getFirst()).sentAt())
        .isEqualTo(Instant.ofEpochSecond(1749416383));
  }

  @Test
  void preferencesAreConsentsOfWhoStatedThem() {
    var statements = read("whatsapp-preferences.json");

    assertThat(statements)
        .filteredOn(ConsentStated.class::isInstance)
        .extracting(
            event -> ((ConsentStated) event).sender().identities(),
            event -> ((ConsentStated) event).consent(),
            event -> ((ConsentStated) event).statedAt())
        .containsExactly(
            tuple(
                List.of(new Identity(IdentityKind.PHONE, "+4915112345678")),
                Consent.STOP,
                Instant.ofEpochSecond(1749416383)),
            tuple(
                List.of(new Identity(IdentityKind.WHATSAPP_USER, "DE.13491208655302741918")),
                Consent.START,
                Instant.ofEpochSecond(1749416400)));
    assertThat(statements)
        .filteredOn(NotForUs.class::isInstance)
        .extracting(event -> ((NotForUs) event).reason())
        .containsExactly(
            "a preference about something_new",
            "an unknown preference: perhaps",
            "an event that does not tell who it is from");
    assertThat(statements).extracting(event -> event.origin().eventId()).doesNotHaveDuplicates();
  }

  @Test
  void unreadableMessageDoesNotStopTheOthers() {
    var batch = read("whatsapp-partly-unreadable.json");

    assertThat(batch)
        .filteredOn(MessageReceived.class::isInstance)
        .extracting(event -> ((MessageReceived) event).content().text())
        .containsExactly("before", null, "where is it", "no id", "after");
    assertThat(batch)
        .filteredOn(NotForUs.class::isInstance)
        .extracting(event -> ((NotForUs) event).reason())
        .containsExactly(
            "an event that does not tell who it is from",
            "an event that does not tell who it is from",
            "group chat",
            "a status without an id",
            "a status without an id");
    assertThat(batch).extracting(event -> event.origin().eventId()).doesNotHaveDuplicates();
  }

  @Test
  void unreadableTimeIsTheTimeOfArrival() {
    var batch = read("whatsapp-partly-unreadable.json");

    assertThat(batch)
        .filteredOn(event -> event.origin().eventId().equals("wamid.GOOD2"))
        .extracting(event -> ((MessageReceived) event).sentAt())
        .containsExactly(NOW);
  }

  /** Clocks differ a little; whoever writes next year would have the last word until then. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T11:00:00Z, 2026-11-22T11:00:00Z",
    "2026-11-22T12:00:30Z, 2026-11-22T12:00:30Z",
    "2026-11-22T12:30:00Z, 2026-11-22T12:00:00Z",
    "2027-11-22T12:00:00Z, 2026-11-22T12:00:00Z"
  })
  void aTimeThatIsYetToComeIsTheTimeOfArrival(Instant claimed, Instant sentAt) {
    var message =
        """
        {"from":"4915112345678","id":"wamid.X","timestamp":"%d","type":"text","text":{"body":"Stop"}}"""
            .formatted(claimed.getEpochSecond());

    assertThat(((MessageReceived) readMessage(message)).sentAt()).isEqualTo(sentAt);
  }

  @Test
  void sameEventWithoutAnIdHasTheSameFingerprintEachTime() {
    assertThat(read("whatsapp-other-fields.json"))
        .extracting(event -> event.origin().eventId())
        .isEqualTo(
            read("whatsapp-other-fields.json").stream()
                .map(event -> event.origin().eventId())
                .toList())
        .allMatch(id -> id.startsWith("sha256:"));
  }

  @Test
  void veryLongTextPassesWhole() {
    assertThat(textOf("x".repeat(50_000))).hasSize(50_000);
  }

  @Test
  void charactersThatTheDatabaseRefusesAreTakenOutOfTheTextAndStayEscapedInThePayload() {
    var message = received("\\u0000Hi\\u0000 there \\ud83d");

    assertThat(message.content().text()).isEqualTo("Hi there ?");
    assertThat(message.origin().payload()).doesNotContain("\u0000").contains("\\u0000Hi");
  }

  @Test
  void coordinatesThatAreNoNumbersAreLeftOut() {
    var json =
        """
        {"from":"4915112345678","id":"wamid.X","timestamp":"1","type":"location",
         "location":{"name":"Port","latitude":"4\\u00003","longitude":7.01}}""";

    assertThat(((MessageReceived) readMessage(json)).content().text()).isEqualTo("Port");
  }

  @ParameterizedTest
  @CsvSource({
    "+49 151 12345678, PHONE, +4915112345678",
    "15550783881, PHONE, +15550783881",
    "999123456789012, PHONE, +999123456789012",
    "12, WHATSAPP_USER, 12",
    "DE.1349, WHATSAPP_USER, DE.1349",
  })
  void oddSendersAreTolerated(String from, IdentityKind kind, String value) {
    var json =
        """
        {"from":"%s","id":"wamid.X","timestamp":"1","type":"text","text":{"body":"Hi"}}"""
            .formatted(from);

    assertThat(((MessageReceived) readMessage(json)).sender().identities())
        .containsExactly(new Identity(kind, value));
  }

  @Test
  void overlongIdIsReplacedByAFingerprint() {
    var json =
        """
        {"from":"4915112345678","id":"%s","timestamp":"1","type":"text","text":{"body":"Hi"}}"""
            .formatted("w".repeat(3000));

    assertThat(readMessage(json).origin().eventId()).startsWith("sha256:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``         | The body holds nothing",
        "` `        | The body holds nothing",
        "{          | The body is no JSON at line 1, column 2",
        "[]         | The body holds array",
        "17         | The body holds number",
        "\"text\"   | The body holds string",
        "null       | The body holds null",
        "{} {}      | The body is no JSON at line 1, column 4",
        "<xml/>     | The body is no JSON at line 1, column 1",
        "{\"entry\":\u0000[]} | The body is no JSON at line 1, column 11",
      })
  void bodyThatIsNoJsonObjectIsRefusedAndItsFaultNamed(String body, String fault) {
    assertThatThrownBy(() -> events.read(body.getBytes(StandardCharsets.UTF_8)))
        .hasMessage(fault)
        .isInstanceOfSatisfying(
            WebhookRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(WebhookRefused.Reason.MALFORMED));
  }

  @Test
  void deeplyNestedBodyIsRefused() {
    var body = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThatThrownBy(() -> events.read(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(WebhookRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"object\":\"instagram\",\"entry\":[{\"id\":\"1\"}]}",
        "{\"object\":\"whatsapp_business_account\"}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":7}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[null,{\"changes\":\"x\"}]}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[null]}]}",
        "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
            + "\"value\":{\"messages\":{\"id\":1e999999999},\"statuses\":\"x\"}}]}]}",
      })
  void objectThatSaysNothingToUsIsKeptOnce(String body) {
    assertThat(events.read(body.getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty()
        .allMatch(NotForUs.class::isInstance);
  }

  private String textOf(String body) {
    return String.valueOf(received(body).content().text());
  }

  private MessageReceived received(String body) {
    return (MessageReceived)
        readMessage(
            """
            {"from":"4915112345678","id":"wamid.X","timestamp":"1","type":"text","text":{"body":"%s"}}"""
                .formatted(body));
  }

  private InboundEvent readMessage(String message) {
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
         "value":{"metadata":{"phone_number_id":"106540352242922"},"messages":[%s]}}]}]}"""
            .formatted(message);
    return events.read(body.getBytes(StandardCharsets.UTF_8)).getFirst();
  }

  private List<InboundEvent> read(String file) {
    return events.read(Samples.bytes(file));
  }
}
