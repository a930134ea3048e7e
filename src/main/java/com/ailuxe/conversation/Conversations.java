package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.contact.ContactId;
import com.ailuxe.contact.Identity;
import com.ailuxe.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conversations and who answers in them. */
@Service
@Transactional(readOnly = true)
public class Conversations {
  private static final int LAST_LINES = 50;

  private final ConversationStore rows;
  private final JdbcClient jdbc;

  Conversations(ConversationStore rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /**
   * @throws NoSuchElementException when there is no such conversation
   */
  public ConversationProfile profile(ConversationId id) {
    return rows.find(id)
        .orElseThrow(() -> new NoSuchElementException("No conversation " + id))
        .profile();
  }

  /** Empty when the agency has no such conversation. */
  public Optional<ConversationProfile> of(AgencyId agency, ConversationId id) {
    return rows.find(id)
        .map(Conversation::profile)
        .filter(profile -> profile.agencyId().equals(agency));
  }

  /** Those of the agency in which something was written last, the newest first. */
  public List<ConversationProfile> latest(AgencyId agency, int limit) {
    return profiles(
        jdbc.sql(
                """
            select c.id from conversation c
            join lateral (
              select max(sequence) as sequence from message m where m.conversation_id = c.id) last
              on true
            where c.agency_id = ? order by last.sequence desc nulls last limit ?""")
            .params(agency.value(), limit));
  }

  /** Those of one contact, the one that was written in last first. */
  public List<ConversationProfile> of(ContactId contact) {
    return profiles(
        jdbc.sql(
                """
            select id from conversation where contact_id = ?
            order by last_inbound_at desc nulls last, created_at desc""")
            .param(contact.value()));
  }

  /** Those of all agencies that contacts wrote in last, the newest first. */
  public List<ConversationProfile> newest(int limit) {
    return profiles(
        jdbc.sql("select id from conversation order by last_inbound_at desc nulls last limit ?")
            .param(limit));
  }

  private List<ConversationProfile> profiles(StatementSpec ids) {
    return ids.query(UUID.class).list().stream()
        .map(ConversationId::new)
        .map(this::profile)
        .toList();
  }

  /**
   * Begins a conversation with who has not written yet, or finds the one that there is.
   *
   * @param account by which the agency writes
   * @param recipient how the contact is reached there
   */
  @Transactional
  public ConversationId begin(
      AgencyId agency, ContactId contact, Channel channel, String account, Identity recipient) {
    rows.begin(agency, contact, channel, account, recipient);
    return jdbc.sql(
            """
            select id from conversation
            where agency_id = ? and contact_id = ? and channel = ? and account_id = ?""")
        .params(agency.value(), contact.value(), channel.name(), account)
        .query((row, index) -> new ConversationId(row.getObject(1, UUID.class)))
        .single();
  }

  /** The last lines of both sides, oldest first, those included that did not leave. */
  public List<WrittenLine> lines(ConversationId id) {
    return jdbc.sql(
            """
            select * from (
              select %s, m.sequence, o.state, o.reason
              from message m left join outbox o on o.message_id = m.id %s
              where m.conversation_id = ? order by m.sequence desc limit ?) last_lines
            order by sequence"""
                .formatted(MessageText.COLUMNS, MessageText.QUOTED))
        .params(id.value(), LAST_LINES)
        .query((row, index) -> line(row))
        .list();
  }

  private static WrittenLine line(ResultSet row) throws SQLException {
    var state = row.getString("state");
    return new WrittenLine(
        MessageText.line(row),
        state == null ? null : DeliveryState.valueOf(state),
        row.getString("reason"));
  }
}
