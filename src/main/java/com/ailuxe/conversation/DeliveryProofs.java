package com.ailuxe.conversation;

import com.ailuxe.shared.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells how a message of ours went, for whoever must prove it. */
@Service
public class DeliveryProofs {
  private static final Map<DeliveryState, String> COLUMNS =
      Map.of(
          DeliveryState.QUEUED, "queued_at",
          DeliveryState.ACCEPTED, "accepted_at",
          DeliveryState.SENT, "sent_at",
          DeliveryState.DELIVERED, "delivered_at",
          DeliveryState.READ, "read_at",
          DeliveryState.FAILED, "failed_at");

  private final JdbcClient jdbc;

  DeliveryProofs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when the message is none of ours. */
  public Optional<DeliveryProof> of(MessageId id) {
    return jdbc.sql("select * from outbox where message_id = ?")
        .param(id.value())
        .query((row, index) -> proof(id, row))
        .optional();
  }

  private static DeliveryProof proof(MessageId id, ResultSet row) throws SQLException {
    var reached = new TreeMap<DeliveryState, Instant>();
    for (var column : COLUMNS.entrySet()) {
      var at = row.getTimestamp(column.getValue());
      if (at != null) {
        reached.put(column.getKey(), at.toInstant());
      }
    }
    return new DeliveryProof(
        id,
        Channel.valueOf(row.getString("channel")),
        row.getString("provider_message_id"),
        DeliveryState.valueOf(row.getString("state")),
        reached,
        row.getString("reason"));
  }
}
