package com.ailuxe.conversation;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.conversation.InboundEvent.SentFile;
import com.ailuxe.conversation.OutboundContent.KeptFile;
import com.ailuxe.media.MediaFile;
import com.ailuxe.media.MediaKind;
import com.ailuxe.shared.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that messages carry: which are still to be fetched, where the others are, or why they
 * are not there. At most one per message.
 *
 * <p>Waiting times run on the database's clock, so that they hold while the application's clock is
 * moved.
 */
@Service
@Transactional
public class MessageFiles {
  /** Providers forget files; WhatsApp keeps the ones of a webhook for seven days. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final ConversationNews news;
  private final Clock clock;

  MessageFiles(JdbcClient jdbc, Clock clock, ConversationNews news) {
    this.news = news;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A contact sent it; it is to be fetched, if the provider said by which id. */
  void expect(MessageId message, AgencyId agency, SentFile file) {
    var fetchable = file.providerId() != null;
    jdbc.sql(
            """
            insert into media (message_id, agency_id, provider_media_id, kind, declared_type,
              declared_sha256, file_name, state, reason, settled_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(message.value())
        .param(agency.value())
        .param(file.providerId())
        .param(file.kind().name())
        .param(file.mediaType())
        .param(file.sha256())
        .param(file.name())
        .param((fetchable ? FileState.WAITING : FileState.FAILED).name())
        .param(fetchable ? null : "the messenger named no id by which it gives the file out")
        .param(fetchable ? null : Timestamp.from(clock.instant()))
        .update();
  }

  /** It goes out with a message of ours. */
  void attach(MessageId message, KeptFile file) {
    var kept = file.file();
    jdbc.sql(
            """
            insert into media (message_id, agency_id, kind, file_name, state, media_type, size,
              sha256, settled_at)
            values (?, ?, ?, ?, 'STORED', ?, ?, ?, ?)""")
        .param(message.value())
        .param(kept.agency().value())
        .param(file.kind().name())
        .param(file.fileName())
        .param(kept.mediaType())
        .param(kept.size())
        .param(kept.sha256())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * The next file to fetch. Should nobody tell how that ended, it may be claimed again after the
   * lease.
   */
  public Optional<FileToFetch> claimNext(Set<Channel> channels, Duration lease) {
    if (channels.isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            update media f set attempts = f.attempts + 1,
              not_before = now() + make_interval(secs => :lease)
            from message m join conversation c on c.id = m.conversation_id
            where m.id = f.message_id and f.message_id = (
              select waiting.message_id
              from media waiting
              join message sent on sent.id = waiting.message_id
              join conversation thread on thread.id = sent.conversation_id
              where waiting.state = 'WAITING' and waiting.not_before <= now()
                and thread.channel in (:channels)
              order by waiting.not_before limit 1 for update of waiting skip locked)
            returning f.message_id, f.agency_id, c.channel, c.account_id, f.provider_media_id,
              f.kind, f.declared_type, f.declared_sha256, f.file_name, f.attempts""")
        .param("lease", lease.toMillis() / 1000.0)
        .param("channels", channels.stream().map(Channel::name).toList())
        .query((row, index) -> toFetch(row))
        .optional();
  }

  /** It is kept. */
  public void stored(MessageId message, MediaFile file) {
    jdbc.sql(
            """
            update media set state = 'STORED', reason = null, media_type = ?, size = ?, sha256 = ?,
              settled_at = ?
            where message_id = ? and state = 'WAITING'""")
        .param(file.mediaType())
        .param(file.size())
        .param(file.sha256())
        .param(Timestamp.from(clock.instant()))
        .param(message.value())
        .update();
    news.changed(message);
  }

  /** We do not take it, however often it is fetched. */
  public void refused(MessageId message, String reason) {
    settle(message, FileState.REFUSED, reason);
  }

  /** The provider does not give it out, or gives something else. */
  public void failed(MessageId message, String reason) {
    settle(message, FileState.FAILED, reason);
  }

  /** It is fetched again later, until providers forget it. */
  public void retryLater(MessageId message, Duration after, String reason) {
    jdbc.sql(
            """
            update media set reason = ?, not_before = now() + make_interval(secs => ?),
              state = case
                when expected_at < now() - make_interval(secs => ?) then 'FAILED' else state end
            where message_id = ? and state = 'WAITING'""")
        .params(reason, after.toMillis() / 1000.0, GIVEN_UP_AFTER.toSeconds(), message.value())
        .update();
  }

  /**
   * The file of a message, for people of the agency.
   *
   * @return empty also when the message is another agency's
   */
  @Transactional(readOnly = true)
  public Optional<MessageFile> find(AgencyId agency, MessageId message) {
    return jdbc.sql("select * from media where message_id = ? and agency_id = ?")
        .params(message.value(), agency.value())
        .query((row, index) -> file(row))
        .optional();
  }

  /** A document of ours that goes with a message; empty also when it is another agency's. */
  @Transactional(readOnly = true)
  public Optional<AttachedDocument> document(AgencyId agency, MessageId message) {
    return jdbc.sql(
            """
            select file_name, media_type, content from attachment
            where message_id = ? and agency_id = ?""")
        .params(message.value(), agency.value())
        .query(
            (row, index) ->
                new AttachedDocument(
                    row.getString("file_name"),
                    row.getString("media_type"),
                    row.getBytes("content")))
        .optional();
  }

  private void settle(MessageId message, FileState state, String reason) {
    jdbc.sql(
            """
            update media set state = ?, reason = ?, settled_at = ?
            where message_id = ? and state = 'WAITING'""")
        .params(state.name(), reason, Timestamp.from(clock.instant()), message.value())
        .update();
    news.changed(message);
  }

  private static FileToFetch toFetch(ResultSet row) throws SQLException {
    return new FileToFetch(
        new MessageId(row.getObject("message_id", UUID.class)),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        Channel.valueOf(row.getString("channel")),
        row.getString("account_id"),
        new SentFile(
            row.getString("provider_media_id"),
            MediaKind.valueOf(row.getString("kind")),
            row.getString("declared_type"),
            row.getString("declared_sha256"),
            row.getString("file_name")),
        row.getInt("attempts"));
  }

  private static MessageFile file(ResultSet row) throws SQLException {
    return new MessageFile(
        row.getString("file_name"),
        FileState.valueOf(row.getString("state")),
        row.getString("reason"),
        kept(row));
  }

  private static @Nullable MediaFile kept(ResultSet row) throws SQLException {
    var sha256 = row.getString("sha256");
    return sha256 == null
        ? null
        : new MediaFile(
            new AgencyId(row.getObject("agency_id", UUID.class)),
            sha256,
            row.getString("media_type"),
            row.getLong("size"));
  }
}
