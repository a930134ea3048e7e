package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.TestClock;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageFiles;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.media.MediaFiles;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.MessageId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

@ConsoleModuleTest
class MediaControllerTests {
  private static final byte[] PDF = bytes("%PDF-1.7 a passport");
  private static final byte[] JPEG = bytes("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000");
  private static final byte[] VOICE =
      ByteBuffer.allocate(64).put(bytes("OggS")).position(28).put(bytes("OpusHead")).array();

  @Autowired TestRestTemplate http;
  @Autowired Inbox inbox;
  @Autowired MessageFiles messageFiles;
  @Autowired MediaFiles files;
  @Autowired JdbcClient jdbc;

  private MessageId message;
  private UUID conversation;
  private TestRestTemplate demo;

  @BeforeEach
  void aContactSentAFile() {
    demo = http.withBasicAuth("demo@luxe", "demo");
    var eventId = "wamid." + UUID.randomUUID();
    var phone = "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    inbox.accept(
        List.of(
            new MessageReceived(
                new Origin(Channel.WHATSAPP, DemoAgency.WHATSAPP_ACCOUNT, eventId, "{}"),
                new Sender(List.of(new Identity(IdentityKind.PHONE, phone)), "Ada", "en"),
                new Content(
                    MessageType.DOCUMENT,
                    null,
                    null,
                    new SentFile(
                        "1", MediaKind.DOCUMENT, "application/pdf", null, "pass\"port.pdf")),
                TestClock.START)));
    message =
        new MessageId(
            jdbc.sql("select message_id from inbox where event_id = ?")
                .param(eventId)
                .query(UUID.class)
                .single());
    conversation =
        jdbc.sql("select conversation_id from message where id = ?")
            .param(message.value())
            .query(UUID.class)
            .single();
    Api.ok(Api.of(http).post("/api/conversations/" + conversation + "/takeover", "{}"));
  }

  @Test
  void staffGetTheFileToSaveAndNotToShow() throws IOException {
    stored();

    var answer = demo.getForEntity("/api/media/" + message, byte[].class);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getBody()).isEqualTo(PDF);
    var headers = answer.getHeaders();
    assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    assertThat(headers.getContentLength()).isEqualTo(PDF.length);
    assertThat(headers.getContentDisposition().isAttachment()).isTrue();
    assertThat(headers.getContentDisposition().getFilename()).isEqualTo("pass_port.pdf");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getCacheControl()).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "invoice.hta, invoice.txt",
    "evil\u202Etxt.exe, eviltxt.txt",
    "../../a.url, a.txt",
    "notes.txt, notes.txt"
  })
  void aTextIsSavedAndSentAsATextWhateverItWasCalled(String given, String name) throws IOException {
    var words = bytes("<script>ActiveXObject</script> an invoice");
    jdbc.sql("update media set file_name = ? where message_id = ?")
        .params(given, message.value())
        .update();
    try (var received = files.receive(new ByteArrayInputStream(words), MediaKind.DOCUMENT)) {
      messageFiles.stored(message, files.keep(DemoAgency.ID, received, "text/plain", given));
    }

    var saved = demo.getForEntity("/api/media/" + message, byte[].class);
    var sent = send(demo, "key", given, "text/plain", words, null);

    assertThat(saved.getHeaders().getContentDisposition().getFilename()).isEqualTo(name);
    assertThat(saved.getHeaders().getContentType()).isEqualTo(MediaType.TEXT_PLAIN);
    assertThat(sent.getStatusCode()).as(sent.getBody()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(
            jdbc.sql(
                    """
                    select f.file_name from media f join message m on m.id = f.message_id
                    where m.conversation_id = ? and m.direction = 'OUTBOUND'""")
                .param(conversation)
                .query(String.class)
                .list())
        .containsExactly(name);
  }

  @Test
  void anotherAgencyAndWhoIsNotSignedInGetNothing() throws IOException {
    stored();
    var other = http.withBasicAuth(employElsewhere(), "other");

    assertProblem(
        other.getForEntity("/api/media/" + message, String.class), HttpStatus.NOT_FOUND, "no-file");
    assertProblem(
        send(other, "key", "deck.pdf", "application/pdf", PDF, null),
        HttpStatus.NOT_FOUND,
        "not-found");
    assertThat(http.getForEntity("/api/media/" + message, String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(sent()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsAProblemThatSaysWhy() {
    assertProblem(demoGets(UUID.randomUUID().toString()), HttpStatus.NOT_FOUND, "no-file");
    assertProblem(demoGets(message.toString()), HttpStatus.CONFLICT, "file-waits");

    messageFiles.retryLater(message, Duration.ofHours(1), "The virus scanner is away");
    var waits = demoGets(message.toString());
    assertProblem(waits, HttpStatus.CONFLICT, "file-waits");
    assertThat(waits.getBody()).contains("not here yet: The virus scanner is away");

    messageFiles.refused(message, "The virus scanner found Eicar");
    var refused = demoGets(message.toString());
    assertProblem(refused, HttpStatus.CONFLICT, "file-refused");
    assertThat(refused.getBody()).contains("not taken: The virus scanner found Eicar");
  }

  @Test
  void aFileOfAPersonIsQueuedOncePerKey() {
    var first = send(demo, "key", "deck.pdf", "application/pdf", PDF, "The deck");
    var again = send(demo, "key", "deck.pdf", "application/pdf", PDF, "The deck");
    var other = send(demo, "other", "me.jpg", "image/jpeg", JPEG, null);

    assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(again.getBody()).isEqualTo(first.getBody());
    assertThat(other.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(sent()).containsExactly("PERSON DOCUMENT The deck", "PERSON IMAGE ");
    var stored = Objects.requireNonNull(first.getHeaders().getLocation());
    assertThat(demo.getForEntity(stored.getPath(), byte[].class).getBody()).isEqualTo(PDF);
  }

  @Test
  void onlyWhoTookOverAndHasSeenTheNewestSendsAFile() {
    var seen = epoch();
    send(demo, "key", "deck.pdf", "application/pdf", PDF, null);

    assertProblem(
        send(demo, "other", "me.jpg", "image/jpeg", JPEG, null, seen),
        HttpStatus.CONFLICT,
        "something-newer");
    Api.ok(
        Api.of(http)
            .post(
                "/api/conversations/" + conversation + "/hand-back",
                "{\"epoch\":%d}".formatted(epoch())));
    assertProblem(
        send(demo, "other", "me.jpg", "image/jpeg", JPEG, null),
        HttpStatus.CONFLICT,
        "not-taken-over");
    assertThat(sent()).hasSize(1);
  }

  @Test
  void whatCannotBeSentIsRefusedWithTheReasonAndNothingIsQueued() {
    assertProblem(
        send(demo, "key", "deck.pdf", "application/pdf", new byte[] {'M', 'Z', -112, 0, 3}, null),
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "file-type");
    assertProblem(
        send(demo, "key", "page.html", "text/html", bytes("<html><script>"), null),
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "file-type");
    assertProblem(
        send(demo, "key", "note.ogg", "audio/ogg", VOICE, "Listen"),
        HttpStatus.UNPROCESSABLE_CONTENT,
        "caption-not-possible");
    assertProblem(
        send(demo, "key", "deck.pdf", "application/pdf", PDF, "a".repeat(1025)),
        HttpStatus.UNPROCESSABLE_CONTENT,
        "caption-too-long");
    assertProblem(
        send(demo, "key", "deck.pdf", "application/pdf", PDF, "\ufb2a".repeat(1024)),
        HttpStatus.UNPROCESSABLE_CONTENT,
        "caption-too-long");
    assertProblem(
        send(demo, " ", "deck.pdf", "application/pdf", PDF, null),
        HttpStatus.BAD_REQUEST,
        "invalid");
    assertThat(send(demo, null, "deck.pdf", "application/pdf", PDF, null).getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(sent()).isEmpty();
  }

  @Test
  void problemsKeepTheTitlesThatCallersKnow() {
    assertThat(send(demo, "key", "note.ogg", "audio/ogg", VOICE, "Listen").getBody())
        .contains("\"title\":\"Unprocessable Entity\"");
    assertThat(
            send(demo, "key", "deck.pdf", "application/pdf", Arrays.copyOf(PDF, 4097), null)
                .getBody())
        .contains("\"title\":\"Payload Too Large\"");
  }

  @Test
  void whatIsLargerThanADocumentMayBeIsRefused() {
    var answer = send(demo, "key", "deck.pdf", "application/pdf", Arrays.copyOf(PDF, 2049), null);

    assertProblem(answer, HttpStatus.CONTENT_TOO_LARGE, "file-too-large");
    assertProblem(
        send(demo, "key", "deck.pdf", "application/pdf", Arrays.copyOf(PDF, 4097), null),
        HttpStatus.CONTENT_TOO_LARGE,
        "file-too-large");
    assertThat(answer.getBody())
        .contains("larger than the 2048 bytes that are taken of a document");
    assertThat(sent()).isEmpty();
  }

  private void stored() throws IOException {
    try (var received = files.receive(new ByteArrayInputStream(PDF), MediaKind.DOCUMENT)) {
      messageFiles.stored(message, files.keep(DemoAgency.ID, received, "application/pdf", null));
    }
  }

  private String employElsewhere() {
    var agency = UUID.randomUUID();
    jdbc.sql(
            """
            insert into agency (id, slug, name, legal_name, address, time_zone, locale, currency,
              created_at)
            select ?, ?, name, legal_name, address, time_zone, locale, currency, created_at
            from agency where id = ?""")
        .params(agency, agency.toString(), DemoAgency.ID.value())
        .update();
    jdbc.sql(
            """
            insert into staff (id, agency_id, username, name, role, password_hash)
            values (gen_random_uuid(), ?, 'other', 'A person', 'OWNER', '{bcrypt}$2a$10$Sgg0eLEUHYwDc/Q9tLLzG.OlpsT4KgggVSeDO6qYoH2mn6A096DVq')""")
        .param(agency)
        .update();
    return "other@" + agency;
  }

  private List<String> sent() {
    return jdbc.sql(
            """
            select author || ' ' || type || ' ' || text from message
            where conversation_id = ? and direction = 'OUTBOUND' order by sequence""")
        .param(conversation)
        .query(String.class)
        .list();
  }

  private ResponseEntity<String> demoGets(String id) {
    return demo.getForEntity("/api/media/" + id, String.class);
  }

  private ResponseEntity<String> send(
      TestRestTemplate staff,
      @Nullable String key,
      String name,
      String type,
      byte[] content,
      @Nullable String caption) {
    return send(staff, key, name, type, content, caption, epoch());
  }

  private long epoch() {
    return jdbc.sql("select epoch from conversation where id = ?")
        .param(conversation)
        .query(Long.class)
        .single();
  }

  private ResponseEntity<String> send(
      TestRestTemplate staff,
      @Nullable String key,
      String name,
      String type,
      byte[] content,
      @Nullable String caption,
      long epoch) {
    var part = new HttpHeaders();
    part.setContentType(MediaType.parseMediaType(type));
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new HttpEntity<>(
            new ByteArrayResource(content) {
              @Override
              public String getFilename() {
                return name;
              }
            },
            part));
    form.add("epoch", epoch);
    if (caption != null) {
      form.add("caption", caption);
    }
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.MULTIPART_FORM_DATA);
    if (key != null) {
      headers.set(MediaController.IDEMPOTENCY_KEY, key);
    }
    return staff.exchange(
        "/api/conversations/" + conversation + "/media",
        HttpMethod.POST,
        new HttpEntity<>(form, headers),
        String.class);
  }

  private static void assertProblem(ResponseEntity<String> answer, HttpStatus status, String type) {
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody()).contains("urn:ailuxe:api:" + type);
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }
}
