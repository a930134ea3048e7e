package com.ailuxe.board;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.board.ConversationLine.LastWords;
import com.ailuxe.board.ConversationLine.WaitingTask;
import com.ailuxe.contact.ContactId;
import com.ailuxe.conversation.AnsweredBy;
import com.ailuxe.conversation.Author;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.DeliveryState;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conversations of an agency as staff look through them. */
@Service
@Transactional(readOnly = true)
public class ConversationList {
  private static final String ACTIVE_AT = "coalesce(c.last_inbound_at, c.created_at)";

  /** Each of them is few: they have indices that leave out all that is settled. */
  private static final String WAITING =
      """
      select u.conversation_id from user_task u where u.agency_id = :agency and u.state = 'OPEN'
      union all
      select i.conversation_id from inbox i where i.agency_id = :agency and i.state = 'OPEN'
      union all
      select o.conversation_id from outbox o where o.agency_id = :agency and o.state = 'UNKNOWN'""";

  /** What a line shows of a conversation {@code c}. */
  private static final String LINE =
      """
      select c.id, c.contact_id, p.display_name, p.locale, c.channel, c.handler, c.handler_name,
        c.last_inbound_at, %s as active_at,
        said.author, said.type, said.text, said.occurred_at, said.state as delivery,
        unread.number as unread, unanswered.since as unanswered_since, unsure.number as unsure,
        task.task_id, task.name as task_name, task.waits_since, task.due_at
      from c
      join contact p on p.id = c.contact_id
      left join conversation_reader r on r.conversation_id = c.id and r.staff_id = :reader
      left join lateral (
        select m.author, m.type, left(m.text, 200) as text, m.occurred_at, o.state
        from message m left join outbox o on o.message_id = m.id
        where m.conversation_id = c.id and o.state is distinct from 'WITHDRAWN'
        order by m.sequence desc limit 1) said on true
      left join lateral (
        select count(*) as number, min(i.received_at) as since
        from inbox i where i.conversation_id = c.id and i.state = 'OPEN') unanswered on true
      left join lateral (
        select case when r.read_to is null then unanswered.number else (
          select count(*) from (
            select from message m
            where m.conversation_id = c.id and m.sequence > r.read_to and m.direction = 'INBOUND'
            limit 100) latest) end as number) unread on true
      left join lateral (
        select count(*) as number from outbox o
        where o.conversation_id = c.id and o.state = 'UNKNOWN') unsure on true
      left join lateral (
        select u.task_id, u.name, u.waits_since, u.due_at from user_task u
        where u.conversation_id = c.id and u.state = 'OPEN'
        order by u.waits_since limit 1) task on true
      order by active_at desc, c.id desc"""
          .formatted(ACTIVE_AT);

  private final JdbcClient jdbc;

  ConversationList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The conversations that the filter leaves, the one whose contact wrote last first.
   *
   * @param reader the person of the staff who looks
   * @param after where the page before ended, as it said; null for the first page
   * @param size how many lines a page has at most
   * @throws NoSuchElementException when no page ended there
   */
  public Page<ConversationLine> page(
      AgencyId agency,
      Identifier reader,
      ConversationFilter filter,
      @Nullable String after,
      int size) {
    var cursor = after == null ? null : Cursor.parse(after);
    var channel = filter.channel();
    var read =
        jdbc.sql(
                """
                with c as (
                  select c.* from conversation c
                  where c.agency_id = :agency
                    and (:person::text is null or (c.handler = 'PERSON' and c.handler_name = :person))
                    and (not :takenOver or c.handler = 'PERSON')
                    and (:channel::text is null or c.channel = :channel)
                    and (not :waiting or c.id in (%s))
                    and (:states::text[] is null or c.id in (
                      select b.conversation_id from booking b
                      where b.agency_id = :agency and b.state = any (:states)))
                    and (:words::text is null or c.contact_id in (
                      select p.id from contact p
                      where p.agency_id = :agency and p.display_name ilike :words))
                    %s
                  order by %s desc, c.id desc limit :size)
                """
                        .formatted(
                            WAITING,
                            cursor == null
                                ? ""
                                : "and (" + ACTIVE_AT + ", c.id) < (:key::timestamptz, :id)",
                            ACTIVE_AT)
                    + LINE)
            .param("agency", agency.value())
            .param("reader", reader.value())
            .param("person", filter.answeredBy())
            .param("takenOver", filter.takenOver())
            .param("channel", channel == null ? null : channel.name())
            .param("waiting", filter.waiting())
            .param(
                "states",
                filter.bookings().isEmpty()
                    ? null
                    : filter.bookings().stream().map(Enum::name).toArray(String[]::new))
            .param("words", SearchWords.within(filter.words()))
            .param("key", cursor == null ? null : Columns.timestamp(cursor.key()))
            .param("id", cursor == null ? null : cursor.id().value())
            .param("size", size + 1)
            .query((row, index) -> line(row))
            .list();
    return Page.of(read, size, line -> Cursor.at(line.activeAt(), line.id()));
  }

  /** The line of one conversation; empty when the agency has no such conversation. */
  public Optional<ConversationLine> line(
      AgencyId agency, Identifier reader, ConversationId conversation) {
    return jdbc.sql(
            "with c as (select c.* from conversation c where c.agency_id = :agency and c.id = :id)\n"
                + LINE)
        .param("agency", agency.value())
        .param("reader", reader.value())
        .param("id", conversation.value())
        .query((row, index) -> line(row))
        .optional();
  }

  /** How many conversations wait for somebody. */
  public int waiting(AgencyId agency) {
    return jdbc.sql("select count(distinct conversation_id) from (" + WAITING + ") waiting")
        .param("agency", agency.value())
        .query(Integer.class)
        .single();
  }

  private static ConversationLine line(ResultSet row) throws SQLException {
    return new ConversationLine(
        new ConversationId(row.getObject("id", UUID.class)),
        new ContactId(row.getObject("contact_id", UUID.class)),
        row.getString("display_name"),
        Locale.forLanguageTag(row.getString("locale")),
        Channel.valueOf(row.getString("channel")),
        AnsweredBy.valueOf(row.getString("handler")),
        row.getString("handler_name"),
        Columns.instant(row, "last_inbound_at"),
        row.getTimestamp("active_at").toInstant(),
        lastWords(row),
        row.getInt("unread"),
        Columns.instant(row, "unanswered_since"),
        row.getInt("unsure"),
        task(row));
  }

  private static @Nullable LastWords lastWords(ResultSet row) throws SQLException {
    var author = row.getString("author");
    var state = row.getString("delivery");
    return author == null
        ? null
        : new LastWords(
            Author.valueOf(author),
            row.getString("type"),
            Objects.requireNonNullElse(row.getString("text"), ""),
            row.getTimestamp("occurred_at").toInstant(),
            state == null ? null : DeliveryState.valueOf(state));
  }

  private static @Nullable WaitingTask task(ResultSet row) throws SQLException {
    var task = row.getString("task_id");
    return task == null
        ? null
        : new WaitingTask(
            task,
            row.getString("task_name"),
            row.getTimestamp("waits_since").toInstant(),
            Columns.instant(row, "due_at"));
  }
}
