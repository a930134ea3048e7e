package com.ailuxe.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ailuxe.TestClock;
import com.ailuxe.agency.AgencyId;
import com.ailuxe.booking.BookingState;
import com.ailuxe.booking.Given;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.Handovers;
import com.ailuxe.conversation.OutboundContent;
import com.ailuxe.conversation.Readers;
import com.ailuxe.journey.WorkersTest;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import com.ailuxe.shared.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class ConversationListTests {
  @Autowired ConversationList list;
  @Autowired Chat chat;
  @Autowired Handovers handovers;
  @Autowired Readers readers;
  @Autowired Given given;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private final Identifier camille = new MessageId(UUID.randomUUID());
  private final Identifier nora = new MessageId(UUID.randomUUID());
  private AgencyId agency;

  @BeforeEach
  void anAgency() {
    clock.reset();
    agency = given.agency();
  }

  @Test
  void whoseContactWroteLastComesFirstAndPagesGoOn() {
    var first = writes("2026-12-01T10:00:00Z", "One");
    var third = writes("2026-12-01T12:00:00Z", "Three");
    var second = writes("2026-12-01T11:00:00Z", "Two");

    var page = list.page(agency, camille, ConversationFilter.ALL, null, 2);

    assertThat(page.lines()).extracting(ConversationLine::id).containsExactly(third, second);
    var rest = list.page(agency, camille, ConversationFilter.ALL, page.next(), 2);
    assertThat(rest.lines()).extracting(ConversationLine::id).containsExactly(first);
    assertThat(rest.next()).isNull();
    assertThatThrownBy(() -> list.page(agency, camille, ConversationFilter.ALL, "behind", 2))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aLineSaysWhatWasSaidLastAndSinceWhenNobodyHasAnswered() {
    var conversation = writes("2026-12-01T10:00:00Z", "Hello");
    writes(conversation, "2026-12-01T10:05:00Z", "Are you there?");

    var line = line(conversation);

    assertThat(line.contactName()).isEqualTo("Ada Private");
    assertThat(Objects.requireNonNull(line.last()).text()).isEqualTo("Are you there?");
    assertThat(Objects.requireNonNull(line.last()).author()).isEqualTo(Author.CONTACT);
    assertThat(line.unansweredSince()).isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
    assertThat(line.handler()).isEqualTo(AnsweredBy.CONCIERGE);
  }

  @Test
  void eachPersonHasReadAsFarAsThatPersonLooked() {
    var conversation = writes("2026-12-01T10:00:00Z", "Hello");
    assertThat(line(conversation).unread()).isEqualTo(1);

    readers.looks(agency, conversation, camille, "Camille");
    assertThat(line(conversation).unread()).isZero();
    assertThat(list.line(agency, nora, conversation).orElseThrow().unread()).isEqualTo(1);

    writes(conversation, "2026-12-01T10:05:00Z", "Are you there?");
    assertThat(line(conversation).unread()).isEqualTo(1);
  }

  @Test
  void whoLooksAtTheSameChatIsSeenUntilGone() {
    var conversation = writes("2026-12-01T10:00:00Z", "Hello");
    readers.looks(agency, conversation, camille, "Camille");
    readers.looks(agency, conversation, nora, "Nora");

    assertThat(readers.others(agency, conversation, camille)).containsExactly("Nora");

    jdbc.sql(
            "update conversation_reader set looked_at = now() - interval '1 minute' where staff_id = ?")
        .param(nora.value())
        .update();
    assertThat(readers.others(agency, conversation, camille)).isEmpty();
  }

  @Test
  void aFilterLeavesWhatIsWanted() {
    var hers = writes("2026-12-01T10:00:00Z", "Hello");
    var waits = writes("2026-12-01T11:00:00Z", "Hello");
    var quiet = given.conversation(agency, given.contact(agency));
    handovers.takeOver(agency, hers, "Camille");
    handovers.write(
        agency, hers, "Camille", OutboundContent.text("Good morning"), epoch(hers), "k");
    booking(quiet, "HELD");

    assertThat(ids(new ConversationFilter("Camille", false, false, null, Set.of(), null)))
        .containsExactly(hers);
    assertThat(ids(new ConversationFilter("Nora", false, false, null, Set.of(), null))).isEmpty();
    assertThat(ids(new ConversationFilter(null, true, false, null, Set.of(), null)))
        .containsExactly(hers);
    assertThat(ids(new ConversationFilter(null, false, true, null, Set.of(), null)))
        .containsExactly(waits);
    assertThat(list.waiting(agency)).isEqualTo(1);
    assertThat(ids(new ConversationFilter(null, false, false, Channel.TELEGRAM, Set.of(), null)))
        .isEmpty();
    assertThat(
            ids(
                new ConversationFilter(
                    null, false, false, Channel.WHATSAPP, Set.of(BookingState.HELD), " ada ")))
        .containsExactly(quiet);
  }

  @Test
  void theChatSaysWhoOfTheStaffWrote() {
    var conversation = writes("2026-12-01T10:00:00Z", "Hello");
    handovers.takeOver(agency, conversation, "Camille");
    handovers.write(
        agency,
        conversation,
        "Camille",
        OutboundContent.text("Good morning"),
        epoch(conversation),
        "k");

    var lines = chat.lines(agency, conversation, null, 10);

    assertThat(lines).extracting(ChatLine::text).containsExactly("Hello", "Good morning");
    assertThat(lines).extracting(ChatLine::personName).containsExactly(null, "Camille");
    assertThat(lines.getLast().onPhone()).isFalse();
    assertThat(chat.lines(agency, conversation, lines.getLast().sequence(), 10))
        .extracting(ChatLine::text)
        .containsExactly("Hello");
  }

  @Test
  void anotherAgencySeesNothingOfIt() {
    var conversation = writes("2026-12-01T10:00:00Z", "Hello");
    var other = given.agency();
    readers.looks(other, conversation, nora, "Nora");

    assertThat(list.page(other, nora, ConversationFilter.ALL, null, 10).lines()).isEmpty();
    assertThat(list.line(other, nora, conversation)).isEmpty();
    assertThat(chat.lines(other, conversation, null, 10)).isEmpty();
    assertThat(readers.others(agency, conversation, camille)).isEmpty();
    assertThat(list.waiting(other)).isZero();
  }

  private ConversationLine line(ConversationId conversation) {
    return list.line(agency, camille, conversation).orElseThrow();
  }

  private List<ConversationId> ids(ConversationFilter filter) {
    return new ArrayList<>(
        list.page(agency, camille, filter, null, 10).lines().stream()
            .map(ConversationLine::id)
            .toList());
  }

  private ConversationId writes(String at, String text) {
    var conversation = given.conversation(agency, given.contact(agency));
    writes(conversation, at, text);
    return conversation;
  }

  private void writes(ConversationId conversation, String at, String text) {
    var message = UUID.randomUUID();
    jdbc.sql(
            """
            insert into message (id, agency_id, conversation_id, direction, author, type, text,
              occurred_at, recorded_at)
            values (?, ?, ?, 'INBOUND', 'CONTACT', 'TEXT', ?, ?::timestamptz, ?::timestamptz)""")
        .params(message, agency.value(), conversation.value(), text, at, at)
        .update();
    jdbc.sql(
            """
            insert into inbox (channel, account_id, event_id, agency_id, conversation_id, message_id,
              kind, payload, state, received_at)
            values ('WHATSAPP', 'account', ?, ?, ?, ?, 'MESSAGE', '{}', 'OPEN', ?::timestamptz)""")
        .params(message.toString(), agency.value(), conversation.value(), message, at)
        .update();
    jdbc.sql(
            """
            update conversation set last_inbound_at = ?::timestamptz, epoch = epoch + 1 where id = ?""")
        .params(at, conversation.value())
        .update();
  }

  private long epoch(ConversationId conversation) {
    return jdbc.sql("select epoch from conversation where id = ?")
        .param(conversation.value())
        .query(Long.class)
        .single();
  }

  private void booking(ConversationId conversation, String state) {
    jdbc.sql(
            """
            insert into booking (id, agency_id, contact_id, conversation_id, reference, state,
              talent_id, starts_at, ends_at, created_at, version)
            select gen_random_uuid(), c.agency_id, c.contact_id, c.id, 'BK-1', ?, ?,
              '2027-01-10T10:00Z', '2027-01-10T12:00Z', now(), 0
            from conversation c where c.id = ?""")
        .params(state, given.talent(agency, "Aurora", "yacht").value(), conversation.value())
        .update();
  }
}
