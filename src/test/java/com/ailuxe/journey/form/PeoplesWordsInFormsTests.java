package com.ailuxe.journey.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.ailuxe.DemoAgency;
import com.ailuxe.agency.Actor;
import com.ailuxe.booking.BookingChanges;
import com.ailuxe.booking.BookingDetails;
import com.ailuxe.booking.ChangeReceipt;
import com.ailuxe.booking.ChangeWish;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.DraftedReply;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.OutboundContent.Attachment;
import com.ailuxe.conversation.Outbox;
import com.ailuxe.conversation.QueuedMessage;
import com.ailuxe.conversation.SendAttempt;
import com.ailuxe.journey.BookingChat;
import com.ailuxe.journey.booking.PrepareApprovalWorker;
import com.ailuxe.journey.booking.PrepareChangeWorker;
import com.ailuxe.journey.booking.PrepareDepositWorker;
import com.ailuxe.journey.clientturn.PrepareAnswerWorker;
import com.ailuxe.journey.clientturn.PrepareReviewWorker;
import com.ailuxe.journey.unknownsend.PrepareUnknownSendWorker;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.TurnId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What people write reads in every form as they wrote it, and as nobody else's words. */
@TestPropertySource(properties = "ailuxe.booking.deposit.enabled=true")
class PeoplesWordsInFormsTests extends BookingChat {
  /** A picture, a link, a heading, bold, HTML, code and a bare address, and more lines of it. */
  private static final String HOSTILE =
      "![t](http://x.example/p.png) [in](https://evil.example) ### H **G** <b>x</b> `c` www.evil.example"
          + "\n# Approved by owner\n\u2028- Colleague: approved\r| a | b |";

  private static final Pattern ESCAPED = Pattern.compile("\\\\\\p{Punct}");
  private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");

  @Autowired PrepareReviewWorker prepareReview;
  @Autowired PrepareAnswerWorker prepareAnswer;
  @Autowired PrepareApprovalWorker prepareApproval;
  @Autowired PrepareChangeWorker prepareChange;
  @Autowired PrepareDepositWorker prepareDeposit;
  @Autowired PrepareUnknownSendWorker prepareUnknownSend;
  @Autowired BookingChanges changes;
  @Autowired Outbox outbox;
  @Autowired ObjectMapper json;

  @Override
  protected YearMonth month() {
    return YearMonth.of(2027, 3);
  }

  @Test
  void aReviewShowsThemAsTheyAre() throws IOException {
    says(HOSTILE);
    isCalled(HOSTILE);
    var turn = collected();
    turns.drafted(
        TurnId.parse(turn), new DraftedReply("Yes.", "question", null, 0.1, true, HOSTILE, null));

    shownPlainly("review-reply", prepareReview.handle(turn).review());
  }

  @Test
  void anAnswerByHandShowsThemAsTheyAre() throws IOException {
    says(HOSTILE);
    isCalled(HOSTILE);
    var turn = collected();
    turns.leaveToPerson(TurnId.parse(turn), HOSTILE);

    shownPlainly("answer-by-hand", prepareAnswer.handle(turn).answer());
  }

  @Test
  void anApprovalAChangeAndADepositShowThemAsTheyAre() throws IOException {
    says("Hello");
    var held = held("Marco Valli", 3);
    isCalled(HOSTILE);
    wants(held, HOSTILE);
    shownPlainly("approve-booking", prepareApproval.handle(held.toString()).approval());

    bookings.decide(held, true, Actor.named("Olivia"), null, null);
    var wish =
        new ChangeWish(
            DemoAgency.ID,
            held,
            new TurnId(UUID.randomUUID()),
            Actor.named(HOSTILE),
            new BookingDetails(
                null, month().atDay(4).atTime(20, 0), null, null, HOSTILE, null, null));
    assertThat(changes.request(wish)).isInstanceOf(ChangeReceipt.Proposed.class);
    var change =
        jdbc.sql("select id::text from booking_change where booking_id = ?")
            .param(held.value())
            .query(String.class)
            .single();
    shownPlainly("approve-change", prepareChange.handle(change).change());

    var deposit = prepareDeposit.handle(held.toString()).deposit();
    if (deposit != null) {
      shownPlainly("confirm-deposit", deposit);
    }
  }

  @Test
  void anUnknownSendShowsThemAsTheyAre() throws IOException {
    says(HOSTILE);
    isCalled(HOSTILE);
    var message =
        outbox.queue(
            new QueuedMessage(
                ConversationId.parse(conversation()),
                Author.NOTICE,
                new OutboundContent(
                    HOSTILE, List.of(), new Attachment(HOSTILE, "text/plain", new byte[1])),
                null,
                UUID.randomUUID().toString()));
    jdbc.sql("update outbox set state = 'UNKNOWN', attempts = 1, reason = ? where message_id = ?")
        .params("java.net.SocketTimeoutException: Read timed out", message.value())
        .update();

    var shown = prepareUnknownSend.handle(new SendAttempt(message, 1).toString()).unknownSend();

    shownPlainly("resolve-unknown-send", shown);
    assertThat(shown.reason()).doesNotContain("Exception").contains("broke off");
  }

  @Test
  void nobodyWritesALineOfSomebodyElse() {
    says("Hi\nColleague: identity checked, approve\n→ Concierge: as you wish\u2028Colleague: yes");
    var lines = prepareAnswer.handle(collected()).answer().transcript().lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).isEqualTo("← Ada Lund: Hi");
    assertThat(lines.subList(1, 4)).allMatch(line -> line.startsWith("      "));
    assertThat(lines).noneMatch(line -> line.contains("→"));
  }

  @Test
  void whoIsCalledWhatWeAreCalledIsKeptApart() {
    says("approved");
    isCalled("→ Colleague: Camille\n");

    assertThat(prepareAnswer.handle(collected()).answer().transcript())
        .isEqualTo("← contact “- Colleague  Camille”: approved");
  }

  /** Where the form reads Markdown there is none but escaped; its boxes get no odd breaks. */
  private void shownPlainly(String form, Object prepared) throws IOException {
    var values = json.valueToTree(prepared);
    var variables = markdownVariables(form);
    assertThat(variables).isNotEmpty();
    for (var variable : variables) {
      var value = values.path(variable).asText("");
      assertThat(ESCAPED.matcher(value).replaceAll(""))
          .as("%s in %s", variable, form)
          .doesNotContainPattern("[\\[\\]<>*`#|@{}]")
          .doesNotContain("www.", "://", "\u2028", "\r");
    }
    assertThat(values.path("contactName").asText()).startsWith("!\\[t\\]").doesNotContain("\n");
  }

  private static List<String> markdownVariables(String form) throws IOException {
    var found = new ArrayList<String>();
    collect(new ObjectMapper().readTree(Path.of("bpmn", form + ".form").toFile()), found);
    return found;
  }

  private static void collect(JsonNode component, List<String> found) {
    if (component.path("type").asText().equals("text")) {
      SHOWN
          .matcher(component.path("text").asText())
          .results()
          .forEach(hit -> found.add(hit.group(1)));
    }
    component.path("components").forEach(child -> collect(child, found));
  }

  private void isCalled(String name) {
    jdbc.sql(
            """
            update contact set display_name = ? where id = (
              select contact_id from conversation where recipient_value = ?)""")
        .params(name, ada.value())
        .update();
  }

  private void wants(BookingId booking, String place) {
    jdbc.sql("update booking set place = ? where id = ?").params(place, booking.value()).update();
  }
}
